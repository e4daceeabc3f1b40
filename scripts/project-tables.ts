import {readFileSync} from "node:fs";
import type {Tables} from "../src/components/project/terms.js";
import {tableRows} from "./table-rows.js";

const names = [
  ...["scenario", "assumption", "accelerator", "facility", "region", "orchestrator", "cluster", "price_book", "tenor"]
];

/** A folder's tables in which projects look up their terms. */
export async function projectTables(folder: string): Promise<Tables> {
  const read = names.map(async (name) => [name, await tableRows(readFileSync(`${folder}/${name}.parquet`))] as const);
  return Object.fromEntries(await Promise.all(read)) as unknown as Tables;
}
