import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import type {Table} from "apache-arrow";
import {database} from "./duckdb.js";
import type {Grid} from "../figure/grid.js";
import {imported} from "../load/load-error.js";
import {catalog} from "../rows/catalog.js";
import {describing, exactQuery, readingOf, type DescribedColumn, type Reading} from "./exact-query.js";
import {readable} from "./query-error.js";
import {sent} from "./sent.js";
import {insertTables} from "./tables-in-duckdb.js";

/** A query's result, and the time that DuckDB took. */
export interface Result extends Grid {
  seconds: number;
}

export interface QueryOptions {
  /** Cancels the query. */
  signal?: AbortSignal;
  /** Values for the query's question marks. */
  parameters?: readonly unknown[];
}

/** Runs SQL in the page's DuckDB, on tables that are loaded when first mentioned. */
export async function query(text: string, {signal, parameters = []}: QueryOptions = {}): Promise<Result> {
  const db = await database();
  await insertTables(db, text);
  signal?.throwIfAborted();
  const connection = await db.connect();
  const cancel = () => void connection.cancelSent();
  signal?.addEventListener("abort", cancel);
  try {
    if (parameters.length > 0) return await timed(() => prepared(connection, text, parameters));
    return await exact(connection, text, signal);
  } catch (error) {
    throw readable(
      error,
      (await catalog()).map(({name}) => name)
    );
  } finally {
    signal?.removeEventListener("abort", cancel);
    await connection.close();
  }
}

/** The result of a query with every value exactly as in DuckDB; for a statement without a result, its message. */
async function exact(connection: AsyncDuckDBConnection, text: string, signal?: AbortSignal): Promise<Result> {
  const columns = await described(connection, text);
  signal?.throwIfAborted();
  if (!columns) return timed(() => sent(connection, text));
  const readings = columns.map(({type}) => readingOf(type));
  return timed(() => sent(connection, exactQuery(text, columns)), readings);
}

async function described(connection: AsyncDuckDBConnection, text: string): Promise<DescribedColumn[] | undefined> {
  try {
    const table = await sent(connection, describing(text));
    const values = (name: string): string[] => Array.from(table.getChild(name) ?? [], String);
    const types = values("column_type");
    return values("column_name").map((name, i) => ({name, type: types[i]!}));
  } catch {
    return undefined;
  }
}

async function timed(run: () => Promise<Table>, readings?: readonly (Reading | undefined)[]): Promise<Result> {
  const {gridOfArrow} = await imported("a part of the page", () => import("./arrow.js"));
  const start = performance.now();
  const table = await run();
  const seconds = (performance.now() - start) / 1000;
  return {...gridOfArrow(table, readings), seconds};
}

async function prepared(
  connection: AsyncDuckDBConnection,
  text: string,
  parameters: readonly unknown[]
): Promise<Table> {
  const statement = await connection.prepare(text);
  try {
    return await statement.query(...parameters);
  } finally {
    await statement.close();
  }
}
