import {InputError, knownNames, shortened, unknown} from "./error.js";
import {monthsOf} from "./inputs.js";
import type {ModelColumn} from "./model.js";
import {keysOf, type Run} from "./run.js";

/** The parts of an address, `table[row].column@month`, as they are written. */
export interface Address {
  table: string;
  /** The row's key; none where the table has one row or the whole column is meant. */
  key: string | undefined;
  column: string;
  /** `12` or `2027-12`; none for the first month. */
  month: string | undefined;
}

/** A column of a model and one of its rows. */
export interface Place {
  column: ModelColumn;
  /** The row's key. */
  key: string;
  row: number;
}

/** A cell of a run. */
export interface CellPlace extends Place {
  month: number;
}

/** A model with the rows that addresses name. */
type Base = Pick<Run, "model" | "inputs">;

/** Reads an address. Table and column of any other text are empty. */
export function addressOf(text: string): Address {
  const [, table = "", key, column = "", month] = pattern.exec(text) ?? [];
  return {table, key, column, month};
}

const pattern = /^([a-z_0-9]+)(?:\[([^\]]+)\])?\.([a-z_0-9]+)(?:@(\d+|\d{4}-\d{2}))?$/;

/** A row of a table, as `accelerator[b300]` names it. */
export interface RowAddress {
  table: string;
  key: string;
}

/** Reads the address of a whole row; nothing for any other text. */
export function rowOf(text: string): RowAddress | undefined {
  const [, table, key] = /^([a-z_0-9]+)\[([^\]]+)\]$/.exec(text) ?? [];
  return table === undefined ? undefined : {table, key: key!};
}

/** The column, `table.column`, that a cell stands in. */
export function columnOfCell(cell: string): string {
  return cell.replace(/\[[^\]]*\]/, "");
}

/** A cell's address: without a row where the table has one, without a month where the column is the same in all. */
export function cellName(base: Base, {table, name, dynamic}: ModelColumn, row: number, month: number): string {
  const key = table.single ? "" : `[${keysOf(base, table.name)[row]}]`;
  return `${table.name}${key}.${name}${dynamic ? `@${month}` : ""}`;
}

/** The place that `cluster[atlas-b200].price` or `economy.tokens` names; none where the model does not have it. */
export function find(base: Base, text: string): Place | undefined {
  const {table, key, column: name, month} = addressOf(text);
  const column = base.model.columns.get(`${table}.${name}`);
  const keys = keysOf(base, table);
  const row = key === undefined && keys.length === 1 ? 0 : keys.indexOf(key ?? "");
  return column && row >= 0 && month === undefined ? {column, key: keys[row]!, row} : undefined;
}

/**
 * The place that `cluster[atlas-b200].price` or `economy.tokens` names. Throws an `InputError` with the nearest table,
 * column or row, after the place where the address was typed.
 */
export function resolve(base: Base, text: string, typedAt = ""): Place {
  return find(base, text) ?? fail(base, text, typedAt);
}

/** As `resolve`, for a cell that holds an input: other columns are unknown. */
export function resolveInput(base: Base, text: string, typedAt = ""): Place {
  const {table, column} = addressOf(text);
  const columns = base.inputs[table]?.columns ?? {};
  if (base.model.tables.some(({name}) => name === table) && !(column in columns))
    unknown(prefixed(typedAt, text), "input column", column, Object.keys(columns), ...parametersOf(base, column));
  return resolve(base, text, typedAt);
}

/** The cells that `table[*].column`, for all rows, or an address names. Throws as `resolveInput` does. */
export function resolveInputs(base: Base, pattern: string, typedAt = ""): Place[] {
  const {table, key} = addressOf(pattern);
  const rows = key === "*" ? keysOf(base, table) : [];
  const cells = rows.length === 0 ? [pattern] : rows.map((row) => pattern.replace("*", row));
  return cells.map((cell) => resolveInput(base, cell, typedAt));
}

/**
 * The cell of a run that `cluster[atlas-b200].levelised_cost@12` or `…@2027-12` names. Throws an `InputError` with the
 * nearest table, column or row, and for a month outside the run.
 */
export function cellAt(run: Run, text: string): CellPlace {
  const {month = "0"} = addressOf(text);
  return {...resolve(run, text.replace(`@${month}`, "")), month: monthAt(run, text, month)};
}

/**
 * The month of a run that `12` or `2027-12` names in an address. Throws an `InputError` for a month outside the run.
 */
export function monthAt(run: Run, text: string, at: string): number {
  const month = at.includes("-") ? monthsOf(at) - monthsOf(run.start) : Number(at);
  if (month >= 0 && month < run.months) return month;
  throw new InputError(`${shortened(text)}: month ${month} is outside the run: expected 0 to ${run.months - 1}`);
}

function fail(base: Base, text: string, typedAt: string): never {
  const {table, key, column, month} = addressOf(text);
  const at = prefixed(typedAt, text);
  if (table === "" || month !== undefined)
    throw new InputError(`${at}: not a cell\n  use table[row].column or parameter.name`);
  const tables = base.model.tables.map(({name}) => name);
  if (!tables.includes(table)) unknown(at, "table", table, tables, ...parametersOf(base, column));
  const columns = [...base.model.columns.values()].flatMap((one) => (one.table.name === table ? [one.name] : []));
  if (!columns.includes(column)) unknown(at, "column", column, columns, ...parametersOf(base, column));
  const keys = keysOf(base, table);
  if (key !== undefined) unknown(at, "row", key, keys);
  throw new InputError([`${at}: no row`, `use ${table}[row].${column}`, ...knownNames("row", "", keys)].join("\n  "));
}

/** The shared input of that name, where there is one: what was meant, wherever it was looked for. */
function parametersOf({model, inputs}: Base, column: string): string[] {
  return model.tables.flatMap(({name, single}) =>
    single && column in (inputs[name]?.columns ?? {}) ? [`did you mean ${name}.${column}?`] : []
  );
}

function prefixed(typedAt: string, text: string): string {
  return typedAt === "" ? shortened(text) : `${typedAt}: ${shortened(text)}`;
}
