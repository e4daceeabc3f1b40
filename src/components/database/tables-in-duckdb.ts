import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {imported} from "../load/load-error.js";
import {onceEach} from "../load/once.js";
import {catalog, tableUrl} from "../rows/catalog.js";
import {identifier} from "../../lib/export/sql/identifier.js";
import {grid, rows} from "../rows/tables.js";
import {mentioned} from "./mentioned.js";

const inserters = new WeakMap<AsyncDuckDB, (name: string) => Promise<void>>();

/** Puts the tables a query mentions into the database; a query about the tables themselves needs all of them. */
export async function insertTables(db: AsyncDuckDB, query: string): Promise<void> {
  const tables = await catalog();
  await Promise.all(mentioned(tables, query).map(({name}) => insertOnce(db, name)));
  const files = Array.from(query.matchAll(/'(data\/(\w+)\.parquet)'/g), ([, file = "", name = ""]) => ({file, name}));
  for (const {file, name} of files) if (tables.some((table) => table.name === name)) await viewAs(db, file, name);
}

/** A table under the name of its file, so that a query of the files also runs here. */
async function viewAs(db: AsyncDuckDB, file: string, name: string): Promise<void> {
  const connection = await db.connect();
  try {
    await connection.query(`CREATE OR REPLACE VIEW "${file}" AS FROM ${identifier(name)}`);
  } finally {
    await connection.close();
  }
}

function insertOnce(db: AsyncDuckDB, name: string): Promise<void> {
  const known = inserters.get(db);
  if (known) return known(name);
  const inserter = onceEach((table: string) => insert(db, table));
  inserters.set(db, inserter);
  return inserter(name);
}

const arrowModule = () => imported("a part of the page", () => import("./arrow.js"));

async function insert(db: AsyncDuckDB, name: string): Promise<void> {
  const [{arrowStream}, table] = await Promise.all([arrowModule(), rows(tableUrl(name))]);
  const connection = await db.connect();
  try {
    await connection.insertArrowFromIPCStream(arrowStream(grid(table)), {name, create: true});
  } finally {
    await connection.close();
  }
}
