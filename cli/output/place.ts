import {randomBytes} from "node:crypto";
import {basename, dirname, join, resolve, sep} from "node:path";
import {InputError} from "../../lib/sheet/index.js";
import {codeOf, fileSystem, reasonOf, type FileSystem} from "./file-system.js";

/** An output path: its name in messages, its resolved path, and what is there now. */
export interface Place {
  label: string;
  path: string;
  holds: "nothing" | "file" | "folder" | "other";
}

/**
 * Checks an output path before the work whose results go there, by making and removing a folder beside it. Throws an
 * `InputError` if it is not writable.
 */
export function placeOf(flag: string, path: string, fs: FileSystem): Place {
  const label = labelOf(flag, path);
  return explained(label, () => {
    const real = realPath(resolve(path), fs);
    probe(dirname(real), fs);
    return {label, path: real, holds: whatIs(real, fs)};
  });
}

/** Checks whether files can be written to a folder, which need not exist. Throws an `InputError` if not. */
export function checkFolder(flag: string, path: string, fs: FileSystem = fileSystem): void {
  const label = labelOf(flag, path);
  explained(label, () => probe(realPath(resolve(path), fs), fs));
}

/** A flag with its path, for messages. Throws an `InputError` for an empty path. */
export function labelOf(flag: string, path: string): string {
  if (path.trim() === "") throw new InputError(`${flag}: expected a path, got "${path}"`);
  return `${flag} ${path}`;
}

/** Makes and removes a folder in another, or in its nearest existing ancestor. */
function probe(path: string, fs: FileSystem): void {
  const folder = join(nearestFolder(path, fs), newName());
  fs.mkdirSync(folder);
  fs.rmdirSync(folder);
}

/** Runs work and turns file-system errors into an `InputError` with place, reason and hint. */
export function explained<T>(label: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explanation(label, error);
  }
}

/** Turns a file-system error into an `InputError` with place, reason and hint; returns other errors unchanged. */
export function explanation(label: string, error: unknown): unknown {
  const reason = reasonOf(error);
  return reason === undefined ? error : new InputError(`${label}: cannot be written: ${reason}`, {cause: error});
}

/** A new hidden name in the same folder, short regardless of the original's length. */
export function beside(path: string): string {
  return join(dirname(path), newName());
}

function newName(): string {
  return `.token-factory-${randomBytes(6).toString("hex")}`;
}

/** Makes a folder and its ancestors one by one; returns those made, topmost first. */
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

/** Removes the folders that were made, as far as they are still empty. */
export function removeFolders(made: readonly string[], fs: FileSystem): void {
  for (const path of made.toReversed()) quietly(() => fs.rmdirSync(path));
}

/** Runs clean-up work; its failure does not affect the outcome. */
export function quietly(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}

/** False if another program has made the folder in the meantime. */
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

/** The path itself, or its nearest existing ancestor. */
function nearestFolder(path: string, fs: FileSystem): string {
  const found = fs.statSync(path, {throwIfNoEntry: false});
  return found === undefined && dirname(path) !== path ? nearestFolder(dirname(path), fs) : path;
}

function whatIs(path: string, fs: FileSystem): Place["holds"] {
  const found = fs.lstatSync(path, {throwIfNoEntry: false});
  if (found === undefined) return "nothing";
  return found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
}
