/** The program's entry points, by bundle name. `study-worker` is started only by threads. */
export const sources = {
  main: "cli/main.ts",
  worker: "cli/sweep/worker-main.ts",
  "study-worker": "data-loaders/run/study-thread.ts"
};
