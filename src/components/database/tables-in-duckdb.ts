import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {imported} from "../load/load-error.js";
import {onceEach} from "../load/once.js";
import {catalog, tableUrl} from "../rows/catalog.js";
import {identifier} from "../../lib/export/sql/identifier.js";
import {grid, rows} from "../rows/tables.js";
import {declaration} from "./declaration.js";
import {mentioned, needed} from "./mentioned.js";

/** Puts the tables that a query mentions into the database. */
export async function insertTables(db: AsyncDuckDB, query: string): Promise<void> {
  await declareTables(db, query);
  await fillTables(db, query);
}

const declared = new WeakMap<AsyncDuckDB, Set<string>>();

/**
 * Creates the tables that a query mentions without rows, so that errors in the query appear before anything is loaded.
 */
export async function declareTables(db: AsyncDuckDB, query: string): Promise<void> {
  const tables = await catalog();
  const known = declared.get(db) ?? new Set();
  declared.set(db, known);
  const missing = mentioned(tables, query).filter(({name}) => !known.has(name));
  const files = Array.from(query.matchAll(/'(data\/(\w+)\.parquet)'/g), ([, file = "", name = ""]) => ({file, name}));
  const views = files.filter(({name}) => tables.some((table) => table.name === name)).map(viewAs);
  const all = [...missing.map(declaration), ...views];
  if (all.length > 0) await ran(db, all.join(";\n"));
  for (const {name} of missing) known.add(name);
}

/** A view of a table under the name of its file, so that queries of files also run here. */
function viewAs({file, name}: {file: string; name: string}): string {
  return `CREATE OR REPLACE VIEW "${file}" AS FROM ${identifier(name)}`;
}

async function ran(db: AsyncDuckDB, statements: string): Promise<void> {
  const connection = await db.connect();
  try {
    await connection.query(statements);
  } finally {
    await connection.close();
  }
}

const fillers = new WeakMap<AsyncDuckDB, (name: string) => Promise<void>>();

/** Loads the rows that a query needs into existing tables. */
export async function fillTables(db: AsyncDuckDB, query: string): Promise<void> {
  const fill = fillers.get(db) ?? onceEach((name: string) => insert(db, name));
  fillers.set(db, fill);
  await Promise.all(needed(await catalog(), query).map(({name}) => fill(name)));
}

const arrowModule = () => imported("a part of the page", () => import("./arrow.js"));

async function insert(db: AsyncDuckDB, name: string): Promise<void> {
  const [{arrowStream}, table] = await Promise.all([arrowModule(), rows(tableUrl(name))]);
  const connection = await db.connect();
  try {
    await connection.insertArrowFromIPCStream(arrowStream(grid(table)), {name, create: false});
  } finally {
    await connection.close();
  }
}
