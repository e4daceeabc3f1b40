import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {identifier} from "../../lib/export/sql/identifier.js";
import {ownTables, type OwnTable} from "./own-store.js";

const inserted = new WeakMap<AsyncDuckDB, Set<OwnTable>>();

/** Puts the reader's tables that a text mentions into the database, as `own.name`. */
export async function insertOwnTables(db: AsyncDuckDB, text: string): Promise<void> {
  if (!/\bown\b/i.test(text)) return;
  const known = inserted.get(db) ?? new Set();
  inserted.set(db, known);
  const words = new Set(text.toLowerCase().match(/\w+/g));
  for (const table of await ownTables()) {
    if (known.has(table) || !words.has(table.name)) continue;
    await insert(db, table);
    known.add(table);
  }
}

/** DuckDB casts the texts, so that no value passes through a number that can't hold it. */
async function insert(db: AsyncDuckDB, {name, columns}: OwnTable): Promise<void> {
  const {textStream} = await import("./text-stream.js");
  const connection = await db.connect();
  try {
    await connection.query("CREATE SCHEMA IF NOT EXISTS own");
    await connection.query(`DROP TABLE IF EXISTS own.${identifier(`${name} as text`)}`);
    await connection.insertArrowFromIPCStream(textStream(columns), {
      schema: "own",
      name: `${name} as text`,
      create: true
    });
    const items = columns.map(({type}, i) => `CAST(c${i} AS ${type}) AS ${identifier(columns[i]!.name)}`);
    const from = `own.${identifier(`${name} as text`)}`;
    await connection.query(
      `CREATE OR REPLACE TABLE own.${identifier(name)} AS SELECT ${items.join(", ")} FROM ${from}`
    );
    await connection.query(`DROP TABLE ${from}`);
  } finally {
    await connection.close();
  }
}
