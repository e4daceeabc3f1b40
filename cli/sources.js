/** The entry points of the program by the names of their bundles. `study-worker` is started by threads only. */
export const sources = {
  main: "cli/main.ts",
  worker: "cli/sweep/worker-main.ts",
  "study-worker": "data-loaders/run/study-thread.ts"
};
