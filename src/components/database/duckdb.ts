import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {FileAttachment} from "observablehq:stdlib";
import {fetched, imported, workerError} from "../load/load-error.js";
import {lock} from "./lock.js";

const script = FileAttachment("../../vendor/duckdb-browser-eh.worker.js");
const wasm = FileAttachment("../../vendor/duckdb-eh.wasm");
let started: Promise<AsyncDuckDB> | undefined;

/**
 * The page's DuckDB, started when first asked for, and again where that failed. It reads nothing but what the page puts
 * into it. Throws a `LoadError`.
 */
export function database(): Promise<AsyncDuckDB> {
  if (started) return started;
  const starting = (started = start());
  starting.catch(() => {
    if (started === starting) started = undefined;
  });
  return starting;
}

/** Ends the page's DuckDB, whatever it is doing; the next query starts another. */
export async function stopDatabase(): Promise<void> {
  const running = started;
  started = undefined;
  await (await running)?.terminate();
}

async function start(): Promise<AsyncDuckDB> {
  const {AsyncDuckDB, VoidLogger} = await imported("DuckDB", () => import("@duckdb/duckdb-wasm"));
  const bytes = await fetched("DuckDB", wasm.href);
  const worker = new Worker(script.href);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  const url = URL.createObjectURL(new Blob([bytes], {type: "application/wasm"}));
  try {
    await Promise.race([db.instantiate(url), failureOf(worker)]);
  } finally {
    URL.revokeObjectURL(url);
  }
  await db.open({});
  await lock(db);
  return db;
}

/** DuckDB's own client waits forever for a worker whose file does not come. */
function failureOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener("error", (event) => reject(workerError("DuckDB", event)));
  });
}
