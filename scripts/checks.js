import {root} from "./paths.js";
import {tool} from "./run.js";
import {tsc} from "./tsc.js";

const cache = `${root}node_modules/.cache`;

/** Checks types, including those of the pages' cells; what has not changed since the last check is skipped. */
export async function types() {
  const {writeCells} = await import("./page-cells.js");
  writeCells();
  return tsc(["--noEmit", "--incremental", "--tsBuildInfoFile", `${cache}/types.tsbuildinfo`]);
}

/** Checks the format of all files changed since the last successful check. */
export function format() {
  return tool("prettier", ["--check", ".", ...cached("prettier")]);
}

/** Checks style rules that need one file at a time, in files changed since the last check. */
export function lint() {
  return tool("eslint", [".", ...cached("eslint")]);
}

/** Checks rules that need types, in all files: a change in one file may break a rule in another. */
export function typedLint() {
  return tool("oxlint", ["--type-aware"]);
}

/**
 * The path of a tool's cache. By default, prettier would clear the folder of its own name.
 * @param {string} name
 */
function cached(name) {
  return ["--cache", "--cache-strategy", "content", "--cache-location", `${cache}/checked-${name}`];
}
