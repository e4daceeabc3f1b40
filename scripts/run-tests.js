import {existsSync, readFileSync, rmSync} from "node:fs";
import {root} from "./paths.js";
import {tool} from "./run.js";

/**
 * Runs one of vitest's projects, showing its report, and counts its tests. A run that dies counts as one failure.
 * @param {string} project
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runTests(project) {
  const report = `${root}node_modules/.cache/vitest-${project}.json`;
  rmSync(report, {force: true});
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const succeeded = await tool("vitest", args, {live: true}).then(
    () => true,
    () => false
  );
  const {numPassedTests, numFailedTests} = read(report);
  return {passed: numPassedTests, failed: Math.max(numFailedTests, succeeded ? 0 : 1)};
}

/**
 * @param {string} report
 * @returns {{numPassedTests: number, numFailedTests: number}}
 */
function read(report) {
  if (!existsSync(report)) return {numPassedTests: 0, numFailedTests: 0};
  return JSON.parse(readFileSync(report, "utf8"));
}
