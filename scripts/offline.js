import {mkdirSync, readFileSync, readdirSync} from "node:fs";
import {frameworkCache, root} from "./paths.js";

const client = `${root}node_modules/@observablehq/framework/dist/client`;

/**
 * Framework asks the registry for the newest version of every library that its client may import, used or not. An entry
 * in its cache answers without a network; the version is never fetched, so any will do.
 */
export function answerVersions(cache = frameworkCache) {
  for (const name of namesIn(client)) mkdirSync(`${cache}/_npm/${name}@0.0.0`, {recursive: true});
}

/** @param {string} directory */
function namesIn(directory) {
  const files = readdirSync(directory, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".js"));
  const sources = files.map((name) => readFileSync(`${directory}/${name}`, "utf8"));
  return new Set(
    sources.flatMap((source) => Array.from(source.matchAll(/"npm:((?:@[^/"]+\/)?[^/"]+)/g), ([, name]) => name))
  );
}
