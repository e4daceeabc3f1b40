import {tsvFormatRows} from "d3";
import {html} from "htl";
import {columnOfCell} from "../../lib/sheet/address.js";
import {type Setting} from "../../components/live/custom-scenario.js";
import {cellEditor} from "./cell-editor.js";
import type {SheetCell} from "./cells.js";
import type {GridModel, Heading} from "./grid-model.js";
import {gridBar} from "./grid-bar.js";
import {pasted} from "./pasted.js";
import {extent, inside, moved, type Place, type Selection} from "./selection.js";

export interface GridHandlers {
  /** Cells were typed, pasted or cleared; an empty value takes a cell back to its parent's. */
  edit: (changes: readonly Setting[]) => void;
  /** A cell that is computed was opened. */
  open: (cell: SheetCell) => void;
}

/** A grid that is drawn again for another model, or brought up to date where only cells differ. */
export interface GridView {
  element: HTMLElement;
  show: (model: GridModel) => void;
}

/** As many rows as are drawn at first, and again each time that more are asked for. */
const ROWS = 100;

/**
 * A table with the roles and keys of the ARIA grid pattern: arrows move, Shift selects, Enter or F2 or typing edits,
 * Esc leaves, Delete takes back, and ranges are copied from and pasted into as spreadsheet programs do.
 */
export function gridView(handlers: GridHandlers): GridView {
  return new Grid(handlers);
}

class Grid implements GridView {
  readonly element = html`<div class="sheet-grid"></div>`;
  private readonly bar = gridBar(() => this.handlers.open(this.cell(this.selection.active)));
  private model: GridModel | undefined;
  private cells: HTMLElement[][] = [];
  private selection: Selection = {active: {row: 0, column: 0}, anchor: {row: 0, column: 0}};
  private shown = ROWS;
  private closeEditor: (() => void) | undefined;

  constructor(readonly handlers: GridHandlers) {
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.element.addEventListener("pointerdown", (event) => this.point(event));
    this.element.addEventListener("pointerover", (event) => event.buttons === 1 && this.point(event, true));
    this.element.addEventListener("dblclick", (event) => this.placeOf(event.target) && this.open());
    this.element.addEventListener("copy", (event) => this.copy(event));
    this.element.addEventListener("paste", (event) => this.paste(event));
  }

  show(model: GridModel): void {
    const same = this.model && haveSameCells(this.model, model);
    this.model = model;
    if (same) return this.refresh();
    this.shown = ROWS;
    this.draw();
  }

  private get size() {
    const {rows, columns} = this.model!;
    return {rows: Math.min(rows.length, this.shown), columns: columns.length, page: 15};
  }

  private draw(): void {
    const {label, rows, columns} = this.model!;
    const {rows: count} = this.size;
    const hadFocus = this.cells.flat().includes(document.activeElement as HTMLElement);
    this.cells = Array.from({length: count}, () => columns.map(() => document.createElement("td")));
    const body = this.cells.map((cells, row) => rowElement(rows[row]!, cells, row));
    const more = rows.length > count ? moreButton(rows.length - count, () => this.grow()) : null;
    this.element.replaceChildren(
      html`<div class="grid-table sheet-scroll">
        <table
          role="grid"
          aria-label=${label}
          aria-multiselectable="true"
          aria-rowcount=${rows.length + 1}
          aria-colcount=${columns.length + 1}
        >
          <thead>
            <tr role="row" aria-rowindex="1">
              <td></td>
              ${columns.map(columnHeading)}
            </tr>
          </thead>
          <tbody>
            ${body}
          </tbody>
        </table>
      </div>`,
      this.bar.element,
      ...(more ? [more] : [])
    );
    this.selection = {
      active: inside(this.selection.active, this.size),
      anchor: inside(this.selection.anchor, this.size)
    };
    this.refresh();
    if (hadFocus) this.at(this.selection.active)?.focus();
  }

  private grow(): void {
    const first = {row: this.shown, column: 0};
    this.shown += ROWS;
    this.draw();
    this.mark({active: first, anchor: first});
  }

  private refresh(): void {
    const {top, bottom, left, right} = extent(this.selection);
    const {active} = this.selection;
    this.cells.forEach((cells, row) =>
      cells.forEach((element, column) => {
        const selected = row >= top && row <= bottom && column >= left && column <= right;
        fill(element, this.model!.cellAt(row, column));
        element.setAttribute("aria-selected", String(selected));
        element.tabIndex = row === active.row && column === active.column ? 0 : -1;
      })
    );
    this.tell();
  }

