import {existsSync, readFileSync} from "node:fs";
import {root} from "../paths.js";

/**
 * A released version: its day, and the sha256 of each table.
 * @typedef {{version: string, date: string, tables: Record<string, string>}} Release
 */

/** Where released versions are recorded, once there is one. */
export const releasesFile = `${root}releases.json`;

/**
 * The released versions, oldest first.
 * @param {string} [file]
 * @returns {Release[]}
 */
export function releases(file = releasesFile) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

/**
 * The released versions with one added, or replaced if the number is the same.
 * @param {readonly Release[]} earlier
 * @param {Release} release
 * @returns {Release[]}
 */
export function withRelease(earlier, release) {
  return [...earlier.filter(({version}) => version !== release.version), release];
}

/**
 * A sentence per version on how a table changed.
 * @param {string} table
 * @param {readonly Release[]} all In their order, the present one last.
 * @returns {string[]}
 */
export function historyOf(table, all) {
  const held = all.filter(({tables}) => table in tables);
  return held.map(({version, date, tables}, i) => {
    const before = held[i - 1];
    if (!before) return `First published in version ${version}, ${date}.`;
    const is = before.tables[table] === tables[table] ? "the same file as in" : "changed since";
    return `Version ${version}, ${date}: ${is} version ${before.version}.`;
  });
}
