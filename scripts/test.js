import {install} from "./install.js";
import {step} from "./step.js";

await install();
const {chromium} = await import("./chromium.js");
const {run, tool} = await import("./run.js");
const {runTests} = await import("./run-tests.js");

const counts = [await check("find Chromium", findChromium)];
counts.push(
  ...(await Promise.all([
    check("format", () => tool("prettier", ["--check", "."])),
    check("lint", () => tool("eslint", ["."])),
    check("types", () => tool("tsc", ["--noEmit"]))
  ]))
);
counts.push(await step("unit tests", () => runTests("unit")));
const built = await check("build", () => run(process.execPath, ["scripts/build.js"], {live: true}));
counts.push(built.failed > 0 ? built : await step("site tests", () => runTests("site")));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

async function findChromium() {
  process.env.CHROMIUM = await chromium();
}

/**
 * A step that is no test suite counts only when it fails, and doesn't keep the others from running.
 * @param {string} name
 * @param {() => Promise<unknown>} run
 */
async function check(name, run) {
  try {
    await step(name, run);
    return {passed: 0, failed: 0};
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return {passed: 0, failed: 1};
  }
}
