import {createRequire} from "node:module";
import {createDuckDB, NODE_RUNTIME, VoidLogger, type DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {locks} from "../../src/components/database/lock.js";
import type {Engine} from "../../src/components/result/engine.js";

const file = (name: string): string => createRequire(import.meta.url).resolve(`@duckdb/duckdb-wasm/dist/${name}`);

/** A connection to the DuckDB of pages, locked like theirs. */
export async function memoryDuckdb(): Promise<DuckDBConnection> {
  const bundle = (kind: string) => ({mainModule: file(`duckdb-${kind}.wasm`), mainWorker: ""});
  const database = await createDuckDB({mvp: bundle("mvp"), eh: bundle("eh")}, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => undefined);
  database.open({});
  const connection = database.connect();
  for (const statement of locks) connection.query(statement);
  return connection;
}

/** An engine on such a connection. */
export async function memoryEngine(): Promise<Engine> {
  const connection = await memoryDuckdb();
  const soon = <Value>(run: () => Value): Promise<Value> => Promise.resolve().then(run);
  return {
    rows: (sql) => soon(() => connection.query(sql)),
    file: (sql) => soon(() => connection.useUnsafe((bindings, handle) => bindings.runQuery(handle, sql)))
  };
}
