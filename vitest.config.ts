import {defineConfig} from "vitest/config";

/** Files of a worker share what they import: to load the model for each takes longer than most of their tests. */
export default defineConfig({
  test: {
    maxConcurrency: 4,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**"],
          isolate: false,
          testTimeout: 30_000
        }
      },
      {
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          isolate: false,
          globalSetup: ["test/site/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
});
