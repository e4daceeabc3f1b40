import {linkSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {hostname} from "node:os";
import {setTimeout as sleep} from "node:timers/promises";

/** After this long, in ms, the holder of a lock on another machine is presumed dead. */
const patience = 5 * 60_000;

/**
 * Does work exactly once: skips it if it is done, and waits while another process does it. The preview starts all
 * loaders at once, and each would otherwise simulate.
 * @param {string} lock Path of a file that exists while a process is at work, and names it.
 * @param {() => boolean} isDone
 * @param {() => Promise<void>} work
 */
export async function once(lock, isDone, work) {
  while (!isDone()) {
    if (take(lock)) {
      try {
        if (!isDone()) await work();
      } finally {
        rmSync(lock, {force: true});
      }
    } else await sleep(100);
  }
}

/**
 * Linking to a file is atomic and includes its content, so a lock always names its holder.
 * @param {string} lock
 */
function take(lock) {
  const own = `${lock}-${process.pid}-${Math.random().toString(36).slice(2)}`;
  writeFileSync(own, JSON.stringify(holder(process.pid)));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    if (isDead(lock)) steal(lock, own);
    return false;
  } finally {
    rmSync(own, {force: true});
  }
}

/**
 * Moves a dead holder's lock away. If another process has since replaced it, that process gets its own back.
 * @param {string} lock
 * @param {string} own
 */
function steal(lock, own) {
  const moved = `${own}-moved`;
  try {
    renameSync(lock, moved);
    if (!isDead(moved)) linkSync(moved, lock);
  } catch {
    return;
  } finally {
    rmSync(moved, {recursive: true, force: true});
  }
}

/**
 * Whether the process named in a lock has ended; for another machine or no name, whether the lock's date is far from
 * now in either direction.
 * @param {string} lock
 */
function isDead(lock) {
  const found = lstatSync(lock, {throwIfNoEntry: false});
  if (found === undefined) return false;
  const named = read(lock);
  if (named?.host !== hostname()) return Math.abs(Date.now() - found.mtimeMs) > patience;
  return !isAlive(named.pid) || holder(named.pid).start !== named.start;
}

/**
 * @param {string} lock
 * @returns {{host: string, pid: number, start: string} | undefined}
 */
function read(lock) {
  try {
    const {host, pid, start} = JSON.parse(readFileSync(lock, "utf8"));
    return Number.isSafeInteger(pid) && pid > 0 ? {host, pid, start} : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function holder(pid) {
  return {host: hostname(), pid, start: startOf(pid)};
}

/**
 * A process's start time in the kernel's ticks, since its number may be reused. Empty if the system does not tell.
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
