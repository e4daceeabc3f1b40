import {createHash} from "node:crypto";
import {readFileSync, readdirSync, writeFileSync} from "node:fs";

const list = "checksums.json";

/**
 * Writes the sha256 of every file in a folder to the folder's `checksums.json`.
 * @param {string} folder
 */
export function writeChecksums(folder) {
  const names = readdirSync(folder).filter((name) => name !== list);
  const sums = Object.fromEntries(names.map((name) => [name, sumOf(`${folder}/${name}`)]));
  writeFileSync(`${folder}/${list}`, JSON.stringify(sums));
}

/**
 * Whether a folder still holds the files in its list, unchanged.
 * @param {string} folder
 */
export function isSound(folder) {
  const sums = read(folder);
  return sums !== undefined && Object.entries(sums).every(([name, sum]) => sumOf(`${folder}/${name}`) === sum);
}

/**
 * The names of the files in a folder's list; empty if it cannot be read.
 * @param {string} folder
 */
export function listed(folder) {
  return Object.keys(read(folder) ?? {});
}

/**
 * The sha256 of a file, in hex; undefined if it cannot be read.
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
