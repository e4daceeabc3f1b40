import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {building, dist, frameworkCache} from "./paths.js";
import {modelHash, siteHash} from "./hash.js";
import {swap} from "./swap.js";

const stamp = `${frameworkCache}/model-hash`;

/** Whether dist/ is what a build of the present files would give. */
export function isBuilt() {
  return read(`${dist}/.site-hash`) === siteHash();
}

/**
 * Marks the site that was built as made from the files that had this hash, and puts it in the place of the old one: a
 * server of dist/ shows one of them, never a part.
 * @param {string} hash
 */
export function publishSite(hash) {
  writeFileSync(`${building}/.site-hash`, hash);
  swap(building, dist);
}

/** Framework looks at a loader's own date only: when anything the numbers depend on has changed, none may be reused. */
export function dropStale() {
  const hash = modelHash();
  if (read(stamp) === hash) return;
  rmSync(`${frameworkCache}/data`, {recursive: true, force: true});
  mkdirSync(frameworkCache, {recursive: true});
  writeFileSync(stamp, hash);
}

/** Forgets which model the cached tables are of: a preview that is open while files change mixes them. */
export function forgetModel() {
  rmSync(stamp, {force: true});
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
