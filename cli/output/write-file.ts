import {dirname} from "node:path";
import {InputError} from "../../lib/sheet/index.js";
import {fileSystem, type FileSystem} from "./file-system.js";
import {interruptible} from "./interrupt.js";
import {beside, explanation, makeFolders, placeOf, quietly, removeFolders} from "./place.js";

/** Writes bytes or a text to a place that was looked at before. */
export type WriteFile = (content: string | Uint8Array) => Promise<void>;

/**
 * A file to be written whole: looks at its place now, and gives the function that writes. After it, the file is there
 * or what was there before still is. Both throw an `InputError` where nothing can be written.
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

/** Writes a file beside its place, then renames it: a file that exists is complete. Makes the folders above it. */
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

/** Writes a new file and waits until it is on the disk. */
export function writeDurably(path: string, content: string | Uint8Array, fs: FileSystem): void {
  const file = fs.openSync(path, "wx");
  try {
    fs.writeFileSync(file, content);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Waits until a folder's names are on the disk, where the system can do that for folders. */
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
