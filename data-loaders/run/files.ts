import {readdirSync, readFileSync, statSync} from "node:fs";
import type {Files} from "../../lib/model/index.js";
import {fileText} from "../../lib/sheet/file-text.js";
import {InputError} from "../../lib/sheet/index.js";
import {root} from "../../scripts/paths.js";

/** A folder laid out like `assumptions/`: its path, and its name in messages. */
export interface AssumptionFolder {
  path: string;
  name: string;
}

/** The project's own assumptions. */
export const published: AssumptionFolder = {path: `${root}assumptions`, name: "assumptions"};

/** The folder at a path; by default, the published one. Throws an `InputError` for a folder that does not exist. */
export function assumptionFolder(path?: string): AssumptionFolder {
  if (path === undefined) return published;
  if (statSync(path, {throwIfNoEntry: false})?.isDirectory()) return {path, name: path};
  throw new InputError(`--assumptions ${path}: no such folder\n  copy ${published.path} and edit it`);
}

/** A folder under another. */
export function subfolder({path, name}: AssumptionFolder, child: string): AssumptionFolder {
  return {path: `${path}/${child}`, name: `${name}/${child}`};
}

/** The texts of a folder's files with one extension, by name without it. */
export function readFolder({path}: AssumptionFolder, ending: string): Files {
  const names = readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort();
  return Object.fromEntries(names.map((name) => [name.slice(0, -ending.length), readText(`${path}/${name}`)]));
}

/** Reads the text of a file that a user named. Throws an `InputError` if it cannot be read. */
export function readText(path: string): string {
  return readable(path, () => fileText(readFileSync(path)));
}

/** Reads the bytes of a file that a user named. Throws an `InputError` if it cannot be read. */
export function readBytes(path: string): Uint8Array {
  return readable(path, () => readFileSync(path));
}

function readable<Content>(path: string, read: () => Content): Content {
  try {
    return read();
  } catch (cause) {
    throw new InputError(`${path}: cannot be read: ${reasonOf(cause)}`, {cause});
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? String(cause.code) : "";
  return reasons[code] ?? cause.message;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EISDIR: "it is a folder: name a file",
  ENOENT: "there is no such file: check the path",
  ENOTDIR: "part of the path is a file, not a folder: check the path"
};
