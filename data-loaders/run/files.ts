import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Files} from "../../lib/model/index.js";
import {InputError} from "../../lib/sheet/index.js";

/** The project's root folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The texts of a folder's files with one ending, by name without it. */
export function readFolder(folder: string, ending: string): Files {
  const names = readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith(ending))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -ending.length), readFileSync(`${root}/${folder}/${name}`, "utf8")])
  );
}

/** The text of a file that a person names. Throws an `InputError` where it can't be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new InputError(
      `${path}: this file can't be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause
      }
    );
  }
}
