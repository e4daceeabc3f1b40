import {REFERENCE} from "../../lib/model/reference.js";
import {bookKey} from "../../lib/model/book-key.js";
import {madeOf, originOf, type Row} from "../rows/tables.js";

/** A cell of the model as a page names it: the cell, and the scenario whose run it belongs to. */
export interface CellMark {
  /** `cluster[atlas-b200].levelised_cost@2027-12` */
  cell: string;
  scenario: string;
}

/** A number that is made of others: what is said before they are listed. */
export interface Made {
  words: string;
  of: readonly (CellMark | Recorded)[];
}

/** A number of a published table's row that is no cell: a range, a measurement, a step of a plan. */
export interface Recorded {
  table: string;
  row: object;
  /** Of the whole row, where it is made of several columns. */
  column?: string;
}

/** Where a number comes from. */
export type Origin = CellMark | Made | Recorded;

/** Typed tables of studies beside the model: their entry says all there is to know of a number. */
const beside = new Set(
  "benchmark constraint lever lever_move market_shock plan_default project_default readme_correction rental_history serving_figure simulator user_count".split(
    " "
  )
);

/** Tables that have keys, and scenarios or tables, as the model's have, and hold no cells. */
const cellless = new Set([...beside, "cause", "measurement", "missing", "model_check", "plan_limit", "quantile"]);

/** Tables of which a column holds a cell that the row names. */
const naming: Readonly<Record<string, (row: Row, column: string) => string | undefined>> = {
  headline: ({figure}, column) => (column === "central" ? `economy.${String(figure)}` : undefined),
  cross_check: ({cell}, column) => (column === "predicted" ? String(cell) : undefined),
  assumption: ({table, key, column: name}, column) =>
    column === "central" && !beside.has(String(table)) ? `${String(table)}[${String(key)}].${String(name)}` : undefined
};

/** The model's cell that a number of a table's row is; none where the table is not one of the model's. */
export function cellOf(row: object | undefined, column: string): CellMark | undefined {
  const table = row && originOf(row);
  if (table === undefined || cellless.has(table)) return undefined;
  const cell = naming[table] ? naming[table](row as Row, column) : ownCell(table, row as Row, column);
  const {date, scenario = scenarioOf(row as Row)} = row as Row;
  if (cell === undefined || typeof scenario !== "string") return undefined;
  return {cell: date instanceof Date ? `${cell}@${date.toISOString().slice(0, 7)}` : cell, scenario};
}

/** Where a number of a table's row comes from: the cell that it is, or its table; none where the row is of no table. */
export function originFor(row: object | undefined, column: string): CellMark | Recorded | undefined {
  return cellOf(row, column) ?? recordOf(row, column);
}

/** A number of a published row; none where the row is of no table. */
export function recordOf(row: object | undefined, column?: string): Recorded | undefined {
  const table = row && originOf(row);
  if (row === undefined || table === undefined) return undefined;
  return {table, row, ...(column !== undefined && {column})};
}

/** The cells that a row of a table is about, though none of its numbers is one. */
export function cellBehind(table: string, row: Row): CellMark[] {
  const {scenario = madeOf(row) ?? scenarioOf(row) ?? REFERENCE, date} = row;
  const month = date instanceof Date ? `@${date.toISOString().slice(0, 7)}` : "";
  return (about[table]?.(row) ?? []).map((cell) => ({cell: `${cell}${month}`, scenario: String(scenario)}));
}

const figure = ({figure: name}: Row): string => `economy.${String(name)}`;

const about: Readonly<Record<string, (row: Row) => string[]>> = {
  headline: (row) => [figure(row)],
  scenario_bridge: (row) => [figure(row)],
  sensitivity: (row) => [figure(row)],
  swing: (row) => [figure(row)],
  driver: ({cell}) => [String(cell)],
  cross_check: ({cell}) => [String(cell)],
  quantile: ({table, key, column}) => [`${String(table)}[${String(key)}].${String(column)}`],
  assumption: ({table, key, column}) =>
    beside.has(String(table)) ? [] : [`${String(table)}[${String(key)}].${String(column)}`]
};

function ownCell(table: string, row: Row, column: string): string | undefined {
  const key = bookKey(table, row) ?? row.key;
  if (typeof key !== "string" || ["scenario", "key", "date", "month"].includes(column)) return undefined;
  return `${table}[${key}].${column}`;
}

