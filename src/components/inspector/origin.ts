import {REFERENCE} from "../../lib/model/reference.js";
import {cellsOf, madeOf, originOf} from "../rows/row-source.js";
import type {Row} from "../rows/table-types.js";

/** A cell of the model, and the scenario of its run. */
export interface CellMark {
  /** `cluster[atlas-b200].levelised_cost@2027-12` */
  cell: string;
  scenario: string;
}

/** A number calculated from others, with an introduction to their list. */
export interface Made {
  words: string;
  of: readonly (CellMark | Recorded)[];
}

/** A number in a published row that is not a cell: a range, a measurement, a step of a plan. */
export interface Recorded {
  table: string;
  row: object;
  /** Column; undefined for the whole row, if the number is made from several columns. */
  column?: string;
}

/** Where a number comes from. */
export type Origin = CellMark | Made | Recorded;

/** The model's cell behind a number in a table's row; undefined if it is not a cell. */
export function cellOf(row: object | undefined, column: string): CellMark | undefined {
  if (row === undefined) return undefined;
  const cells = cellsOf(row);
  if (cells.kind === "row") return markIn(row, rowColumn(cells.row, column));
  return cells.kind === "about" && cells.columns.includes(column) ? markIn(row, cells.cell) : undefined;
}

/** The origin of a number in a table's row: its cell or its table; undefined if the row belongs to no table. */
export function originFor(row: object | undefined, column: string): CellMark | Recorded | undefined {
  return cellOf(row, column) ?? recordOf(row, column);
}

/** A number in a published row; undefined if the row belongs to no table. */
export function recordOf(row: object | undefined, column?: string): Recorded | undefined {
  const table = row && originOf(row);
  if (row === undefined || table === undefined) return undefined;
  return {table, row, ...(column !== undefined && {column})};
}

/** The cell that a table's row is about, even if its numbers are not that cell's; undefined if there is none. */
export function cellBehind(row: object): CellMark | undefined {
  const cells = cellsOf(row);
  return cells.kind === "about" ? markIn(row, cells.cell) : undefined;
}

/** Keeps only cells. */
export function marksOf(marks: readonly (CellMark | undefined)[]): CellMark[] {
  return marks.filter((one) => one !== undefined);
}

/** The name of a number: `economy.tokens@2027-01`, `plan_action[2027, iowa].amount`. */
export function nameOf(origin: Origin): string {
  if ("of" in origin) return nameOf(origin.of[0]!);
  return "table" in origin ? nameInTable(origin) : origin.cell;
}

function nameInTable({table, row, column = "*"}: Recorded): string {
  const texts = Object.values(row).filter((value) => typeof value === "string" && value !== "");
  return `${table}[${texts.slice(0, few).join(", ")}].${column}`;
}

/** Texts that identify a row come first in it. */
const few = 5;

/** Columns that identify a row of the model. */
const keys = ["scenario", "key", "date"];

/** The address of a column in a row of the model; undefined for a column that identifies the row. */
function rowColumn(row: string, column: string): string | undefined {
  return keys.includes(column) || row.includes(`{${column}}`) ? undefined : `${row}.${column}`;
}

/** The cell of an address, with a row's fields in place of their names; undefined if no scenario has the cell. */
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
