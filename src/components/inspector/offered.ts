import type {Run} from "../../lib/sheet/run.js";

/** A run that a page makes itself, for the inspector. */
export interface OfferedRun {
  title: string;
  run: Run;
}

const offered = new Map<string, OfferedRun>();

/** Lets cells of a run be inspected under a scenario's name that only this page knows; the last one of a name counts. */
export function offer(name: string, run: OfferedRun): void {
  offered.set(name, run);
}

/** The run of this page that has the name. */
export function offeredRun(name: string): OfferedRun | undefined {
  return offered.get(name);
}
