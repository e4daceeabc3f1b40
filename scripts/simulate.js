import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {devNull} from "node:os";
import {isSound, listed, sumOf} from "./checksums.js";
import {modelHash} from "./hash.js";
import {interpreter} from "./interpreter.js";
import {frameworkCache, publishedTables, root} from "./paths.js";
import {run} from "./run.js";

const cached = `${frameworkCache}/data`;

/**
 * Puts every table into Framework's cache. All come from one simulation, so copying them is faster than having
 * Framework start a process for each.
 */
export async function simulate() {
  mkdirSync(cached, {recursive: true});
  const folder = await makeTables();
  for (const name of new Set([...listed(folder), ...jsonLoaders()])) await load(name, folder);
}

/** Simulates unless the present model's tables exist and are intact; returns their folder. */
export async function makeTables() {
  const folder = publishedTables(modelHash());
  if (isSound(folder)) return folder;
  if (existsSync(folder)) console.log(`${folder}: damaged: recomputing the tables`);
  await runLoader("catalog.json", devNull);
  return folder;
}

/** The files of loaders that make a single file each, such as `catalog.json`. */
function jsonLoaders() {
  return readdirSync(`${root}data-loaders`).flatMap((name) => /^(\w+\.json)\.ts$/.exec(name)?.[1] ?? []);
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function load(file, folder) {
  const target = `${cached}/${file}`;
  const sum = sumOf(`${folder}/${file}`);
  if (sum !== undefined) return copy(`${folder}/${file}`, target, sum);
  if (isJson(target)) return;
  try {
    await runLoader(file, `${target}.part`);
    renameSync(`${target}.part`, target);
  } finally {
    rmSync(`${target}.part`, {force: true});
  }
}

/**
 * Copies a table unless it is already there, intact.
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
 * Whether a loader's file exists and is complete.
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
