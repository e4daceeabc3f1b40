import {identifier, quoted} from "../../lib/export/sql/identifier.js";
import type {Row} from "../rows/table-types.js";
import type {ColumnNote, Value} from "./grid.js";

/** As many values of a column as a query names. */
const NAMED = 30;

/**
 * The query that gives some of a table's rows: a condition on each text and date of which they hold but a part.
 * Undefined where no such conditions tell these rows from others.
 */
export function rowsQuery(
  table: string,
  rows: readonly Row[],
  columns: readonly ColumnNote[],
  all: readonly Row[]
): string | undefined {
  const keys = Object.keys(all[0] ?? {}).filter((name) => all.every((row) => isKey(row[name])));
  const parts = needed(
    keys.flatMap((name) => partOf(name, rows, all)),
    (some) => countOf(some, all) === rows.length
  );
  if (!parts) return undefined;
  const names = columns.map(({name}) => identifier(name)).join(", ");
  const where = parts.map(({name, values}) => condition(name, [...values])).join("\n  AND ");
  return `SELECT ${names}\nFROM ${identifier(table)}${where === "" ? "" : `\nWHERE ${where}`}`;
}

function isKey(value: Value | undefined): boolean {
  return typeof value === "string" || value instanceof Date;
}

interface Part {
  name: string;
  values: Set<string>;
}

/** The parts without those that the others make needless, the longest first; undefined where all are not enough. */
function needed(parts: Part[], isEnough: (parts: Part[]) => boolean): Part[] | undefined {
  if (!isEnough(parts)) return undefined;
  const longest = [...parts].sort((a, b) => b.values.size - a.values.size || parts.indexOf(b) - parts.indexOf(a));
  return longest.reduce((kept, part) => {
    const rest = kept.filter((one) => one !== part);
    return isEnough(rest) ? rest : kept;
  }, parts);
}

function countOf(parts: Part[], all: readonly Row[]): number {
  return all.filter((row) => parts.every(({name, values}) => values.has(textOf(row[name])))).length;
}

/** The values of a column that the rows hold, where others of the table hold more. */
function partOf(name: string, rows: readonly Row[], all: readonly Row[]): Part[] {
  const values = new Set(rows.map((row) => textOf(row[name])));
  const known = new Set(all.map((row) => textOf(row[name])));
  return values.size < known.size && values.size <= NAMED ? [{name, values}] : [];
}

function textOf(value: Value | undefined): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function condition(name: string, values: readonly string[]): string {
  const [first = "", ...others] = values.map(quoted);
  const column = identifier(name);
  return others.length === 0 ? `${column} = ${first}` : `${column} IN (${[first, ...others].join(", ")})`;
}
