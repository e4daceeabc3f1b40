import {root} from "./paths.js";
import {run} from "./run.js";

/**
 * Runs TypeScript 7. Version 6 is installed as well, and `.bin` has only one `tsc`: that of the version that npm linked
 * last.
 * @param {readonly string[]} args
 */
export function tsc(args) {
  return run(process.execPath, [`${root}node_modules/typescript-7/bin/tsc`, ...args]);
}
