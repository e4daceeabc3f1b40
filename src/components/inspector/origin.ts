import {REFERENCE} from "../../lib/model/reference.js";
import {cellsOf, madeOf, originOf} from "../rows/row-source.js";
import type {Row} from "../rows/table-types.js";

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

/** The model's cell that a number of a table's row is; none where it is no cell. */
export function cellOf(row: object | undefined, column: string): CellMark | undefined {
  if (row === undefined) return undefined;
  const cells = cellsOf(row);
  if (cells.kind === "row") return markIn(row, rowColumn(cells.row, column));
  return cells.kind === "about" && cells.columns.includes(column) ? markIn(row, cells.cell) : undefined;
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

/** The cell that a row of a table is about, though its numbers need not be that cell's; none where there is none. */
export function cellBehind(row: object): CellMark | undefined {
  const cells = cellsOf(row);
  return cells.kind === "about" ? markIn(row, cells.cell) : undefined;
}

/** Those that are cells. */
export function marksOf(marks: readonly (CellMark | undefined)[]): CellMark[] {
  return marks.filter((one) => one !== undefined);
}

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

/** Columns that say which row of the model a row is. */
const keys = ["scenario", "key", "date"];

/** The address of a column of a row of the model; none where the column names that row. */
function rowColumn(row: string, column: string): string | undefined {
  return keys.includes(column) || row.includes(`{${column}}`) ? undefined : `${row}.${column}`;
}

/** The cell of an address, once fields of a row take the place of their names; none where no scenario has that cell. */
function markIn(row: object, address: string | undefined): CellMark | undefined {
  const fields = row as Row;
  const scenario = scenarioOf(fields);
  if (address === undefined || scenario === undefined || scenario === "") return undefined;
  const cell = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(fields[name]));
  return {cell: fields.date instanceof Date ? `${cell}@${fields.date.toISOString().slice(0, 7)}` : cell, scenario};
}

function scenarioOf(row: Row): string | undefined {
  const cells = cellsOf(row);
  if (typeof row.scenario === "string") return row.scenario;
  if (cells.kind === "about" && cells.scenarios) return cells.scenarios[String(row.table)];
  return madeOf(row) ?? REFERENCE;
}
