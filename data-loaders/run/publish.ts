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

/** Writes what plans are made from, scenario by scenario, to standard output, as JSON. */
export async function publishPlanInputs(): Promise<void> {
  await write("plan_inputs.json");
}

const cache = `${root}node_modules/.cache/token-factory`;

async function write(file: string): Promise<void> {
  const folder = await simulated();
  if (!existsSync(`${folder}/${file}`))
    throw new InputError(`there is no table for ${file}; there are: ${readdirSync(folder).join(", ")}`);
  process.stdout.write(readFileSync(`${folder}/${file}`));
}

/** The folder with every published file of the present model: named by its hash, so that a change never shows an old number. */
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

/** Written beside its place and then renamed: a folder that exists is complete. */
async function simulateInto(folder: string, hash: string): Promise<void> {
  const {writeTables} = await import("./write-tables.js");
  for (const name of readdirSync(cache))
    if (name !== "lock") rmSync(`${cache}/${name}`, {recursive: true, force: true});
  mkdirSync(`${folder}.part`);
  await writeTables(`${folder}.part`, hash);
  renameSync(`${folder}.part`, folder);
}
