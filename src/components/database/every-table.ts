import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {insertOwnTables} from "../own/own-in-duckdb.js";
import {insertTables} from "./tables-in-duckdb.js";

/** Puts all tables that a text mentions into the database: the model's, the reader's own, those of their scenarios. */
export async function bringEvery(db: AsyncDuckDB, text: string): Promise<void> {
  await Promise.all([insertTables(db, text), insertOwnTables(db, text)]);
  if (isScenarioMentioned(text)) {
    const {insertScenarioTables} = await import("../own/scenarios-in-duckdb.js");
    await insertScenarioTables(db, text);
  }
}

/** A table of a schema may be of a scenario: `own.cluster`, `"Board case".cluster`. */
function isScenarioMentioned(text: string): boolean {
  return /\bown\s*\.|"\s*\./i.test(text);
}
