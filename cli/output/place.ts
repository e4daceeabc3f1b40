import {randomBytes} from "node:crypto";
import {basename, dirname, join, resolve, sep} from "node:path";
import {InputError} from "../../lib/sheet/index.js";
import {codeOf, fileSystem, reasonOf, type FileSystem} from "./file-system.js";

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
  const label = labelOf(flag, path);
  return explained(label, () => {
    const real = realPath(resolve(path), fs);
    probe(dirname(real), fs);
    return {label, path: real, holds: whatIs(real, fs)};
  });
}

/** Looks whether files can be written into a folder, which need not exist. Throws an `InputError` where they can't. */
export function checkFolder(flag: string, path: string, fs: FileSystem = fileSystem): void {
  const label = labelOf(flag, path);
  explained(label, () => probe(realPath(resolve(path), fs), fs));
}

/** A flag with its path, for messages. Throws an `InputError` for an empty path. */
export function labelOf(flag: string, path: string): string {
  if (path.trim() === "") throw new InputError(`${flag}: expected a path, got "${path}"`);
  return `${flag} ${path}`;
}

/** Makes a folder in another, or in the nearest one above it that exists, and removes it. */
function probe(path: string, fs: FileSystem): void {
  const made = join(nearestFolder(path, fs), newName());
  fs.mkdirSync(made);
  fs.rmdirSync(made);
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
  return join(dirname(path), newName());
}

function newName(): string {
  return `.token-factory-${randomBytes(6).toString("hex")}`;
}

/** Makes a folder and those above it, one by one; gives those that were made, the highest first. */
export function makeFolders(path: string, fs: FileSystem): string[] {
  const above = nearestFolder(path, fs);
  const missing = path.slice(above.length).split(sep).filter(Boolean);
  const made: string[] = [];
  let at = above;
  try {
    for (const name of missing) if (makeFolder((at = join(at, name)), fs)) made.push(at);
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

/** False where another program has made the folder in the meantime. */
function makeFolder(path: string, fs: FileSystem): boolean {
  try {
    fs.mkdirSync(path);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    return false;
  }
}

/** A path with its links resolved, as far as it exists. */
export function realPath(path: string, fs: FileSystem = fileSystem): string {
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
