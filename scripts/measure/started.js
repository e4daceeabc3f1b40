import {linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {dist, root} from "../paths.js";
import {serve} from "../serve.js";

/**
 * Serves the built site while some work is done, with pages that start in the given way or as built.
 * @template T
 * @param {"" | "when idle" | "at once"} start
 * @param {(url: string) => Promise<T>} work
 */
export async function withStart(start, work) {
  const folder = start === "" ? dist : copied(start);
  const {url, close} = await serve(folder, {base: "/some/repo/"});
  try {
    return await work(url);
  } finally {
    await close();
    if (folder !== dist) rmSync(folder, {recursive: true});
  }
}

/** @param {string} start */
function copied(start) {
  const folder = mkdtempSync(`${root}dist.measured-`);
  for (const entry of readdirSync(dist, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const from = `${entry.parentPath}/${entry.name}`;
    const to = folder + from.slice(dist.length);
    mkdirSync(dirname(to), {recursive: true});
    if (entry.name.endsWith(".html")) writeFileSync(to, withAttribute(readFileSync(from, "utf8"), start));
    else linkSync(from, to);
  }
  return folder;
}

/**
 * @param {string} html
 * @param {string} start
 */
function withAttribute(html, start) {
  return html.replace(/ data-start="[^"]*"/, "").replace(" data-module=", ` data-start="${start}" data-module=`);
}
