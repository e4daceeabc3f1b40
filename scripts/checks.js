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

/** Checks the rules of style in all files. */
export function lint() {
  return tool("eslint", ["."]);
}

/**
 * Checks the rules of style in files that have changed. A rule that reads types may miss what a change of one file does
 * in another: `lint` finds that.
 */
export function lintChanged() {
  return tool("eslint", [".", ...cached("eslint")]);
}

/**
 * A tool's cache, in a file of ours: prettier, when it's told of none, clears a folder that has its own name.
 * @param {string} name
 */
function cached(name) {
  return ["--cache", "--cache-strategy", "content", "--cache-location", `${cache}/checked-${name}`];
}
