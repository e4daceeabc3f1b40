import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {oraclesHash} from "./hash.js";
import {root} from "./paths.js";
import {runTests} from "./run-tests.js";

const stamp = `${root}node_modules/.cache/oracles-passed`;

/**
 * Compares the model with other programs, which takes minutes. Outside CI, it is skipped if nothing compared has
 * changed since it last passed.
 */
export async function runOracles() {
  const hash = oraclesHash();
  if (!process.env.CI && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) {
    console.log("oracles: skipped, since nothing that they test has changed since they passed");
    return {passed: 0, failed: 0};
  }
  const count = await runTests("oracles");
  if (count.failed === 0) writeFileSync(stamp, hash);
  return count;
}
