import {AsyncDuckDB, PACKAGE_VERSION, VoidLogger} from "@duckdb/duckdb-wasm";

/** The default address of DuckDB's files: its WebAssembly is too large for the model's package. */
const CDN = `https://cdn.jsdelivr.net/npm/@duckdb/duckdb-wasm@${PACKAGE_VERSION}/dist/`;

let started: Promise<AsyncDuckDB> | undefined;

/** The page's DuckDB, shared by all runs; started on first use, and again after a failure. */
export function duckdb(folder = CDN): Promise<AsyncDuckDB> {
  if (started) return started;
  const starting = (started = start(new URL(folder.replace(/\/?$/, "/"), document.baseURI)));
  starting.catch(() => (started = undefined));
  return starting;
}

async function start(folder: URL): Promise<AsyncDuckDB> {
  const worker = workerOf(new URL("duckdb-browser-eh.worker.js", folder));
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  const failure = new Promise<never>((_, reject) => {
    const tell = ({message}: ErrorEvent): void =>
      reject(new Error(`tables: DuckDB did not start from ${folder.href}: ${message}`));
    worker.addEventListener("error", tell);
  });
  await Promise.race([db.instantiate(new URL("duckdb-eh.wasm", folder).href), failure]);
  await db.open({});
  return db;
}

/** A page cannot start a worker from another origin, but a worker of its own can import it. */
function workerOf(file: URL): Worker {
  if (file.origin === location.origin) return new Worker(file);
  const text = `importScripts(${JSON.stringify(file.href)});`;
  const own = URL.createObjectURL(new Blob([text], {type: "text/javascript"}));
  return new Worker(own);
}
