import {identifier, quoted} from "../../lib/export/sql/identifier.js";
import type {Row} from "../rows/table-types.js";
import type {ColumnNote, Value} from "./grid.js";
import {orderedLike} from "./rows-order.js";

/** Maximum number of a column's values listed in a query. */
const NAMED = 30;

/**
 * The query for some of a table's rows in their order: a condition on each text, date and flag column of which they
 * contain only some values. Undefined if no such conditions distinguish these rows from others, or no columns order
 * them. `table` is a name in SQL.
 */
export function rowsQuery(
  table: string,
  rows: readonly Row[],
  columns: readonly ColumnNote[],
  all: readonly Row[]
): string | undefined {
  const keys = Object.keys(all[0] ?? {}).filter((name) => isKey(name, all));
  const parts = needed(
    keys.flatMap((name) => partOf(name, rows, all)),
    (some) => chosen(some, all).length === rows.length
  );
  const order = parts && orderedLike(rows, chosen(parts, all));
  if (!parts || order === undefined) return undefined;
  const names = namesOf(columns, all);
  const where = parts.map(({name, values}) => condition(name, [...values.values()])).join("\n  AND ");
  return [
    `SELECT ${names}\nFROM ${table}`,
    ...(where === "" ? [] : [`WHERE ${where}`]),
    ...(order === "" ? [] : [`ORDER BY ${order}`])
  ].join("\n");
}

function namesOf(columns: readonly ColumnNote[], [first = {}]: readonly Row[]): string {
  const isAll = Object.keys(first).join() === columns.map(({name}) => name).join();
  return isAll ? "*" : columns.map(({name}) => identifier(name)).join(", ");
}

/** Whether a column holds texts, dates or flags of 0 and 1. */
function isKey(name: string, all: readonly Row[]): boolean {
  const isFlag = all.every((row) => row[name] === 0 || row[name] === 1);
  return isFlag || all.every((row) => typeof row[name] === "string" || row[name] instanceof Date);
}

interface Part {
  name: string;
  values: Map<string, Value>;
}

/** The conditions without redundant ones, dropping the longest first; undefined if even all are not enough. */
function needed(parts: Part[], isEnough: (parts: Part[]) => boolean): Part[] | undefined {
  if (!isEnough(parts)) return undefined;
  const longest = [...parts].sort((a, b) => b.values.size - a.values.size || parts.indexOf(b) - parts.indexOf(a));
  return longest.reduce((kept, part) => {
    const rest = kept.filter((one) => one !== part);
    return isEnough(rest) ? rest : kept;
  }, parts);
}

function chosen(parts: readonly Part[], all: readonly Row[]): Row[] {
  return all.filter((row) => parts.every(({name, values}) => values.has(textOf(row[name]))));
}

/** The values of a column in the rows, if the table has others. */
function partOf(name: string, rows: readonly Row[], all: readonly Row[]): Part[] {
  const values = new Map(rows.map((row) => [textOf(row[name]), row[name] ?? null]));
  const known = new Set(all.map((row) => textOf(row[name])));
  return values.size < known.size && values.size <= NAMED ? [{name, values}] : [];
}

function textOf(value: Value | undefined): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function condition(name: string, values: readonly Value[]): string {
  const [first = "", ...others] = values.map((value) =>
    typeof value === "number" ? `${value}` : quoted(textOf(value))
  );
  const column = identifier(name);
  return others.length === 0 ? `${column} = ${first}` : `${column} IN (${[first, ...others].join(", ")})`;
}
