import {InputError} from "../lib/sheet/index.js";
import {fileSystem} from "./output/file-system.js";
import {placeOf} from "./output/place.js";
import {fileAt} from "./output/write-file.js";

/** The path of a workbook. Throws an `InputError` for any other path. */
export function workbookAt(out: string): string {
  if (!/\.xlsx$/i.test(out))
    throw new InputError(`--out: expected the name of a workbook, got "${out}"\n  example: --out project.xlsx`);
  placeOf("--out", out, fileSystem);
  return out;
}

/** Writes a workbook and prints its size. */
export async function writeWorkbookAt(path: string, bytes: Uint8Array): Promise<void> {
  await fileAt("--out", path)(bytes);
  console.error(`${path}: ${Math.ceil(bytes.length / 1000).toLocaleString("en-US")} kB, with live formulas`);
}
