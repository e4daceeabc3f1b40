import {writeFileSync} from "node:fs";
import {catalogOf, parquet} from "../lib/export/index.js";
import {simulate} from "./simulate.js";

/** Simulates, and writes every table as Parquet and the list of them as `catalog.json` into a folder. */
export function writeTables(folder: string, hash: string): void {
  const tables = simulate();
  for (const table of tables) writeFileSync(`${folder}/${table.name}.parquet`, parquet(table, hash));
  writeFileSync(`${folder}/catalog.json`, JSON.stringify(catalogOf(tables)));
}
