import {availableParallelism} from "node:os";
import {install} from "./install.js";
import {step} from "./step.js";

await install();
const [{format, lint, typedLint, types}, {chromium}, {runOracles}, {run}, {runTests}, {schedule}, {makeTables}] =
  await Promise.all([
    import("./checks.js"),
    import("./chromium.js"),
    import("./oracles.js"),
    import("./run.js"),
    import("./run-tests.js"),
    import("./schedule.js"),
    import("./simulate.js")
  ]);
process.env.CHROMIUM = await step("find Chromium", chromium);

/**
 * The longest chain comes first: tables, then pages, then tests of the pages. Other steps fill the time beside it.
 * Oracles also build pages, from the same cache, so they wait for the build.
 */
const {passed, failed} = await schedule(
  [
    {name: "simulate", run: async () => void (await makeTables())},
    {name: "build", needs: ["simulate"], run: async () => void (await run(process.execPath, ["scripts/build.js"]))},
    {name: "site tests", needs: ["build"], run: () => runTests("site")},
    {name: "oracles", after: ["build"], run: runOracles},
    {name: "unit tests", after: ["simulate"], run: () => runTests("unit")},
    {name: "lint", run: async () => void (await lint())},
    {name: "lint of types", run: async () => void (await typedLint())},
    {name: "types", run: async () => void (await types())},
    {name: "format", run: async () => void (await format())}
  ],
  availableParallelism()
);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
