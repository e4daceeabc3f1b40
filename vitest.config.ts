import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";
import {LongFirst} from "./test/long-first.js";
import {patience} from "./test/site/patience.js";

/**
 * Files in a worker share their imports: loading the model for each takes longer than most of their tests. Oracles and
 * site tests wait for other programs, so two of them run at once even on one core; other tests get one worker per core,
 * whereas Vitest would leave one idle.
 */
export default defineConfig({
  // As in the bundle of the command line, the browser's csv-parse is replaced: its own Buffer is slow.
  resolve: {alias: {"csv-parse/browser/esm/sync": fileURLToPath(new URL("test/parse-once.ts", import.meta.url))}},
  test: {
    maxConcurrency: 2,
    sequence: {sequencer: LongFirst},
    isolate: false,
    execArgv: ["--max-semi-space-size=128", "--single-threaded-gc"],
    setupFiles: ["test/setup.ts"],
    globalSetup: ["test/temporary.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**", "test/oracles/**"],
          maxWorkers: availableParallelism(),
          testTimeout: 240_000,
          hookTimeout: 240_000
        }
      },
      {
        extends: true,
        test: {
          name: "oracles",
          include: ["test/oracles/**/*.test.ts"],
          maxWorkers: Math.max(2, availableParallelism()),
          testTimeout: 600_000,
          hookTimeout: 600_000
        }
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: ["test/site/setup.ts"],
          maxWorkers: Math.max(2, availableParallelism()),
          testTimeout: 240_000,
          hookTimeout: patience,
          expect: {poll: {timeout: patience}}
        }
      }
    ]
  }
});
