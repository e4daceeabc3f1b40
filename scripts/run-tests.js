import {existsSync, readFileSync, rmSync} from "node:fs";
import {root} from "./paths.js";
import {tool} from "./run.js";

/**
 * Runs one of vitest's projects with further arguments, and counts its tests. A crashed run counts as one failure.
 * @param {string} project
 * @param {readonly string[]} [args]
 * @returns {Promise<import("./schedule.js").Count>}
 */
export async function runTests(project, args = []) {
  const report = `${root}node_modules/.cache/vitest-${project}.json`;
  rmSync(report, {force: true});
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const output = await tool("vitest", ["run", "--project", project, ...args, ...reporters]).then(
    () => undefined,
    (error) => String(error.message)
  );
  const {numPassedTests, numFailedTests} = read(report);
  if (output === undefined) return {passed: numPassedTests, failed: 0};
  return {passed: numPassedTests, failed: Math.max(numFailedTests, 1), output};
}

/**
 * @param {string} report
 * @returns {{numPassedTests: number, numFailedTests: number}}
 */
function read(report) {
  if (!existsSync(report)) return {numPassedTests: 0, numFailedTests: 0};
  return JSON.parse(readFileSync(report, "utf8"));
}
