import {writeFileSync} from "node:fs";
import {catalogOf, parquet} from "../../lib/export/index.js";
import {plans} from "./plan.js";
import {loadProject} from "./project.js";
import {simulate} from "./simulate.js";

/**
 * Simulates and plans, and writes every table as Parquet, the list of them as `catalog.json`, and what plans are made from
 * as `plan_inputs.json` into a folder.
 */
export async function writeTables(folder: string, hash: string): Promise<void> {
  const project = loadProject();
  const planned = await plans(project);
  const tables = [...simulate(project), ...planned.tables];
  for (const table of tables) writeFileSync(`${folder}/${table.name}.parquet`, parquet(table, hash));
  writeFileSync(`${folder}/catalog.json`, JSON.stringify(catalogOf(tables)));
  writeFileSync(`${folder}/plan_inputs.json`, JSON.stringify(planned.inputs));
}
