import {dirname} from "node:path";
import {InputError} from "../../lib/sheet/index.js";
import {fileSystem, type FileSystem} from "./file-system.js";
import {interruptible} from "./interrupt.js";
import {beside, explanation, makeFolders, placeOf, quietly, removeFolders} from "./place.js";

/** Writes bytes or text to a path checked beforehand. */
export type WriteFile = (content: string | Uint8Array) => Promise<void>;

/**
 * Prepares an atomic file write: checks the path now and returns the function that writes. Afterwards either the new
 * file or the previous content is there. Both steps throw an `InputError` if the path is not writable.
 */
export function fileAt(flag: string, path: string, fs: FileSystem = fileSystem): WriteFile {
  const place = placeOf(flag, path, fs);
  if (place.holds === "folder") throw new InputError(`${place.label}: cannot be written: it is a folder: name a file`);
  if (place.holds === "other")
    throw new InputError(`${place.label}: cannot be written: not a regular file: choose another place`);
  return (content) =>
    interruptible(place.label, async (pause) => {
      await pause();
      try {
        replaceFile(place.path, content, fs);
      } catch (error) {
        throw explanation(place.label, error);
      }
    });
}

/** Writes a file beside its place, making folders as needed, and renames it: a file that exists is complete. */
export function replaceFile(path: string, content: string | Uint8Array, fs: FileSystem = fileSystem): void {
  const made = makeFolders(dirname(path), fs);
  const fresh = beside(path);
  try {
    writeDurably(fresh, content, fs);
    fs.renameSync(fresh, path);
  } catch (error) {
    quietly(() => fs.rmSync(fresh, {force: true}));
    removeFolders(made, fs);
    throw error;
  }
  syncFolder(dirname(path), fs);
}

/** Writes a new file and waits until it is on disk. */
export function writeDurably(path: string, content: string | Uint8Array, fs: FileSystem): void {
  const file = fs.openSync(path, "wx");
  try {
    fs.writeFileSync(file, content);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Waits until a folder's entries are on disk, on systems that support it. */
export function syncFolder(path: string, fs: FileSystem): void {
  quietly(() => {
    const folder = fs.openSync(path, "r");
    try {
      fs.fsyncSync(folder);
    } finally {
      fs.closeSync(folder);
    }
  });
}