  private tell(problem = ""): void {
    const {rows, columns} = this.size;
    if (rows > 0 && columns > 0) this.bar.show(this.cell(this.selection.active), extent(this.selection), problem);
  }

  private mark(next: Selection): void {
    this.each(this.selection, (element) => element.setAttribute("aria-selected", "false"));
    const before = this.at(this.selection.active);
    if (before) before.tabIndex = -1;
    this.selection = next;
    this.each(next, (element) => element.setAttribute("aria-selected", "true"));
    const element = this.at(next.active);
    if (!element) return;
    element.tabIndex = 0;
    element.focus();
    this.tell();
  }

  private each(selection: Selection, visit: (element: HTMLElement, place: Place) => void): void {
    const {top, bottom, left, right} = extent(selection);
    for (let row = top; row <= bottom; ++row)
      for (let column = left; column <= right; ++column) {
        const element = this.at({row, column});
        if (element) visit(element, {row, column});
      }
  }

  private at({row, column}: Place): HTMLElement | undefined {
    return this.cells[row]?.[column];
  }

  private cell({row, column}: Place): SheetCell {
    return this.model!.cellAt(row, column);
  }

  private nameOf({row, column}: Place): string {
    const headings = [this.model!.rows[row]!, this.model!.columns[column]!];
    return headings.flatMap(({title, unit}) => (unit === "" ? [title] : [title, unit])).join(", ");
  }

  private placeOf(target: EventTarget | null): Place | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>("td[role=gridcell]") : null;
    if (!element) return undefined;
    const row = this.cells.findIndex((cells) => cells.includes(element));
    return row < 0 ? undefined : {row, column: this.cells[row]!.indexOf(element)};
  }

  private point(event: PointerEvent, extend = event.shiftKey): void {
    const place = this.placeOf(event.target);
    if (!place || (event.target as Element).closest("input")) return;
    // An open editor takes what was typed when it loses the focus.
    if (this.closeEditor && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    event.preventDefault();
    this.mark({active: place, anchor: extend ? this.selection.anchor : place});
  }

  private press(event: KeyboardEvent): void {
    if (this.closeEditor || !this.placeOf(event.target)) return;
    const {key, ctrlKey, metaKey, altKey} = event;
    const next = moved(this.selection, event, this.size);
    if (next) this.mark(next);
    else if (key === "Enter" && altKey) this.handlers.open(this.cell(this.selection.active));
    else if (key === "Enter" || key === "F2") this.open();
    else if (key === "Delete" || key === "Backspace") this.clear();
    else if (key === "a" && (ctrlKey || metaKey))
      this.mark({...this.selection, anchor: this.corner(), active: {row: 0, column: 0}});
    else if (key.length === 1 && !ctrlKey && !metaKey && !altKey) this.open(key);
    else return;
    event.preventDefault();
  }

  private corner(): Place {
    return {row: this.size.rows - 1, column: this.size.columns - 1};
  }

  /** Edits the active cell, from `text` on where a key began it; a computed cell is edited by a formula only. */
  private open(text?: string): void {
    const cell = this.cell(this.selection.active);
    if (cell.typed === undefined && text !== "=") return this.handlers.open(cell);
    const element = this.at(this.selection.active)!;
    this.closeEditor = cellEditor(element, {
      label: this.nameOf(this.selection.active),
      text: text ?? cell.typed ?? "",
      problem: cell.state === "wrong" ? cell.reason : undefined,
      close: () => {
        this.closeEditor = undefined;
        this.refresh();
      },
      commit: (value, step) => {
        this.commit(cell, value);
        if (!step) return;
        const to = {row: this.selection.active.row + step.row, column: this.selection.active.column + step.column};
        const active = inside(to, this.size);
        this.mark({active, anchor: active});
      }
    });
  }

  /** A formula holds for the whole column, as does what takes its place. What was there before is no change. */
  private commit({id, typed}: SheetCell, text: string): void {
    const value = text.trim();
    if (value === typed) return;
    const had = typed?.startsWith("=") ?? false;
    if (value.startsWith("=")) this.handlers.edit([{cell: columnOfCell(id), value}]);
    else if (had) this.handlers.edit([{cell: columnOfCell(id), value: value === "" ? "" : `=${value}`}]);
    else this.handlers.edit([{cell: id, value}]);
  }

  private clear(): void {
    const cleared: Setting[] = [];
    this.each(this.selection, (_, place) => {
      const {id} = this.cell(place);
      cleared.push({cell: id, value: ""}, {cell: columnOfCell(id), value: ""});
    });
    this.handlers.edit(cleared);
  }

  private copy(event: ClipboardEvent): void {
    if (this.closeEditor) return;
    const {top, bottom, left, right} = extent(this.selection);
    const rows = Array.from({length: bottom - top + 1}, (_, i) =>
      Array.from({length: right - left + 1}, (_, k) => this.cell({row: top + i, column: left + k}).copied)
    );
    event.clipboardData?.setData("text/plain", tsvFormatRows(rows));
    event.preventDefault();
  }

  /** A range is pasted from the active cell on; one value fills all that is selected. What is computed stays. */
  private paste(event: ClipboardEvent): void {
    if (this.closeEditor) return;
    event.preventDefault();
    const rows = pasted(event.clipboardData?.getData("text/plain") ?? "");
    const {top, left} = extent(this.selection);
    const changes: Setting[] = [];
    let lost = 0;
    const put = (place: Place, value: string): void => {
      const cell = this.at(place) && this.cell(place);
      if (cell?.typed === undefined) ++lost;
      else if (cell.typed !== value) changes.push({cell: cell.id, value});
    };
    if (rows.length === 1 && rows[0]!.length === 1) this.each(this.selection, (_, place) => put(place, rows[0]![0]!));
    else rows.forEach((row, i) => row.forEach((value, k) => put({row: top + i, column: left + k}, value)));
    this.handlers.edit(changes);
    if (lost > 0) this.tell(`${lost} of the pasted values had no cell to go into.`);
  }
}

