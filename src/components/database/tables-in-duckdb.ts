import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {catalog, tableUrl, type CatalogTable} from "../rows/catalog.js";
import {grid, rows} from "../rows/tables.js";

const inserted = new WeakMap<AsyncDuckDB, Map<string, Promise<void>>>();
const asksForAll = /\b(information_schema|duckdb_\w+|sqlite_master|show|describe|pragma)\b/i;

/** Puts the tables a query mentions into the database; a query about the tables themselves needs all of them. */
export async function insertTables(db: AsyncDuckDB, query: string): Promise<void> {
  const tables = await catalog();
  await Promise.all(mentioned(tables, query).map(({name}) => insertOnce(db, name)));
}

function mentioned(tables: CatalogTable[], query: string): CatalogTable[] {
  const words = new Set(query.toLowerCase().match(/\w+/g));
  const found = tables.filter(({name}) => words.has(name.toLowerCase()));
  return found.length === 0 && asksForAll.test(query) ? tables : found;
}

function insertOnce(db: AsyncDuckDB, name: string): Promise<void> {
  let tables = inserted.get(db);
  if (!tables) inserted.set(db, (tables = new Map<string, Promise<void>>()));
  let done = tables.get(name);
  if (!done) tables.set(name, (done = insert(db, name)));
  return done;
}

async function insert(db: AsyncDuckDB, name: string): Promise<void> {
  const [{arrowStream}, table] = await Promise.all([import("./arrow.js"), rows(tableUrl(name))]);
  const connection = await db.connect();
  try {
    await connection.insertArrowFromIPCStream(arrowStream(grid(table)), {name, create: true});
  } finally {
    await connection.close();
  }
}
