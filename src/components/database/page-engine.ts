import type {AsyncDuckDB, AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import type {Engine} from "../result/engine.js";
import {database} from "./duckdb.js";
import {sent} from "./sent.js";

/** Runs SQL in the page's DuckDB, one statement after another on one connection. */
export interface PageEngine extends Engine {
  db: AsyncDuckDB;
  /** Cancels the running statement. */
  cancel: () => void;
}

let current: {db: AsyncDuckDB; engine: Promise<PageEngine>} | undefined;

/** The engine of the current DuckDB. Throws a `LoadError`. */
export async function pageEngine(): Promise<PageEngine> {
  const db = await database();
  if (current?.db !== db) current = {db, engine: connected(db)};
  return current.engine;
}

async function connected(db: AsyncDuckDB): Promise<PageEngine> {
  const connection = await db.connect();
  let last: Promise<unknown> = connection.query("CREATE SCHEMA IF NOT EXISTS result");
  const inTurn = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
  return {
    db,
    rows: (sql) => inTurn(() => sent(connection, sql)),
    file: (sql) => inTurn(() => fileOf(connection, sql)),
    cancel: () => void connection.cancelSent()
  };
}

function fileOf(connection: AsyncDuckDBConnection, sql: string): Promise<Uint8Array> {
  return connection.useUnsafe((bindings, handle) => bindings.runQuery(handle, sql));
}