/** Assumptions are those of the reference, or of the older program. */
function scenarioOf({table}: Row): string | undefined {
  if (typeof table !== "string") return undefined;
  return table.startsWith("readme_") ? "readme-baseline" : REFERENCE;
}

/** Those that are cells. */
export function marksOf(marks: readonly (CellMark | undefined)[]): CellMark[] {
  return marks.filter((one) => one !== undefined);
}

/** Lets a reader click an element, or press Enter on it, to see where its number comes from. */
export function cellLink<E extends HTMLElement | SVGElement>(element: E, origin: Origin, tabIndex = 0): E {
  element.tabIndex = tabIndex;
  element.setAttribute("role", "button");
  if (element instanceof HTMLElement) element.title = `${nameOf(origin)}: where it comes from`;
  return pointerLink(element, origin);
}

/** The same for the pointer alone: of a chart that is one image to a screen reader, with a table for the keyboard. */
export function pointerLink<E extends HTMLElement | SVGElement>(element: E, origin: Origin): E {
  listen();
  element.dataset.cell = nameOf(origin);
  if ("cell" in origin) element.dataset.scenario = origin.scenario;
  else origins.set(element, origin);
  return element;
}

/** Of elements whose number is no cell. */
const origins = new WeakMap<Element, Made | Recorded>();

/** What a number is called: `economy.tokens@2027-01`, `plan_action[2027, iowa].amount`. */
export function nameOf(origin: Origin): string {
  if ("of" in origin) return nameOf(origin.of[0]!);
  return "table" in origin ? nameInTable(origin) : origin.cell;
}

function nameInTable({table, row, column = "*"}: Recorded): string {
  const texts = Object.values(row).filter((value) => typeof value === "string" && value !== "");
  return `${table}[${texts.slice(0, few).join(", ")}].${column}`;
}

/** Texts of a row that tell it apart come first in it. */
const few = 5;

/** Opens the inspector; it, and the model, are loaded when first asked for. */
export async function inspect(origin: Origin): Promise<void> {
  const {openInspector} = await import("./panel.js");
  openInspector(origin);
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener("click", (event) => void follow(event));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") void follow(event);
    else if (isMarked(event.target) && event.key in steps) moveOn(event, event.target);
  });
}

const steps: Readonly<Record<string, [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1]
};

type Marked = HTMLElement | SVGElement;

function isMarked(target: EventTarget | null): target is Marked {
  return (target instanceof HTMLElement || target instanceof SVGElement) && target.dataset.cell !== undefined;
}

/** In a table, arrows go from number to number, in a chart from mark to mark, so that it takes one stop of the tab key. */
function moveOn(event: KeyboardEvent, from: Marked): void {
  const to = from instanceof SVGElement ? besideInChart(from, event.key) : besideInTable(from, event.key);
  if (!to) return;
  event.preventDefault();
  [from.tabIndex, to.tabIndex] = [-1, 0];
  to.focus();
}

function besideInChart(from: SVGElement, key: string): Marked | undefined {
  const all = [...from.ownerSVGElement!.querySelectorAll<SVGElement>("[data-cell]")];
  const [down, right] = steps[key]!;
  return all[all.indexOf(from) + down + right];
}

function besideInTable(from: HTMLElement, key: string): Marked | null | undefined {
  const cell = from.closest("td");
  if (!cell) return undefined;
  const [down, right] = steps[key]!;
  const rows = cell.closest("tbody")!.rows;
  const row = rows[(cell.parentElement as HTMLTableRowElement).sectionRowIndex + down];
  let next = row?.cells[cell.cellIndex + right];
  while (next && right !== 0 && !next.querySelector("[data-cell]")) next = row?.cells[next.cellIndex + right];
  return next?.querySelector<HTMLElement>("[data-cell]");
}

async function follow(event: Event): Promise<void> {
  const element = event.target instanceof Element ? event.target.closest<Marked>("[data-cell]") : null;
  if (!element || (event.target as Element).closest("a, button")) return;
  event.preventDefault();
  const {cell, scenario = REFERENCE} = element.dataset as Partial<CellMark> & {cell: string};
  await inspect(origins.get(element) ?? {cell, scenario});
}
