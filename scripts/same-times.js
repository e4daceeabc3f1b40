import {existsSync, readdirSync, utimesSync} from "node:fs";
import {frameworkCache, root} from "./paths.js";

/** Later than any loader's date, so that a preview does not consider a table outdated. */
const time = new Date("2100-01-01T00:00:00Z");

/**
 * Gives all files that pages attach the same date. Framework puts file dates into the names of modules that attach
 * them, so builds of the same files would otherwise differ.
 */
export function sameTimes(folders = [`${frameworkCache}/data`, `${root}src/vendor`]) {
  for (const folder of folders.filter((one) => existsSync(one)))
    for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true}))
      if (entry.isFile()) utimesSync(`${entry.parentPath}/${entry.name}`, time, time);
}
