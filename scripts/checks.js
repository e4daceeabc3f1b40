import {root} from "./paths.js";
import {tool} from "./run.js";

const cache = `${root}node_modules/.cache`;

/**
 * Checks types, those of the pages' cells among them; what has not changed since the last time is not checked again.
 */
export async function types() {
  const {writeCells} = await import("./page-cells.js");
  writeCells();
  return tool("tsc", ["--noEmit", "--incremental", "--tsBuildInfoFile", `${cache}/types.tsbuildinfo`]);
}

/** Checks the format of all files that have changed since the last successful check. */
export function format() {
  return tool("prettier", ["--check", ".", ...cached("prettier")]);
}

/** Checks the rules of style that read one file alone, in those that have changed since the last time. */
export function lint() {
  return tool("eslint", [".", ...cached("eslint")]);
}

/** Checks the rules that read types, in all files: a change of one may break a rule in another. */
export function typedLint() {
  return tool("oxlint", ["--type-aware"]);
}

/**
 * A tool's cache, in a file of ours: prettier, when it's told of none, clears a folder that has its own name.
 * @param {string} name
 */
function cached(name) {
  return ["--cache", "--cache-strategy", "content", "--cache-location", `${cache}/checked-${name}`];
}
