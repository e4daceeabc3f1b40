import {copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {devNull} from "node:os";
import {modelHash} from "./hash.js";
import {interpreter} from "./interpreter.js";
import {frameworkCache, publishedTables, root} from "./paths.js";
import {run} from "./run.js";

const cached = `${frameworkCache}/data`;

/**
 * Puts every table into Framework's cache. All come from one simulation, so that they need only be copied, which is
 * quicker than Framework starting a process for each.
 */
export async function simulate() {
  mkdirSync(cached, {recursive: true});
  const made = await makeTables();
  for (const name of [...readdirSync(made), ...jsonLoaders()]) await load(name, made);
}

/** Simulates, unless the present model's tables are there already, and tells the folder they are in. */
export async function makeTables() {
  const made = publishedTables(modelHash());
  if (!existsSync(made)) await runLoader("catalog.json", devNull);
  return made;
}

/** The files of the loaders that make one file each, such as `catalog.json`. */
function jsonLoaders() {
  return readdirSync(`${root}data-loaders`).flatMap((name) => /^(\w+\.json)\.ts$/.exec(name)?.[1] ?? []);
}

/**
 * @param {string} file
 * @param {string} made
 */
async function load(file, made) {
  const target = `${cached}/${file}`;
  if (existsSync(target)) return;
  if (existsSync(`${made}/${file}`)) return copyFileSync(`${made}/${file}`, target);
  try {
    await runLoader(file, `${target}.part`);
    renameSync(`${target}.part`, target);
  } finally {
    rmSync(`${target}.part`, {force: true});
  }
}

/**
 * @param {string} file
 * @param {string} to
 */
async function runLoader(file, to) {
  const [command, ...args] = interpreter;
  try {
    await run(command, [...args, `${root}data-loaders/${file}.ts`], {to});
  } catch (error) {
    throw new Error(`data-loaders/${file}.ts failed`, {cause: error});
  }
}
