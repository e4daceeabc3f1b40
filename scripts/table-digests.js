import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {register} from "tsx/esm/api";
import {sumOf} from "./checksums.js";

/**
 * Simulates without caches and prints a checksum of each published file; CI checks that all versions of Node give the
 * same bytes.
 */
register();
const {writeTables} = await import("../data-loaders/run/write-tables.js");
const folder = mkdtempSync(`${tmpdir()}/tables-`);
try {
  await writeTables(folder, "digest");
  for (const name of readdirSync(folder).sort()) console.log(`${sumOf(`${folder}/${name}`)}  ${name}`);
} finally {
  rmSync(folder, {recursive: true});
}
