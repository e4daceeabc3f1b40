import type {Run} from "../../lib/sheet/run.js";

/** A run that a page makes itself, for the inspector. */
export interface PageRun {
  title: string;
  run: Run;
}

const offered = new Map<string, PageRun>();

const listeners: ((name: string) => void)[] = [];

/** Calls back with the name of each run that is offered from now on. */
export function whenOffered(listener: (name: string) => void): void {
  listeners.push(listener);
}

/**
 * Lets cells of a run be inspected under a scenario's name that only this page knows; the last one of a name counts.
 */
export function offerRun(name: string, run: PageRun): void {
  offered.set(name, run);
  for (const listener of listeners) listener(name);
}

/** The run of this page that has the name. */
export function pageRun(name: string): PageRun | undefined {
  return offered.get(name);
}
