import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {InputError} from "../lib/sheet/index.js";
import {modelHash} from "../scripts/hash.js";
import {catalogOf} from "../lib/export/index.js";
import {root} from "./files.js";
import {parquet} from "./parquet.js";
import {simulate} from "./simulate.js";

/** Writes a table's Parquet file to standard output. All loaders share one simulation. Throws for an unknown table. */
export function publish(table: string): void {
  write(`${table}.parquet`);
}

/** Writes the list of all tables, as JSON, to standard output. */
export function publishCatalog(): void {
  write("catalog.json");
}

const cache = `${root}node_modules/.cache/token-factory`;

function write(file: string): void {
  const folder = simulated();
  if (!existsSync(`${folder}/${file}`)) throw new InputError(`there is no table for ${file}; there are: ${readdirSync(folder).join(", ")}`);
  process.stdout.write(readFileSync(`${folder}/${file}`));
}

/** The folder with every published file of the present model: named by its hash, so that a change never shows an old number. */
function simulated(): string {
  const hash = modelHash();
  const folder = `${cache}/${hash}`;
  if (existsSync(folder)) return folder;
  const part = `${cache}/${hash}.${process.pid}`;
  mkdirSync(part, {recursive: true});
  const tables = simulate();
  for (const table of tables) writeFileSync(`${part}/${table.name}.parquet`, parquet(table, hash));
  writeFileSync(`${part}/catalog.json`, JSON.stringify(catalogOf(tables)));
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
