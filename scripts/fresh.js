import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {building, dist, frameworkCache} from "./paths.js";
import {modelHash, siteHash} from "./hash.js";
import {swap} from "./swap.js";

const stamp = `${frameworkCache}/model-hash`;

/** Whether dist/ is what a build of the present files would produce. */
export function isBuilt() {
  return read(`${dist}/.site-hash`) === siteHash();
}

/**
 * Marks the built site with the hash of its files and puts it in the place of the old one. A server of dist/ shows
 * either site, never a mixture.
 * @param {string} hash
 */
export function publishSite(hash) {
  writeFileSync(`${building}/.site-hash`, hash);
  swap(building, dist);
}

/**
 * Framework checks only a loader's own date. If anything else behind the numbers has changed, no cached table may be
 * reused.
 */
export function dropStale() {
  const hash = modelHash();
  if (read(stamp) === hash) return;
  rmSync(`${frameworkCache}/data`, {recursive: true, force: true});
  mkdirSync(frameworkCache, {recursive: true});
  writeFileSync(stamp, hash);
}

/** Forgets which model the cached tables belong to: an open preview mixes them while files change. */
export function forgetModel() {
  rmSync(stamp, {force: true});
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
