import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {FileAttachment} from "observablehq:stdlib";

const worker = FileAttachment("../../vendor/duckdb-browser-eh.worker.js");
const wasm = FileAttachment("../../vendor/duckdb-eh.wasm");
let started: Promise<AsyncDuckDB> | undefined;

/** The page's DuckDB, started when first asked for. Its integers and decimals arrive as doubles. */
export function database(): Promise<AsyncDuckDB> {
  return (started ??= start());
}

/** Ends the page's DuckDB, whatever it is doing; the next query starts another. */
export async function stopDatabase(): Promise<void> {
  const running = started;
  started = undefined;
  await (await running)?.terminate();
}

async function start(): Promise<AsyncDuckDB> {
  const {AsyncDuckDB, VoidLogger} = await import("@duckdb/duckdb-wasm");
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(worker.href));
  await db.instantiate(wasm.href);
  await db.open({query: {castBigIntToDouble: true, castDecimalToDouble: true}});
  return db;
}
