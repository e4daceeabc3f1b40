import {InputError, knownNames, shortened, unknown} from "./error.js";
import {dateOf, monthsOf} from "./inputs.js";
import type {ModelColumn} from "./model.js";
import {keysOf, type Run} from "./run.js";

/** The parts of an address as written: `table[row].column@month`. */
export interface Address {
  table: string;
  /** Row key; undefined if the table has one row or the address means the whole column. */
  key: string | undefined;
  column: string;
  /** `12` or `2027-12`; undefined for the first month. */
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

/** Splits an address into its parts; table and column are empty for any other text. */
export function addressOf(text: string): Address {
  const [, table = "", key, column = "", month] = pattern.exec(text) ?? [];
  return {table, key, column, month};
}

const pattern = /^([a-z_0-9]+)(?:\[([^\]]+)\])?\.([a-z_0-9]+)(?:@(\d+|\d{4}-\d{2}))?$/;

/** The address of a row: `accelerator[b300]`. */
export interface RowAddress {
  table: string;
  key: string;
}

/** Parses the address of a whole row; undefined for any other text. */
export function rowOf(text: string): RowAddress | undefined {
  const [, table, key] = /^([a-z_0-9]+)\[([^\]]+)\]$/.exec(text) ?? [];
  return table === undefined ? undefined : {table, key: key!};
}

/** The column of a cell, as `table.column`. */
export function columnOfCell(cell: string): string {
  return cell.replace(/\[[^\]]*\]/, "");
}

/** A cell's address, without a row if the table has only one and without a month if the column never changes. */
export function cellName(base: Base, {table, name, dynamic}: ModelColumn, row: number, month: number): string {
  const key = table.single ? "" : `[${keysOf(base, table.name)[row]}]`;
  return `${table.name}${key}.${name}${dynamic ? `@${month}` : ""}`;
}

/** Resolves `cluster[atlas-b200].price` or `economy.tokens`; undefined if the model has no such place. */
export function find(base: Base, text: string): Place | undefined {
  const {table, key, column: name, month} = addressOf(text);
  const column = base.model.columns.get(`${table}.${name}`);
  const keys = keysOf(base, table);
  const row = key === undefined && keys.length === 1 ? 0 : keys.indexOf(key ?? "");
  return column && row >= 0 && month === undefined ? {column, key: keys[row]!, row} : undefined;
}

/**
 * Resolves `cluster[atlas-b200].price` or `economy.tokens`. Throws an `InputError` that starts with the place of the
 * address and suggests the nearest table, column or row.
 */
export function resolve(base: Base, text: string, typedAt = ""): Place {
  return find(base, text) ?? fail(base, text, typedAt);
}

/** As `resolve`, but for input cells only. */
export function resolveInput(base: Base, text: string, typedAt = ""): Place {
  const {table, column} = addressOf(text);
  const columns = base.inputs[table]?.columns ?? {};
  if (base.model.columns.has(`${table}.${column}`) && !(column in columns))
    throw new InputError(
      `${prefixed(typedAt, text)}: is computed: only inputs can be set\n` +
        `  set an input that it depends on, or replace its formula`
    );
  if (base.model.tables.some(({name}) => name === table) && !(column in columns))
    unknown(prefixed(typedAt, text), "input column", column, Object.keys(columns), ...parametersOf(base, column));
  return resolve(base, text, typedAt);
}

/** Resolves an address, or `table[*].column` for all rows, to input cells. Throws as `resolveInput` does. */
export function resolveInputs(base: Base, pattern: string, typedAt = ""): Place[] {
  const {table, key} = addressOf(pattern);
  const rows = key === "*" ? keysOf(base, table) : [];
  const cells = rows.length === 0 ? [pattern] : rows.map((row) => pattern.replace("*", row));
  return cells.map((cell) => resolveInput(base, cell, typedAt));
}

/**
 * Resolves a cell of a run: `cluster[atlas-b200].levelised_cost@12` or `…@2027-12`. Throws an `InputError` that
 * suggests the nearest table, column or row, or for a month outside the run.
 */
export function cellAt(run: Run, text: string): CellPlace {
  const {month = "0"} = addressOf(text);
  return {...resolve(run, text.replace(`@${month}`, "")), month: monthAt(run, text, month)};
}

/**
 * The month of a run that an address gives as `12` or `2027-12`. Throws an `InputError` for a month outside the run.
 */
export function monthAt(run: Run, text: string, at: string): number {
  const month = at.includes("-") ? monthsOf(at) - monthsOf(run.start) : Number(at);
  if (month >= 0 && month < run.months) return month;
  const last = dateOf(monthsOf(run.start) + run.months - 1);
  throw new InputError(
    `${shortened(text)}: month ${at} is outside the run: expected 0 to ${run.months - 1}, or ${run.start} to ${last}`
  );
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
