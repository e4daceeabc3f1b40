import {randomBytes} from "node:crypto";
import {basename, dirname, join, resolve, sep} from "node:path";
import {InputError} from "../../lib/sheet/index.js";
import {codeOf, reasonOf, type FileSystem} from "./file-system.js";

/** Where something is to be written: its name in messages, its path without links, and what is there. */
export interface Place {
  label: string;
  path: string;
  holds: "nothing" | "file" | "folder" | "other";
}

/**
 * Looks at a place before the work whose results go there: it makes a folder beside it and removes it again. Throws an
 * `InputError` where nothing can be written.
 */
export function placeOf(flag: string, path: string, fs: FileSystem): Place {
  if (path.trim() === "") throw new InputError(`${flag}: expected a path, got "${path}"`);
  const label = `${flag} ${path}`;
  return explained(label, () => {
    const real = realPath(resolve(path), fs);
    const probe = beside(join(nearestFolder(dirname(real), fs), basename(real)));
    fs.mkdirSync(probe);
    fs.rmdirSync(probe);
    return {label, path: real, holds: whatIs(real, fs)};
  });
}

/** Runs work; an error of the file system becomes an `InputError` that names the place, the reason and the way out. */
export function explained<T>(label: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explanation(label, error);
  }
}

/** An error of the file system as an `InputError` with the place, the reason and the way out; others as they are. */
export function explanation(label: string, error: unknown): unknown {
  const reason = reasonOf(error);
  return reason === undefined ? error : new InputError(`${label}: cannot be written: ${reason}`, {cause: error});
}

/** A new name in the same folder: hidden, and short whatever the place is called. */
export function beside(path: string): string {
  return join(dirname(path), `.token-factory-${randomBytes(6).toString("hex")}`);
}

/** Makes a folder and those above it, one by one; gives those that were made, the highest first. */
export function makeFolders(path: string, fs: FileSystem): string[] {
  const above = nearestFolder(path, fs);
  const missing = path.slice(above.length).split(sep).filter(Boolean);
  const made: string[] = [];
  try {
    for (const name of missing) makeFolder(join(made.at(-1) ?? above, name), made, fs);
  } catch (error) {
    removeFolders(made, fs);
    throw error;
  }
  return made;
}

/** Removes folders that were made, as far as they are still empty. */
export function removeFolders(made: readonly string[], fs: FileSystem): void {
  for (const path of made.toReversed()) quietly(() => fs.rmdirSync(path));
}

/** Runs work that tidies up: what it can't tidy stays, and the outcome stands. */
export function quietly(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}

/** Another program may have made the folder in the meantime. */
function makeFolder(path: string, made: string[], fs: FileSystem): void {
  try {
    fs.mkdirSync(path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  made.push(path);
}

/** A path with its links resolved, as far as it exists. */
function realPath(path: string, fs: FileSystem): string {
  try {
    return fs.realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    return join(realPath(dirname(path), fs), basename(path));
  }
}

/** The path itself or the nearest folder above it that exists. */
function nearestFolder(path: string, fs: FileSystem): string {
  const found = fs.statSync(path, {throwIfNoEntry: false});
  return found === undefined && dirname(path) !== path ? nearestFolder(dirname(path), fs) : path;
}

function whatIs(path: string, fs: FileSystem): Place["holds"] {
  const found = fs.lstatSync(path, {throwIfNoEntry: false});
  if (found === undefined) return "nothing";
  return found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
}
