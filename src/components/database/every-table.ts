import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {insertOwnTables} from "../own/own-in-duckdb.js";
import type {RunTables} from "../result/run.js";
import {declareTables, fillTables} from "./tables-in-duckdb.js";

/**
 * Puts all tables that a text mentions into the database: the model's, the reader's own, and those of their scenarios.
 */
export async function bringEvery(db: AsyncDuckDB, text: string): Promise<void> {
  const {declare, fill} = everyTable(db);
  await declare(text);
  await fill(text);
}

/**
 * Supplies all tables to a database that runs statements. Only the model's load late; the reader's own are already
 * here.
 */
export function everyTable(db: AsyncDuckDB): RunTables {
  return {
    declare: async (text) => {
      await Promise.all([declareTables(db, text), insertOwnTables(db, text)]);
      if (!isScenarioMentioned(text)) return;
      const {insertScenarioTables} = await import("../own/scenarios-in-duckdb.js");
      await insertScenarioTables(db, text);
    },
    fill: (text) => fillTables(db, text)
  };
}

/** A qualified table may belong to a scenario: `own.cluster`, `"Board case".cluster`. */
function isScenarioMentioned(text: string): boolean {
  return /\bown\s*\.|"\s*\./i.test(text);
}
