import {createHash} from "node:crypto";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {register} from "tsx/esm/api";

/**
 * Simulates, whatever is cached, and prints a checksum of each published file: CI compares those of all versions of
 * Node, which are to make the same bytes.
 */
register();
const {writeTables} = await import("../data-loaders/run/write-tables.js");
const folder = mkdtempSync(`${tmpdir()}/tables-`);
try {
  await writeTables(folder, "digest");
  for (const name of readdirSync(folder).sort()) console.log(`${digest(`${folder}/${name}`)}  ${name}`);
} finally {
  rmSync(folder, {recursive: true});
}

/** @param {string} file */
function digest(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
