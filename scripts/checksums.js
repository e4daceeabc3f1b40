import {createHash} from "node:crypto";
import {readFileSync, readdirSync, writeFileSync} from "node:fs";

const list = "checksums.json";

/**
 * Writes the sha256 of every file of a folder into it, as `checksums.json`.
 * @param {string} folder
 */
export function writeChecksums(folder) {
  const names = readdirSync(folder).filter((name) => name !== list);
  const sums = Object.fromEntries(names.map((name) => [name, sumOf(`${folder}/${name}`)]));
  writeFileSync(`${folder}/${list}`, JSON.stringify(sums));
}

/**
 * Whether a folder holds the files of its list, as they were written.
 * @param {string} folder
 */
export function isSound(folder) {
  const sums = read(folder);
  return sums !== undefined && Object.entries(sums).every(([name, sum]) => sumOf(`${folder}/${name}`) === sum);
}

/**
 * The names of the files that a folder's list has; none where it can't be read.
 * @param {string} folder
 */
export function listed(folder) {
  return Object.keys(read(folder) ?? {});
}

/**
 * The sha256 of a file in hex; undefined where it can't be read.
 * @param {string} path
 */
export function sumOf(path) {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @returns {Record<string, string> | undefined}
 */
function read(folder) {
  try {
    const sums = JSON.parse(readFileSync(`${folder}/${list}`, "utf8"));
    return typeof sums === "object" && sums !== null ? sums : undefined;
  } catch {
    return undefined;
  }
}
