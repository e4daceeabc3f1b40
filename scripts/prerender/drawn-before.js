import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {building, root} from "../paths.js";

const cache = `${root}node_modules/.cache/token-factory-pages`;

/** @type {Set<string>} */
const used = new Set();

/**
 * Draws a page, unless an earlier build has drawn it from the same files, whose names include hashes of all that they
 * attach and import.
 * @param {string} page
 * @param {readonly string[]} files
 * @param {(to: string) => Promise<void>} draw Draws it into a file.
 */
export async function drawnBefore(page, files, draw) {
  const name = `${hashOf(page, files)}.html`;
  mkdirSync(cache, {recursive: true});
  if (!existsSync(`${cache}/${name}`)) {
    await draw(`${cache}/${name}.part`);
    renameSync(`${cache}/${name}.part`, `${cache}/${name}`);
  }
  used.add(name);
  copyFileSync(`${cache}/${name}`, `${building}/${page}`);
}

/** Deletes the drawn pages that this build does not use. */
export function forgetOthers() {
  for (const name of readdirSync(cache)) if (!used.has(name)) rmSync(`${cache}/${name}`);
}

/**
 * @param {string} page
 * @param {readonly string[]} files
 */
function hashOf(page, files) {
  const hash = createHash("sha256").update(page);
  for (const file of files) hash.update(readFileSync(`${building}/${file}`));
  for (const name of ["browser-globals.js", "draw-page.js", "serialise.js"])
    hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest("hex");
}
