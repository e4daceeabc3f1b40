import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {identifier} from "../../lib/export/sql/identifier.js";
import {ownContent, ownTables, type OwnTable} from "./own-store.js";

const inserted = new WeakMap<AsyncDuckDB, Map<string, number>>();

/** Puts the reader's tables that a text mentions into the database, as `own.name`, and removes deleted ones. */
export async function insertOwnTables(db: AsyncDuckDB, text: string): Promise<void> {
  if (!/\bown\b/i.test(text)) return;
  const known = inserted.get(db) ?? new Map<string, number>();
  inserted.set(db, known);
  const words = new Set(text.toLowerCase().match(/\w+/g));
  const tables = await ownTables();
  for (const table of tables) {
    if (known.get(table.name) === table.updated || !words.has(table.name)) continue;
    await insert(db, table);
    known.set(table.name, table.updated);
  }
  for (const name of [...known.keys()].filter((one) => tables.every((table) => table.name !== one))) {
    await run(db, [`DROP TABLE IF EXISTS own.${identifier(name)}`]);
    known.delete(name);
  }
}

/** DuckDB casts the texts, so that no value passes through a number that cannot hold it. */
async function insert(db: AsyncDuckDB, {name, columns}: OwnTable): Promise<void> {
  const bytes = await ownContent(name);
  const plain = `${name} as text`;
  const from = `own.${identifier(plain)}`;
  await run(db, ["CREATE SCHEMA IF NOT EXISTS own", `DROP TABLE IF EXISTS ${from}`]);
  const connection = await db.connect();
  try {
    await connection.insertArrowFromIPCStream(bytes, {schema: "own", name: plain, create: true});
  } finally {
    await connection.close();
  }
  const items = columns.map(({name: column, type}, i) => `CAST(c${i} AS ${type}) AS ${identifier(column)}`);
  const create = `CREATE OR REPLACE TABLE own.${identifier(name)} AS SELECT ${items.join(", ")} FROM ${from}`;
  await run(db, [create, `DROP TABLE ${from}`]);
}

async function run(db: AsyncDuckDB, statements: readonly string[]): Promise<void> {
  const connection = await db.connect();
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.close();
  }
}
