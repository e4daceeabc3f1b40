import {copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {modelHash} from "./hash.js";
import {interpreter} from "./interpreter.js";
import {frameworkCache, publishedTables, root} from "./paths.js";
import {run} from "./run.js";

/**
 * Puts every table into Framework's cache. The first loader simulates and leaves all tables in a folder named by the
 * model's hash; the others need only be copied, which is quicker than Framework starting them one after the other.
 */
export async function simulate() {
  mkdirSync(`${frameworkCache}/data`, {recursive: true});
  const made = publishedTables(modelHash());
  for (const name of loaders()) await load(name.replace(/\.ts$/, ""), made);
}

/** The loaders' file names, such as `cluster.parquet.ts`: a loader has two extensions. */
export function loaders() {
  return readdirSync(`${root}data-loaders`).filter((name) => /^[\w-]+\.\w+\.ts$/.test(name));
}

/**
 * @param {string} file
 * @param {string} made
 */
async function load(file, made) {
  const target = `${frameworkCache}/data/${file}`;
  if (existsSync(target)) return;
  if (existsSync(`${made}/${file}`)) copyFileSync(`${made}/${file}`, target);
  else await runLoader(file, target);
}

/**
 * @param {string} file
 * @param {string} target
 */
async function runLoader(file, target) {
  const [command, ...args] = interpreter;
  try {
    await run(command, [...args, `${root}data-loaders/${file}.ts`], {to: `${target}.part`});
  } catch (error) {
    rmSync(`${target}.part`, {force: true});
    throw new Error(`data-loaders/${file}.ts failed`, {cause: error});
  }
  renameSync(`${target}.part`, target);
}
