import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {InputError} from "../lib/sheet/index.js";
import {modelHash} from "../scripts/hash.js";
import {root} from "./files.js";

/** Writes a table's Parquet file to standard output. All loaders share one simulation. Throws for an unknown table. */
export async function publish(table: string): Promise<void> {
  await write(`${table}.parquet`);
}

/** Writes the list of all tables, as JSON, to standard output. */
export async function publishCatalog(): Promise<void> {
  await write("catalog.json");
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
  if (existsSync(folder)) return folder;
  const part = `${cache}/${hash}.${process.pid}`;
  mkdirSync(part, {recursive: true});
  const {writeTables} = await import("./write-tables.js");
  writeTables(part, hash);
  dropOlder(part);
  return settle(part, folder);
}

/** Another loader may have been quicker: then its folder, which holds the same bytes, stands. */
function settle(part: string, folder: string): string {
  if (existsSync(folder)) rmSync(part, {recursive: true});
  else renameSync(part, folder);
  return folder;
}

function dropOlder(part: string): void {
  for (const name of readdirSync(cache)) {
    const other = `${cache}/${name}`;
    if (other !== part && !name.includes(".")) rmSync(other, {recursive: true, force: true});
  }
}
