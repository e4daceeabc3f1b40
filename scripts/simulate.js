import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {devNull} from "node:os";
import {isSound, listed, sumOf} from "./checksums.js";
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
  for (const name of new Set([...listed(made), ...jsonLoaders()])) await load(name, made);
}

/** Simulates, unless the present model's tables are there already and sound, and tells the folder they are in. */
export async function makeTables() {
  const made = publishedTables(modelHash());
  if (isSound(made)) return made;
  if (existsSync(made)) console.log(`${made}: damaged: the tables are made again`);
  await runLoader("catalog.json", devNull);
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
  const sum = sumOf(`${made}/${file}`);
  if (sum !== undefined) return copy(`${made}/${file}`, target, sum);
  if (isJson(target)) return;
  try {
    await runLoader(file, `${target}.part`);
    renameSync(`${target}.part`, target);
  } finally {
    rmSync(`${target}.part`, {force: true});
  }
}

/**
 * Copies a table, unless it is there as it was made.
 * @param {string} from
 * @param {string} to
 * @param {string} sum
 */
function copy(from, to, sum) {
  if (sumOf(to) === sum) return;
  if (existsSync(to)) console.log(`${to}: damaged: copied again`);
  rmSync(to, {recursive: true, force: true});
  copyFileSync(from, to);
}

/**
 * Whether a file that a loader made is there and whole.
 * @param {string} path
 */
function isJson(path) {
  try {
    JSON.parse(readFileSync(path, "utf8"));
    return true;
  } catch {
    return false;
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
