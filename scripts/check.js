import {availableParallelism} from "node:os";
import {format, lint, typedLint, types} from "./checks.js";
import {install} from "./install.js";
import {runTests} from "./run-tests.js";
import {schedule} from "./schedule.js";

await install();

/** Checks the source and runs the unit tests that import a changed file, in about a minute, before a commit. */
const {passed, failed} = await schedule(
  [
    {name: "types", run: async () => void (await types())},
    {name: "tests of what changed", run: () => runTests("unit", ["--changed", "--passWithNoTests"])},
    {name: "lint", run: async () => void (await lint())},
    {name: "lint of types", run: async () => void (await typedLint())},
    {name: "format", run: async () => void (await format())}
  ],
  availableParallelism()
);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
