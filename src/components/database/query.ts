import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import type {RecordBatch, Table} from "apache-arrow";
import {database} from "./duckdb.js";
import type {Grid} from "../figure/grid.js";
import {readable} from "./query-error.js";
import {insertTables} from "./tables-in-duckdb.js";

/** A query's result and how long DuckDB took for it. */
export interface Result extends Grid {
  seconds: number;
}

export interface QueryOptions {
  /** Cancels the query. */
  signal?: AbortSignal;
  /** The values of the query's question marks. */
  parameters?: readonly unknown[];
}

/** Runs SQL in the page's DuckDB, on tables that are loaded when a query first mentions them. */
export async function query(text: string, {signal, parameters = []}: QueryOptions = {}): Promise<Result> {
  const db = await database();
  await insertTables(db, text);
  signal?.throwIfAborted();
  const connection = await db.connect();
  const cancel = () => void connection.cancelSent();
  signal?.addEventListener("abort", cancel);
  try {
    return await timed(() => (parameters.length > 0 ? prepared(connection, text, parameters) : sent(connection, text)));
  } catch (error) {
    throw readable(error);
  } finally {
    signal?.removeEventListener("abort", cancel);
    await connection.close();
  }
}

async function timed(run: () => Promise<Table>): Promise<Result> {
  const {gridOfArrow} = await import("./arrow.js");
  const start = performance.now();
  const table = await run();
  const seconds = (performance.now() - start) / 1000;
  return {...gridOfArrow(table), seconds};
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

/** A query that is sent, not run, can be cancelled. */
async function sent(connection: AsyncDuckDBConnection, text: string): Promise<Table> {
  const {Table} = await import("apache-arrow");
  const reader = await connection.send(text);
  const batches: RecordBatch[] = [];
  for await (const batch of reader) batches.push(batch);
  return batches.length > 0 ? new Table(batches) : new Table(reader.schema);
}
