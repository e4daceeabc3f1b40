import {dirname, join, sep} from "node:path";
import {InputError} from "../../lib/sheet/index.js";
import {codeOf, fileSystem, type FileSystem} from "./file-system.js";
import {interruptible} from "./interrupt.js";
import {beside, explained, explanation, makeFolders, placeOf, quietly, removeFolders, type Place} from "./place.js";
import {syncFolder, writeDurably} from "./write-file.js";

/** Files by name. */
export type FileSet = ReadonlyMap<string, string | Uint8Array>;

/** What a folder that is written as a whole may contain. */
export interface Contents {
  /** Description of its files, for "which is not one of …". */
  of: string;
  /** Whether a file may be there, because such a command writes it. */
  isOurs: (name: string, path: string) => boolean;
  /** Whether an older file stays beside the new ones. */
  stays: (name: string) => boolean;
}

/** Writes files to a folder checked beforehand. */
export type WriteFolder = (files: FileSet) => Promise<void>;

/**
 * Prepares an atomic folder write: checks the path now and returns the function that writes. Afterwards the folder
 * holds either the new set of files or the old one. Both steps throw an `InputError` if the path is not writable; the
 * first also if the folder holds foreign files.
 */
export function folderAt(flag: string, path: string, contents: Contents, fs: FileSystem = fileSystem): WriteFolder {
  const place = placeOf(flag, path, fs);
  if (place.holds !== "nothing") explained(place.label, () => check(place, contents, fs));
  return (files) =>
    interruptible(place.label, async (pause) => {
      try {
        await replaceFolder(place.path, files, contents, pause, fs);
      } catch (error) {
        throw explanation(place.label, error);
      }
    });
}

function check(place: Place, contents: Contents, fs: FileSystem): void {
  const refuse = (problem: string): never => {
    throw new InputError(`${place.label}: ${problem}`);
  };
  if (place.holds !== "folder") refuse("a file is there: name a folder");
  if (`${process.cwd()}${sep}`.startsWith(join(place.path, sep)))
    refuse("the folder would be replaced, and you are working in it: name a folder within it");
  if (fs.statSync(place.path).dev !== fs.statSync(dirname(place.path)).dev)
    refuse("the folder is a file system of its own: name a folder within it");
  const other = fs.readdirSync(place.path).find((name) => !isKnown(name, join(place.path, name), contents));
  if (other !== undefined)
    refuse(`folder contains "${other}", which is not one of ${contents.of}: choose another folder`);
}

/** Files that desktops leave behind are allowed in any folder. */
const clutter = [".DS_Store", "Thumbs.db", "desktop.ini"];

function isKnown(name: string, path: string, {isOurs}: Contents): boolean {
  return clutter.includes(name) || isOurs(name, path);
}

async function replaceFolder(
  path: string,
  files: FileSet,
  {stays}: Contents,
  pause: () => Promise<void>,
  fs: FileSystem
): Promise<void> {
  const made = makeFolders(dirname(path), fs);
  const fresh = beside(path);
  try {
    fs.mkdirSync(fresh);
    for (const name of namesIn(path, fs))
      if (stays(name) && !files.has(name))
        fs.cpSync(join(path, name), join(fresh, name), {recursive: true, preserveTimestamps: true});
    for (const [name, content] of files) {
      await pause();
      writeDurably(join(fresh, name), content, fs);
    }
    syncFolder(fresh, fs);
    await pause();
    swap(fresh, path, fs);
  } catch (error) {
    quietly(() => fs.rmSync(fresh, {recursive: true, force: true}));
    removeFolders(made, fs);
    throw error;
  }
  syncFolder(dirname(path), fs);
}

function namesIn(path: string, fs: FileSystem): string[] {
  return fs.statSync(path, {throwIfNoEntry: false}) === undefined ? [] : fs.readdirSync(path);
}

/** Number of attempts if other programs keep replacing the same folder. */
const patience = 20;

/** Replaces a folder by another; restores the old one if that fails. */
function swap(fresh: string, path: string, fs: FileSystem): void {
  const aside: string[] = [];
  for (;;) {
    try {
      moveAside(path, aside, fs);
      fs.renameSync(fresh, path);
      break;
    } catch (error) {
      if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "") && aside.length < patience) continue;
      putBack(aside, path, fs);
      throw error;
    }
  }
  for (const old of aside) quietly(() => fs.rmSync(old, {recursive: true, force: true}));
}

function moveAside(path: string, aside: string[], fs: FileSystem): void {
  const old = beside(path);
  try {
    fs.renameSync(path, old);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  aside.push(old);
}

function putBack(aside: readonly string[], path: string, fs: FileSystem): void {
  const last = aside.at(-1);
  if (last !== undefined) quietly(() => fs.renameSync(last, path));
  for (const old of aside) if (old !== last) quietly(() => fs.rmSync(old, {recursive: true, force: true}));
}
