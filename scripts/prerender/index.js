import {execFile} from "node:child_process";
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {wordsOf} from "../main.js";
import {building} from "../paths.js";
import {writeClient} from "./client-file.js";
import {drawnBefore, forgetOthers} from "./drawn-before.js";
import {writeParts} from "./part-file.js";
import {splitPage} from "./page-module.js";
import {withTables} from "./tables-instead.js";

/** The name of a page's module, beside the page. */
export function moduleOf(/** @type {string} */ page) {
  return page.replace(/\.html$/, ".page.js");
}

/**
 * Writes each page's cell output into the page, so that it can be read before any script runs, or without scripts. Each
 * page's scripts become one module beside it, and each part of a table that it reads becomes a file. Throws if a cell
 * fails.
 */
export async function prerender() {
  const client = await writeClient();
  const pages = readdirSync(building, {recursive: true, encoding: "utf8"}).filter(
    (name) => name.endsWith(".html") && name !== "404.html"
  );
  for (const page of pages) split(page);
  const waiting = [...pages];
  const work = async () => {
    for (let page; (page = waiting.pop());) await draw(page, client);
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  forgetOthers();
  for (const page of pages) await writeParts(page);
  return pages;
}

/** @param {string} page */
function split(page) {
  const {html, code} = splitPage(readFileSync(`${building}/${page}`, "utf8"));
  writeFileSync(`${building}/${page}`, withTables(html, page));
  writeFileSync(`${building}/${moduleOf(page)}`, code);
}

/**
 * @param {string} page
 * @param {string} client
 */
async function draw(page, client) {
  const module = moduleOf(page);
  await drawnBefore(page, [page, module, client], (to) => inProcess([page, module, client, to]));
}

const program = fileURLToPath(new URL("draw-page.js", import.meta.url));

/**
 * One process per page, since modules hold state. The time zone is fixed, so that the page does not depend on the
 * builder.
 * @param {readonly [page: string, module: string, client: string, to: string]} order
 */
async function inProcess(order) {
  try {
    const env = {...process.env, TZ: "UTC"};
    await promisify(execFile)(process.execPath, [program, ...order], {timeout: 300_000, env});
  } catch (error) {
    throw new Error(`page ${order[0]} could not be drawn: ${wordsOf(error)}`, {cause: error});
  }
}
