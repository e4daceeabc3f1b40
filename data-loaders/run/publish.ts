import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {unknown} from "../../lib/sheet/index.js";
import {isSound, listed, writeChecksums} from "../../scripts/checksums.js";
import {modelHash} from "../../scripts/hash.js";
import {publishedTables, simulations} from "../../scripts/paths.js";
import {once} from "../../scripts/once.js";

/** Writes a table's Parquet file to standard output. All loaders share one simulation. Throws for an unknown table. */
export async function publish(table: string): Promise<void> {
  await write(`${table}.parquet`);
}

/** Writes the list of all tables, as JSON, to standard output. */
export async function publishCatalog(): Promise<void> {
  await write("catalog.json");
}

/** Writes the inputs of all scenarios' plans to standard output, as JSON. */
export async function publishPlanInputs(): Promise<void> {
  await write("plan_inputs.json");
}

async function write(file: string): Promise<void> {
  const folder = await simulated();
  if (!listed(folder).includes(file)) unknown("", "file", file, listed(folder));
  process.stdout.write(readFileSync(`${folder}/${file}`));
}

/** The folder of all published files. The model's hash is its name, so a changed model never shows old numbers. */
async function simulated(): Promise<string> {
  const hash = modelHash();
  const folder = publishedTables(hash);
  mkdirSync(simulations, {recursive: true});
  await once(
    `${simulations}/lock`,
    () => isWhole(folder),
    () => simulateInto(folder, hash)
  );
  return folder;
}

/** Whether the tables are present and intact; each process checks once. */
function isWhole(folder: string): boolean {
  return (whole ||= existsSync(folder) && isSound(folder));
}

let whole = false;

/** Writes beside the folder's place, then renames: a folder that exists is complete. */
async function simulateInto(folder: string, hash: string): Promise<void> {
  const {writeTables} = await import("./write-tables.js");
  if (existsSync(folder)) console.error(`${folder}: damaged: recomputing the tables`);
  for (const name of readdirSync(simulations))
    if (!name.startsWith("lock")) rmSync(`${simulations}/${name}`, {recursive: true, force: true});
  mkdirSync(`${folder}.part`);
  await writeTables(`${folder}.part`, hash);
  writeChecksums(`${folder}.part`);
  renameSync(`${folder}.part`, folder);
}
