import type {SheetCell} from "../cells.js";
import type {GridModel, Heading} from "../view.js";

/** Number of rows that determine a column's width. */
const SAMPLE = 60;
const [LEAST, MOST] = [64, 240];
/** Space around a text: padding and the line between columns. */
const AROUND = 18;
/** Space for the range, or for a cell's former value. */
const SLOT = 44;

/** The width of a column that shows its heading and its cells' content, both slots included. */
export function fittedWidth({columns, rows, cellAt}: GridModel, column: number): number {
  const heading = columns[column]!;
  let width = Math.max(widthOf(`${heading.mark} ${heading.title}`, bold()) + 8, widthOf(heading.unit, small()));
  for (let row = 0; row < Math.min(rows.length, SAMPLE); ++row) {
    const {text, range, before, numeric} = cellAt(row, column);
    const slot = range || before !== undefined ? SLOT + 8 : numeric && heading.typed ? 8 : 0;
    width = Math.max(width, widthOf(text, plain()) + slot);
  }
  return Math.ceil(Math.min(MOST, Math.max(LEAST, width + AROUND)));
}

/** The width that shows an edited cell and its former value. */
export function neededWidth({text, before, live}: SheetCell): number {
  const was =
    before === undefined ? 0 : widthOf(`${live ? "= " : ""}was ${before === "" ? "empty" : before}`, small()) + 10;
  return Math.ceil(Math.min(MOST, widthOf(text, `600 ${plain()}`) + was + AROUND + 4));
}

/** The width of the rows' headings, limited to a share of the available width. */
export function headingWidth(rows: readonly Heading[], corner: {title: string; unit: string}, room: number): number {
  let width = Math.max(widthOf(corner.title, bold()), widthOf(corner.unit, small()));
  for (const {title, unit, mark} of rows.slice(0, 300)) {
    const text = widthOf(mark === "" ? title : `${mark} ${title}`, plain());
    width = Math.max(width, text + (unit === "" ? 0 : widthOf(unit, small()) + 12));
  }
  return Math.ceil(Math.min(Math.max(110, room * 0.42), 320, Math.max(88, width + AROUND)));
}

/** The width of a text on screen. */
function widthOf(text: string, font: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * 7.5;
  context.font = font;
  return context.measureText(text).width;
}

let context: CanvasRenderingContext2D | null | undefined;

/** The font of a heading or cell, in the page's font family. */
function plain(): string {
  return `13px ${family()}`;
}

function bold(): string {
  return `600 13px ${family()}`;
}

function small(): string {
  return `11px ${family()}`;
}

function family(): string {
  found ??= getComputedStyle(document.querySelector(".tf-grid") ?? document.body).fontFamily;
  return found;
}

let found: string | undefined;
