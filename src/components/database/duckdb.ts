import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {FileAttachment} from "observablehq:stdlib";
import {imported, LoadError, workerError} from "../load/load-error.js";
import {lock} from "./lock.js";

const script = FileAttachment("../../vendor/duckdb-browser-eh.worker.js");
const wasm = FileAttachment("../../vendor/duckdb-eh.wasm");
let started: Promise<AsyncDuckDB> | undefined;

/**
 * The page's DuckDB, started on first use, and again after a failure. It reads only what the page puts into it. Throws
 * a `LoadError`.
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
  const worker = new Worker(`${script.href}#${encodeURIComponent(wasm.href)}`);
  const failure = failureOf(worker);
  try {
    const [{AsyncDuckDB, VoidLogger}] = await Promise.all([
      imported("DuckDB", () => import("@duckdb/duckdb-wasm")),
      // The module that inserts tables loads at the same time.
      import("./arrow.js").catch(() => undefined)
    ]);
    const db = new AsyncDuckDB(new VoidLogger(), worker);
    await Promise.race([db.instantiate(wasm.href), failure]);
    await db.open({});
    await lock(db);
    return db;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/** DuckDB's client would wait for ever for a worker or a WebAssembly file that does not arrive. */
function failureOf(worker: Worker): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(startError(event));
    });
  });
  failure.catch(() => undefined);
  return failure;
}

function startError(event: ErrorEvent): Error {
  const [, reason] = /no WebAssembly: (.*)/.exec(event.message) ?? [];
  return reason === undefined ? workerError("DuckDB", event) : new LoadError("DuckDB", reason);
}
