import type {DescribedColumn} from "../database/exact-query.js";
import {identifier} from "../../lib/export/sql/identifier.js";
import type {Engine} from "./engine.js";

/** A result stored as a table in DuckDB; screen and files read only what they need. */
export interface Kept {
  /** The table's name, as SQL. */
  table: string;
  columns: DescribedColumn[];
  length: number;
}

/** The prefix that makes a query store its result; duplicate column names become x, x_1. */
export function keeping(table: string): string {
  return `CREATE OR REPLACE TABLE ${table} AS FROM (`;
}

/** The stored table: its columns and number of rows. */
export async function kept(engine: Engine, table: string): Promise<Kept> {
  const described = await engine.rows(`DESCRIBE ${table}`);
  const texts = (name: string): string[] => Array.from(described.getChild(name) ?? [], String);
  const types = texts("column_type");
  const columns = texts("column_name").map((name, i) => ({name, type: types[i]!}));
  const count = await engine.rows(`SELECT CAST(count(*) AS VARCHAR) AS rows FROM ${table}`);
  return {table, columns, length: Number(count.getChild("rows")?.get(0))};
}

/** Some of the rows, all by default, each value as DuckDB's own text or null. */
export interface Window {
  from?: number;
  count?: number;
  /** Column to order by, nulls last. */
  by?: {column: string; descending: boolean} | undefined;
}

/** Rows as DuckDB's own text, column by column. */
export async function texts(engine: Engine, result: Kept, window: Window = {}): Promise<(string | null)[][]> {
  const items = result.columns.map(({name}) => `CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`);
  const table = await engine.rows(`SELECT ${items.join(", ")} FROM ${result.table} AS kept${clausesOf(window)}`);
  return result.columns.map((_, i) => Array.from(table.getChildAt(i) ?? [], textOf));
}

function clausesOf({from = 0, count, by}: Window): string {
  const order = by
    ? ` ORDER BY kept.${identifier(by.column)} ${by.descending ? "DESC" : "ASC"} NULLS LAST, kept.rowid`
    : "";
  return count === undefined ? order : `${order} LIMIT ${count} OFFSET ${from}`;
}

/** Up to this many rows are sorted anew for each window. */
const ORDERED = 10_000;

/** A result whose windows in an order are fast: the result itself if it is short, otherwise a sorted copy. */
export async function orderedCopy(engine: Engine, result: Kept, by: NonNullable<Window["by"]>): Promise<Kept> {
  if (result.length <= ORDERED) return result;
  const table = `result.${identifier(`${result.table} in order`)}`;
  await engine.rows(`CREATE OR REPLACE TABLE ${table} AS SELECT kept.* FROM ${result.table} AS kept${clausesOf({by})}`);
  return {...result, table};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
