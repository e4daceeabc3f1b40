import {tsvFormatRows} from "d3";
import type {Setting} from "../../live/custom-scenario.js";
import {entryText} from "../../../lib/sheet/entry-text.js";
import {pasted} from "../pasted.js";
import {extent, placesIn, type Place, type Selection} from "../selection.js";
import type {GridModel} from "../view.js";

/** Puts a selection on the clipboard: plain numbers in full precision, or inputs with their ranges. */
export function copyCells(data: DataTransfer, model: GridModel, selection: Selection, withRanges: boolean): void {
  const {top, bottom, left, right} = extent(selection);
  const rows = Array.from({length: bottom - top + 1}, (_, i) =>
    Array.from({length: right - left + 1}, (_, k) => {
      const {copied, source} = model.cellAt(top + i, left + k);
      return withRanges ? source || copied : copied;
    })
  );
  data.setData("text/plain", tsvFormatRows(rows));
  data.setData("text/html", tableOf(rows));
}

/** The changes made by a paste, and the number of values without a target cell. */
export interface Pasting {
  changes: Setting[];
  lost: number;
}

/**
 * Pastes text from a spreadsheet program at the active cell; it fills a selection whose size is a multiple of its own.
 */
export function pasteCells(text: string, model: GridModel, selection: Selection): Pasting {
  const rows = pasted(text);
  const {top, bottom, left, right} = extent(selection);
  const [height, width] = [rows.length, Math.max(...rows.map(({length}) => length))];
  const [tall, wide] = [bottom - top + 1, right - left + 1];
  const down = tall % height === 0 ? tall : height;
  const across = wide % width === 0 ? wide : width;
  const changes: Setting[] = [];
  let lost = 0;
  for (let i = 0; i < down; ++i)
    for (let k = 0; k < across; ++k) {
      const value = rows[i % height]![k % width];
      if (value === undefined) continue;
      const change = changeAt(model, {row: top + i, column: left + k}, value);
      if (change === "lost") ++lost;
      else if (change) changes.push(change);
    }
  return {changes, lost};
}

/** Copies the first row of a selection down, or its first column to the right. */
export function fillCells(model: GridModel, selection: Selection, way: "down" | "right"): Pasting {
  const {top, left} = extent(selection);
  const changes: Setting[] = [];
  let lost = 0;
  for (const place of placesIn(selection)) {
    const from = way === "down" ? {row: top, column: place.column} : {row: place.row, column: left};
    if (from.row === place.row && from.column === place.column) continue;
    const change = changeAt(model, place, model.cellAt(from.row, from.column).source);
    if (change === "lost") ++lost;
    else if (change) changes.push(change);
  }
  return {changes, lost};
}

/** The change that a value makes to a cell; undefined if there is none, `lost` if the cell does not accept values. */
export function changeAt(model: GridModel, {row, column}: Place, value: string): Setting | "lost" | undefined {
  if (row >= model.rows.length || column >= model.columns.length) return "lost";
  const {id, typed, source, copied} = model.cellAt(row, column);
  if (!typed) return value === copied ? undefined : "lost";
  const text = entryText(value, model.placeOf(row, column).column.unit.text);
  return text === source || value === copied ? undefined : {cell: id, value: text};
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const table = document.createElement("table");
  for (const row of rows) {
    const line = table.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return table.outerHTML;
}
