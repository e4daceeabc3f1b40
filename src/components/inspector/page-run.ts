import type {Run} from "../../lib/sheet/run.js";

/** A run made on the page, for the inspector. */
export interface PageRun {
  title: string;
  run: Run;
}

const offered = new Map<string, PageRun>();

const listeners: ((name: string) => void)[] = [];

/** Calls back with the name of each run offered from now on. */
export function whenOffered(listener: (name: string) => void): void {
  listeners.push(listener);
}

/**
 * Makes a run available to the inspector under a scenario name known only to this page; the latest run with a name
 * counts.
 */
export function offerRun(name: string, run: PageRun): void {
  offered.set(name, run);
  for (const listener of listeners) listener(name);
}

/** The page's run with this name. */
export function pageRun(name: string): PageRun | undefined {
  return offered.get(name);
}
