import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {identifier, quoted} from "../../lib/export/sql/identifier.js";
import {insertTables} from "../database/tables-in-duckdb.js";
import {OWN} from "../live/custom-scenario.js";
import {hasOwn} from "../live/own-address.js";
import {catalog, type CatalogTable} from "../rows/catalog.js";
import {savedScenarios, type Saved} from "./saved-scenarios.js";

const inserted = new WeakMap<AsyncDuckDB, Set<string>>();

/**
 * Puts tables of the reader's scenarios that a text mentions into the database: `own.cluster` for the scenario in the
 * page's address, `"Board case".cluster` for a saved one.
 */
export async function insertScenarioTables(db: AsyncDuckDB, text: string): Promise<void> {
  const tables = (await catalog()).filter(({columns}) => columns.some(({name}) => name === "scenario"));
  const done = inserted.get(db) ?? new Set();
  inserted.set(db, done);
  const kept = await savedScenarios().catch(() => []);
  for (const {name} of tables) {
    if (hasOwn() && isMentioned(text, OWN, name)) await once(done, `${OWN} ${name}`, () => ownView(db, name));
    for (const saved of kept)
      if (isMentioned(text, saved.name, name))
        await once(done, `${saved.name} ${name}`, () => keptTable(db, saved, name));
  }
}

async function once(done: Set<string>, key: string, make: () => Promise<void>): Promise<void> {
  if (done.has(key)) return;
  await make();
  done.add(key);
}

function isMentioned(text: string, schema: string, table: CatalogTable["name"]): boolean {
  const name = schema.replaceAll('"', '""').replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:"${name}"|(?<![\\w"])${name})\\s*\\.\\s*"?${table}\\b`, "i").test(text);
}

/** The model's tables already contain the rows of the scenario in the address. */
async function ownView(db: AsyncDuckDB, table: string): Promise<void> {
  await insertTables(db, table);
  const rows = `FROM main.${identifier(table)} WHERE scenario = ${quoted(OWN)}`;
  await statements(db, [
    `CREATE SCHEMA IF NOT EXISTS ${OWN}`,
    `CREATE OR REPLACE VIEW own.${identifier(table)} AS ${rows}`
  ]);
}

async function keptTable(db: AsyncDuckDB, {name, own}: Saved, table: string): Promise<void> {
  const [{ownRows}, {arrowStream}, {grid}] = await Promise.all([
    import("../live/append.js"),
    import("../database/arrow.js"),
    import("../rows/tables.js")
  ]);
  const rows = await ownRows(table, own);
  if (!rows) return;
  await statements(db, [`CREATE SCHEMA IF NOT EXISTS ${identifier(name)}`]);
  const connection = await db.connect();
  try {
    await connection.insertArrowFromIPCStream(arrowStream(grid(rows)), {schema: name, name: table, create: true});
  } finally {
    await connection.close();
  }
}

async function statements(db: AsyncDuckDB, texts: readonly string[]): Promise<void> {
  const connection = await db.connect();
  try {
    for (const text of texts) await connection.query(text);
  } finally {
    await connection.close();
  }
}
