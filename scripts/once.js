import {mkdirSync, rmSync, statSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";

/** After this long, in ms, the holder of a lock is presumed dead. */
const patience = 5 * 60_000;

/**
 * Does the work once: skips it if it is done, and waits while another process does it. The preview starts all loaders
 * at once, and each would otherwise simulate for itself.
 * @param {string} lock Path of a folder that exists while a process is at work.
 * @param {() => boolean} isDone
 * @param {() => Promise<void>} work
 */
export async function once(lock, isDone, work) {
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

/**
 * Making a folder is atomic: it succeeds for one process only.
 * @param {string} lock
 */
function take(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (age(lock) > patience) rmSync(lock, {recursive: true, force: true});
    return false;
  }
}

/** @param {string} lock */
function age(lock) {
  return Date.now() - (statSync(lock, {throwIfNoEntry: false})?.mtimeMs ?? Date.now());
}
