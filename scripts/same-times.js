import {existsSync, readdirSync, utimesSync} from "node:fs";
import {frameworkCache, root} from "./paths.js";

/** Later than any loader's date, so that a preview takes no table for out of date. */
const time = new Date("2100-01-01T00:00:00Z");

/**
 * Gives all files that pages attach one date. Framework puts a file's date into the names of the modules that attach
 * it, so that two builds of the same files would differ.
 */
export function sameTimes(folders = [`${frameworkCache}/data`, `${root}src/vendor`]) {
  for (const folder of folders.filter((one) => existsSync(one)))
    for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true}))
      if (entry.isFile()) utimesSync(`${entry.parentPath}/${entry.name}`, time, time);
}
