import {html} from "htl";
import {cell} from "../words/format.js";
import type {Grid, GridColumn, Value} from "./grid.js";
import {cellLink} from "../inspector/cell-link.js";
import {originFor, type Origin} from "../inspector/origin.js";

/** An accessible table of the grid's first rows, in a box that also scrolls by keyboard. `label` names it. */
export function tableElement(grid: Grid, {rows = 200, label}: {rows?: number; label: string}): HTMLElement {
  const body = html`<tbody>
    ${rowElements(grid, 0, rows)}
  </tbody>`;
  body.querySelector<HTMLElement>("[data-cell]")?.setAttribute("tabindex", "0");
  return html`<div class="grid-table" role="region" aria-label=${label} tabindex="0">
    <table>
      <thead>
        <tr>
          ${grid.columns.map(heading)}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
}

/** The table rows from one index up to, but excluding, another. */
export function rowElements({columns, length, rows, origin}: Grid, from: number, to: number): HTMLTableRowElement[] {
  return Array.from({length: Math.max(0, Math.min(to, length) - from)}, (_, offset) => {
    const row = document.createElement("tr");
    const index = from + offset;
    const source = rows?.[from + offset];
    for (const column of columns)
      row.append(cellElement(column, index, origin?.(index, column.name) ?? originIn(column, source)));
    return row;
  });
}

function heading({name, label = name, type, unit, description}: GridColumn): HTMLElement {
  return html`<th scope="col" class=${type} title=${description || null}>${label}<small>${unit}</small></th>`;
}

function originIn({name, type}: GridColumn, row: object | undefined): Origin | undefined {
  const {origin} = (row ?? {}) as {origin?: Origin};
  return origin ?? (type === "number" ? originFor(row, name) : undefined);
}

function cellElement({type, values}: GridColumn, index: number, origin?: Origin): HTMLTableCellElement {
  const element = document.createElement("td");
  const value = known(values[index]);
  element.className = type;
  if (typeof value === "string" && /^https?:\/\/\S+$/.test(value)) element.append(link(value));
  else if (origin && isNumber(value)) element.append(cellLink(span(cell(value)), origin, -1));
  else element.textContent = cell(value);
  return element;
}

/** Figures hold NaN for missing numbers. */
function known(value: Value | undefined): Value {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Whether a value is a number, or a text that starts with one: `1.2 (0.8 to 1.9) M USD`. */
function isNumber(value: Value): boolean {
  return typeof value === "number" || (typeof value === "string" && /^[-+]?\d/.test(value));
}

function span(text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

function link(url: string): HTMLAnchorElement {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.textContent = url;
  anchor.rel = "noopener";
  return anchor;
}
