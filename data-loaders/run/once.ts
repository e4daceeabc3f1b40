import {mkdirSync, rmSync, statSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";

/** After this long without an end, in ms, whoever held a lock is taken to have died. */
const patience = 5 * 60_000;

/**
 * Does the work, unless another process is doing it or has done it: then waits for that. The preview starts all loaders
 * at once, and each would otherwise simulate for itself. `isDone` tells whether there is nothing left to do.
 */
export async function once(lock: string, isDone: () => boolean, work: () => Promise<void>): Promise<void> {
  while (!isDone()) {
    if (take(lock)) {
      try {
        if (!isDone()) await work();
      } finally {
        rmSync(lock, {recursive: true, force: true});
      }
    } else await sleep(100);
  }
}

/** Making a folder is atomic: it succeeds for one process only. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (age(lock) > patience) rmSync(lock, {recursive: true, force: true});
    return false;
  }
}

function age(lock: string): number {
  return Date.now() - (statSync(lock, {throwIfNoEntry: false})?.mtimeMs ?? Date.now());
}
