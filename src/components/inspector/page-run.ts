import type {Run} from "../../lib/sheet/run.js";

/** A run that a page makes itself, for the inspector. */
export interface OfferedRun {
  title: string;
  run: Run;
}

const offered = new Map<string, OfferedRun>();

const listeners: ((name: string) => void)[] = [];

/** Calls back with the name of each run that is offered from now on. */
export function whenOffered(listener: (name: string) => void): void {
  listeners.push(listener);
}

/** Lets cells of a run be inspected under a scenario's name that only this page knows; the last one of a name counts. */
export function offer(name: string, run: OfferedRun): void {
  offered.set(name, run);
  for (const listener of listeners) listener(name);
}

/** The run of this page that has the name. */
export function offeredRun(name: string): OfferedRun | undefined {
  return offered.get(name);
}
