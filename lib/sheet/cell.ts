import {InputError, knownNames} from "./error.js";
import {keysOf, type Run} from "./run.js";
import {monthsOf} from "./inputs.js";
import type {ModelColumn} from "./model.js";

/** A cell of a run: a column, one of its rows, and a month. */
export interface CellPlace {
  column: ModelColumn;
  /** The row's key. */
  key: string;
  row: number;
  month: number;
}

/**
 * Finds the cell that a text names: `cluster[atlas-b200].levelised_cost@12` or `…@2027-12`, without a row where the table has
 * one, without a month for the first. Throws an `InputError` that offers the nearest name.
 */
export function cellAt(run: Run, text: string): CellPlace {
  const match = /^([a-z_0-9]+)(?:\[([^\]]+)\])?\.([a-z_0-9]+)(?:@(\d+|\d{4}-\d{2}))?$/.exec(text);
  if (!match) throw new InputError(`"${text}" is not a cell: write table[row].column@month`);
  const [, table = "", key, name = "", at = "0"] = match;
  const column = columnOf(run, text, table, name);
  const month = monthAt(run, text, at);
  const keys = keysOf(run, table);
  const row = key === undefined && keys.length === 1 ? 0 : keys.indexOf(key ?? "");
  if (row < 0) fail(text, `unknown row "${key ?? ""}" of ${table}`, knownNames("rows", key ?? "", keys));
  return {column, key: keys[row]!, row, month};
}

/** The month of a run that `12` or `2027-12` names in a cell's text. Throws an `InputError` for one outside the run. */
export function monthAt(run: Run, text: string, at: string): number {
  const month = at.includes("-") ? monthsOf(at) - monthsOf(run.start) : Number(at);
  if (!(month >= 0 && month < run.months))
    throw new InputError(`${text}: month ${month} is outside the run: 0 to ${run.months - 1}`);
  return month;
}

function columnOf({model}: Run, text: string, table: string, name: string): ModelColumn {
  const found = model.tables.find((one) => one.name === table);
  const tables = model.tables.map((one) => one.name);
  if (!found) return fail(text, `unknown table "${table}"`, knownNames("tables", table, tables));
  const column = model.columns.get(`${table}.${name}`);
  const names = Object.keys(found.columns);
  return column ?? fail(text, `unknown column "${name}" of ${table}`, knownNames("columns", name, names));
}

function fail(text: string, problem: string, hints: string[]): never {
  throw new InputError([`${text}: ${problem}`, ...hints].join("\n  "));
}
