import {createHash} from "node:crypto";
import {existsSync, lstatSync, readFileSync, readdirSync} from "node:fs";
import {root} from "./paths.js";

const code = ["lib", "data-loaders", "package-lock.json"];
const program = ["cli", "scripts", "src/components", "src/pages"];
const site = [
  "src",
  "scripts",
  "observablehq.config.ts",
  "package.json",
  "upstream.json",
  "releases.json",
  "CHANGELOG.md"
];
const oracles = ["src", "scripts", "cli", "test", "package.json"];
const derived = new Set([".observablehq", "vendor", "node_modules"]);

/**
 * Hash, in hex, of everything that a run depends on: the model's code, its packages, and the assumptions.
 * @param {string} [assumptions] Path of the folder of assumptions.
 */
export function runHash(assumptions = `${root}assumptions`) {
  return combined(codeHash(), hashOf([""], `${assumptions}/`));
}

/**
 * Hash of everything that the published numbers depend on: also the shipped sweeps.
 * @param {string} [assumptions] Path of the folder of assumptions.
 */
export function modelHash(assumptions) {
  return combined(runHash(assumptions), hashOf(["sweeps"]));
}

/** Hash of everything that the built site depends on: the model, the sweeps, the pages and the scripts. */
export function siteHash() {
  return combined(modelHash(), hashOf(site));
}

/** Hash of everything that comparisons with other programs depend on: the model, its users, and the tests. */
export function oraclesHash() {
  return combined(modelHash(), hashOf(oracles));
}

/** Hash of everything that a bundle of the command line depends on: all code, and its location. */
export function programHash() {
  return combined(root, hashOf([...code, ...program]));
}

/** Hash of the model's code; a bundle holds the hash of the code that it was made from. */
export function codeHash() {
  return typeof CODE_HASH === "string" ? CODE_HASH : hashOf(code);
}

/** @param {readonly string[]} parts */
function combined(...parts) {
  return createHash("sha256").update(parts.join("\0")).digest("hex");
}

/**
 * sha256 over the names and contents of files and folders.
 * @param {readonly string[]} names
 * @param {string} [folder] Where they are; ends in a slash.
 */
function hashOf(names, folder = root) {
  const hash = createHash("sha256");
  for (const name of names.flatMap((name) => filesOf(folder, name)))
    hash
      .update(`${name}\0`)
      .update(readFileSync(folder + name))
      .update("\0");
  return hash.digest("hex");
}

/**
 * The files under a path, in the same order on every machine. Links are skipped: their targets are listed.
 * @param {string} folder
 * @param {string} name
 * @returns {string[]}
 */
function filesOf(folder, name) {
  const path = folder + name;
  if (!existsSync(path)) return [];
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return [];
  if (!stat.isDirectory()) return [name];
  const names = readdirSync(path).filter((child) => !derived.has(child));
  return names.sort().flatMap((child) => filesOf(folder, name === "" ? child : `${name}/${child}`));
}
