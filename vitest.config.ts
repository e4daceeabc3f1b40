import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    maxConcurrency: 4,
    projects: [
      {test: {name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/site/**"], testTimeout: 30_000}},
      {
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: ["test/site/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
});
