import type {Heading} from "../view.js";
import {CellElement, type Marks} from "./cell-element.js";
import type {Geometry, Range} from "./geometry.js";
import {Slots} from "./slots.js";

/** A row's element, with its heading and its visible cells. */
interface RowElement {
  element: HTMLElement;
  heading: HTMLElement;
  title: HTMLElement;
  note: HTMLElement;
  sentence: HTMLElement;
  cells: CellElement[];
  row: number;
}

/** What the body needs to know to draw. */
export interface BodySource {
  heading: (row: number) => Heading;
  fill: (cell: CellElement) => void;
  /** Adds content to a row's heading: a path over the months. */
  adorn?: ((row: number, heading: HTMLElement) => void) | undefined;
}

/** The visible rows and columns of a grid, as elements that are reused as others come into view. */
export class GridBody {
  readonly element = document.createElement("div");
  private readonly rowSlots = new Slots();
  private readonly columnSlots = new Slots();
  private readonly rows: RowElement[] = [];

  constructor() {
    this.element.className = "tf-body";
    this.element.setAttribute("role", "rowgroup");
  }

  /** Draws the visible rows and columns; `again` also rewrites cells that were already visible. */
  draw(
    source: BodySource,
    geometry: Geometry,
    rows: ReadonlySet<number>,
    columns: ReadonlySet<number>,
    again: boolean
  ) {
    const rowCount = this.rowSlots.hold(rows);
    const columnCount = this.columnSlots.hold(columns);
    while (this.rows.length < rowCount) this.rows.push(this.newRow());
    for (const row of this.rows) while (row.cells.length < columnCount) addCell(row);
    for (const slot of this.rowSlots.unused()) this.rows[slot]!.element.hidden = true;
    for (const [index, slot] of this.rowSlots.entries()) this.drawRow(source, geometry, index, this.rows[slot]!, again);
  }

  /** Updates the marks of visible cells without changing their content. */
  mark(marksOf: (cell: {row: number; column: number; id: string}) => Marks): void {
    for (const {element, cells} of this.rows)
      if (!element.hidden) for (const cell of cells) if (!cell.element.hidden) cell.mark(marksOf);
  }

  /** The element of a cell, if visible. */
  cellAt(row: number, column: number): CellElement | undefined {
    const [rowSlot, columnSlot] = [this.rowSlots.slotOf(row), this.columnSlots.slotOf(column)];
    return rowSlot === undefined || columnSlot === undefined ? undefined : this.rows[rowSlot]!.cells[columnSlot];
  }

  /** The cell of an element. */
  cellOf(element: Element): CellElement | undefined {
    return this.rows.flatMap(({cells}) => cells).find((cell) => cell.element === element);
  }

  /** The row of a heading's element. */
  rowOf(heading: Element): number | undefined {
    return this.rows.find((row) => row.heading === heading)?.row;
  }

  /** Puts rows and cells into reading order, except for the focused element. */
  arrange(): void {
    const rows = this.rows.filter(({element}) => !element.hidden).sort((a, b) => a.row - b.row);
    inOrder(
      this.element,
      rows.map(({element}) => element)
    );
    for (const {element, cells} of rows) {
      const shown = cells.filter((cell) => !cell.element.hidden).sort((a, b) => a.column - b.column);
      inOrder(element, [element.firstElementChild!, ...shown.map((cell) => cell.element)]);
    }
  }

  private drawRow(source: BodySource, geometry: Geometry, index: number, row: RowElement, again: boolean): void {
    const fresh = row.row !== index || row.element.hidden;
    if (fresh) place(row, index, geometry);
    if (fresh || again) writeHeading(row, source);
    for (const slot of this.columnSlots.unused()) row.cells[slot]!.element.hidden = true;
    for (const [column, slot] of this.columnSlots.entries()) {
      const cell = row.cells[slot]!;
      const entered = fresh || cell.column !== column || cell.element.hidden;
      if (entered) placeCell(cell, index, column);
      if (entered || again) {
        span(cell, geometry);
        source.fill(cell);
      }
    }
  }

  private newRow(): RowElement {
    const element = document.createElement("div");
    element.className = "tf-row";
    element.setAttribute("role", "row");
    const heading = document.createElement("div");
    heading.className = "tf-row-heading";
    heading.setAttribute("role", "rowheader");
    const [title, note] = [document.createElement("span"), document.createElement("small")];
    heading.append(title, note);
    const sentence = document.createElement("small");
    sentence.className = "tf-sentence";
    // The heading has the same text.
    sentence.setAttribute("aria-hidden", "true");
    element.append(heading, sentence);
    this.element.append(element);
    return {element, heading, title, note, sentence, cells: [], row: -1};
  }
}

/** The indices of a range, and one more. */
export function indicesOf({from, to}: Range, also: number | undefined, count: number): Set<number> {
  const indices = new Set<number>();
  for (let index = from; index < to; ++index) indices.add(index);
  if (also !== undefined && also < count) indices.add(also);
  return indices;
}

function addCell(row: RowElement): void {
  const cell = new CellElement();
  row.cells.push(cell);
  row.element.append(cell.element);
}

function place(row: RowElement, index: number, geometry: Geometry): void {
  row.row = index;
  row.element.hidden = false;
  row.element.style.transform = `translateY(${geometry.topOf(index)}px)`;
  row.element.setAttribute("aria-rowindex", String(index + 2));
}

function writeHeading(element: RowElement, {heading: headingOf, adorn}: BodySource): void {
  const {row, heading, title, note} = element;
  const {title: text, unit, doc, mark, sentence = ""} = headingOf(row);
  element.sentence.textContent = sentence;
  title.textContent = mark === "" ? text : `${mark} ${text}`;
  note.textContent = unit;
  heading.title = doc;
  heading.querySelector("svg")?.remove();
  adorn?.(row, heading);
}

function placeCell(cell: CellElement, row: number, column: number): void {
  cell.row = row;
  cell.column = column;
  cell.element.hidden = false;
  cell.element.setAttribute("aria-colindex", String(column + 2));
}

function span({element, column}: CellElement, geometry: Geometry): void {
  element.style.left = `calc(var(--tf-heading) + ${geometry.leftOf(column)}px)`;
  element.style.width = `${geometry.widths[column]}px`;
}

/** Reorders children without removing the focused one from the page. */
function inOrder(parent: Element, wanted: readonly Element[]): void {
  const focused = wanted.find((element) => element.contains(document.activeElement));
  let before: Element | null = null;
  for (const element of [...wanted].reverse()) {
    if (element !== focused && element.nextElementSibling !== before) parent.insertBefore(element, before);
    before = element;
  }
}
