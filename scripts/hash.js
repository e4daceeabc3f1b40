import {createHash} from "node:crypto";
import {existsSync, lstatSync, readFileSync, readdirSync} from "node:fs";
import {root} from "./paths.js";

const model = ["lib", "data-loaders", "assumptions", "package-lock.json"];
const site = ["src", "scripts", "observablehq.config.ts", "package.json"];
const oracles = ["src", "scripts", "cli", "test", "package.json"];
const derived = new Set([".observablehq", "vendor", "node_modules"]);

/** What a run depends on: sha256 over the model, the loaders, the assumptions and the lockfile, in hex. */
export function runHash() {
  return hashOf(model);
}

/** What the published numbers depend on: the same, and the sweeps that were run. */
export function modelHash() {
  return hashOf([...model, "sweeps"]);
}

/** What the built site depends on: the model, the sweeps, the pages and the scripts. */
export function siteHash() {
  return hashOf([...model, "sweeps", ...site]);
}

/** What comparisons with other programs depend on: the model, its users, and the tests themselves. */
export function oraclesHash() {
  return hashOf([...model, ...oracles]);
}

/** @param {readonly string[]} names */
function hashOf(names) {
  const hash = createHash("sha256");
  for (const name of names.flatMap(filesOf))
    hash
      .update(`${name}\0`)
      .update(readFileSync(root + name))
      .update("\0");
  return hash.digest("hex");
}

/**
 * The files under a path, in an order that doesn't depend on the machine. Links are left out: their targets are listed.
 * @param {string} name
 * @returns {string[]}
 */
function filesOf(name) {
  if (!existsSync(root + name)) return [];
  const stat = lstatSync(root + name);
  if (stat.isSymbolicLink()) return [];
  if (!stat.isDirectory()) return [name];
  const names = readdirSync(root + name).filter((child) => !derived.has(child));
  return names.sort().flatMap((child) => filesOf(`${name}/${child}`));
}
