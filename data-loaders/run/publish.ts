import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {InputError} from "../../lib/sheet/index.js";
import {modelHash} from "../../scripts/hash.js";
import {root} from "../../scripts/paths.js";
import {once} from "../../scripts/once.js";

/** Writes a table's Parquet file to standard output. All loaders share one simulation. Throws for an unknown table. */
export async function publish(table: string): Promise<void> {
  await write(`${table}.parquet`);
}

/** Writes the list of all tables, as JSON, to standard output. */
export async function publishCatalog(): Promise<void> {
  await write("catalog.json");
}

/** Writes the inputs of the plans, scenario by scenario, as JSON, to standard output. */
export async function publishPlanInputs(): Promise<void> {
  await write("plan_inputs.json");
}

const cache = `${root}node_modules/.cache/token-factory`;

async function write(file: string): Promise<void> {
  const folder = await simulated();
  if (!existsSync(`${folder}/${file}`))
    throw new InputError(`unknown file ${file}: expected one of ${readdirSync(folder).join(", ")}`);
  process.stdout.write(readFileSync(`${folder}/${file}`));
}

/** The folder of all published files, named by the model's hash: a changed model never shows an old number. */
async function simulated(): Promise<string> {
  const hash = modelHash();
  const folder = `${cache}/${hash}`;
  mkdirSync(cache, {recursive: true});
  await once(
    `${cache}/lock`,
    () => existsSync(folder),
    () => simulateInto(folder, hash)
  );
  return folder;
}

/** Writes beside the folder's place, then renames: a folder that exists is complete. */
async function simulateInto(folder: string, hash: string): Promise<void> {
  const {writeTables} = await import("./write-tables.js");
  for (const name of readdirSync(cache))
    if (name !== "lock") rmSync(`${cache}/${name}`, {recursive: true, force: true});
  mkdirSync(`${folder}.part`);
  await writeTables(`${folder}.part`, hash);
  renameSync(`${folder}.part`, folder);
}
