import {execFile} from "node:child_process";
import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {building, root} from "../paths.js";
import {writeClient} from "./client-file.js";
import {splitPage} from "./page-module.js";

const cache = `${root}node_modules/.cache/token-factory-pages`;
const program = fileURLToPath(new URL("draw-page.js", import.meta.url));

/** What a page's module is called, beside the page. */
export function moduleOf(/** @type {string} */ page) {
  return page.replace(/\.html$/, ".page.js");
}

/**
 * Puts into every page what its cells draw, so that it can be read before, and without, any script. Each page's scripts
 * become one module beside it. Throws where a cell fails.
 */
export async function prerender() {
  const client = await writeClient();
  const pages = readdirSync(building, {recursive: true, encoding: "utf8"}).filter(
    (name) => name.endsWith(".html") && name !== "404.html"
  );
  for (const page of pages) split(page);
  const waiting = [...pages];
  const work = async () => {
    for (let page; (page = waiting.pop()); ) await draw(page, client);
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  return pages;
}

/** @param {string} page */
function split(page) {
  const {html, code} = splitPage(readFileSync(`${building}/${page}`, "utf8"));
  writeFileSync(`${building}/${page}`, html);
  writeFileSync(`${building}/${moduleOf(page)}`, code);
}

/**
 * Draws a page, or takes it as an earlier build drew it from the same files.
 * @param {string} page
 * @param {string} client
 */
async function draw(page, client) {
  const drawn = `${cache}/${hashOf(page, client)}.html`;
  mkdirSync(cache, {recursive: true});
  if (!existsSync(drawn)) await inProcess(page, client, drawn);
  utimesSync(drawn, new Date(), new Date());
  copyFileSync(drawn, `${building}/${page}`);
}

/** One process a page: the modules of a page hold state. */
async function inProcess(page, client, to) {
  try {
    await promisify(execFile)(process.execPath, [program, page, moduleOf(page), client, to], {timeout: 180_000});
  } catch (error) {
    throw new Error(`page ${page} could not be drawn: ${error instanceof Error ? error.message : error}`, {cause: error});
  }
}

/** Names of modules and files hold the hash of all that is in them. */
function hashOf(page, client) {
  const hash = createHash("sha256").update(page);
  for (const file of [page, moduleOf(page), client]) hash.update(readFileSync(`${building}/${file}`));
  for (const name of ["browser-globals.js", "draw-page.js", "serialise.js"])
    hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest("hex");
}