/** Whether two models have the same cells, so that only what they hold may differ. */
function haveSameCells(a: GridModel, b: GridModel): boolean {
  const titles = ({label, rows, columns}: GridModel): string =>
    [label, ...rows.map(({title}) => title), "", ...columns.map(({title}) => title)].join("\n");
  return titles(a) === titles(b);
}

function rowElement({title, unit, doc}: Heading, cells: readonly HTMLElement[], row: number): HTMLElement {
  cells.forEach((element, column) => {
    element.setAttribute("role", "gridcell");
    element.setAttribute("aria-colindex", String(column + 2));
  });
  return html`<tr role="row" aria-rowindex=${row + 2}>
    <th scope="row" role="rowheader" title=${doc || null}>${title}<small>${unit}</small></th>
    ${cells}
  </tr>`;
}

function columnHeading({title, unit, doc}: Heading): HTMLElement {
  return html`<th scope="col" role="columnheader" title=${doc || null}>${title}<small>${unit}</small></th>`;
}

function moreButton(left: number, click: () => void): HTMLElement {
  const element = html`<button type="button">Show ${Math.min(ROWS, left)} more of ${left} rows</button>`;
  element.addEventListener("click", click);
  return element;
}

/** What colour says, for those who hear the page. */
const heard: Partial<Record<SheetCell["state"], string>> = {
  edited: "edited",
  wrong: "wrong, not taken",
  moved: "moved",
  missing: "no value"
};

/** Writes a cell; only what differs is touched. */
function fill(element: HTMLElement, {id, text, typed, before, change, state, reason}: SheetCell): void {
  const key = [id, text, typed, before, change, state, reason].join("\n");
  if (element.dataset.key === key) return;
  element.dataset.key = key;
  element.dataset.id = id;
  element.className = `sheet-cell ${state}`;
  element.title = reason ?? "";
  element.setAttribute("aria-readonly", String(typed === undefined));
  element.setAttribute("aria-invalid", String(state === "wrong"));
  element.replaceChildren(
    typed !== undefined && state !== "wrong" && typed.includes("(") ? text : text === "" ? (typed ?? "") : text,
    ...(state in heard ? [html`<span class="visually-hidden"> ${heard[state]} </span>`] : []),
    ...(before === undefined
      ? []
      : [html`<small>was ${before === "" ? "empty" : before}${change === undefined ? "" : `, ${change}`}</small>`]),
    ...(state === "wrong" ? [html`<small class="sheet-wrong">${reason ?? ""}</small>`] : [])
  );
}
