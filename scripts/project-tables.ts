import {readFileSync} from "node:fs";
import type {Tables} from "../src/components/project/terms.js";
import {tableRows} from "./table-rows.js";

const names = [
  ...["scenario", "assumption", "accelerator", "facility", "region", "orchestrator", "cluster", "price_book", "tenor"]
];

/** The tables of a folder in which the terms of projects are looked up. */
export async function projectTables(folder: string): Promise<Tables> {
  const read = names.map(async (name) => [name, await tableRows(readFileSync(`${folder}/${name}.parquet`))] as const);
  return Object.fromEntries(await Promise.all(read)) as unknown as Tables;
}
