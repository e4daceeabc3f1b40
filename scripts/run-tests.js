import {availableParallelism} from "node:os";
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
  const args = [
    "run",
    "--project",
    project,
    ...workers(project),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`
  ];
  const succeeded = await tool("vitest", args, {live: true}).then(
    () => true,
    () => false
  );
  const {numPassedTests, numFailedTests} = read(report);
  return {passed: numPassedTests, failed: Math.max(numFailedTests, succeeded ? 0 : 1)};
}

/**
 * On two cores vitest takes one worker; unit tests that wait for another program leave room for a second one.
 * @param {string} project
 * @returns {string[]}
 */
function workers(project) {
  return project === "unit" ? [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`] : [];
}

/**
 * @param {string} report
 * @returns {{numPassedTests: number, numFailedTests: number}}
 */
function read(report) {
  if (!existsSync(report)) return {numPassedTests: 0, numFailedTests: 0};
  return JSON.parse(readFileSync(report, "utf8"));
}
