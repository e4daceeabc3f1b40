import {writeFileSync} from "node:fs";
import {parquet} from "../../lib/export/index.js";
import {catalogOf} from "../../lib/export/site-tables.js";
import {plans} from "./plan.js";
import {loadProject} from "./project.js";
import {simulate} from "./simulate.js";

/**
 * Simulates and plans, and writes to a folder every table as Parquet, their list as `catalog.json` and the inputs of
 * plans as `plan_inputs.json`. Returns the tables' names.
 */
export async function writeTables(folder: string, hash: string, project = loadProject()): Promise<string[]> {
  const planned = await plans(project);
  const tables = [...simulate(project, planned.tables), ...planned.tables];
  for (const table of tables) writeFileSync(`${folder}/${table.name}.parquet`, parquet(table, hash));
  writeFileSync(`${folder}/catalog.json`, JSON.stringify(catalogOf(tables)));
  writeFileSync(`${folder}/plan_inputs.json`, JSON.stringify(planned.inputs));
  return tables.map(({name}) => name);
}
