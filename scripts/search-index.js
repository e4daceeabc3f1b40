import {createHash} from "node:crypto";
import MiniSearch from "minisearch";
import {readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {building} from "./paths.js";

const folder = `${building}/_observablehq`;

/**
 * Indexes the pages' text as drawn, since Framework indexes only the text in their files. Returns the name of the
 * index.
 * @param {readonly string[]} pages
 */
export async function writeIndexOfDrawn(pages) {
  const [framework = ""] = readdirSync(folder).filter((name) => /^minisearch\.\w+\.json$/.test(name));
  const text = readFileSync(`${folder}/${framework}`, "utf8");
  const drawn = pages.map((page) => ({id: idOf(page), html: readFileSync(`${building}/${page}`, "utf8")}));
  const index = await withDrawn(text, drawn);
  rmSync(`${folder}/${framework}`);
  const name = `minisearch.${createHash("sha256").update(index).digest("hex").slice(0, 8)}.json`;
  writeFileSync(`${folder}/${name}`, index);
  return name;
}

/** @param {string} page */
function idOf(page) {
  return page === "index.html" ? "/" : `/${page}`;
}

/**
 * One of Framework's indexes, with the words of drawn pages in place of its own.
 * @param {string} text
 * @param {readonly {id: string, html: string}[]} drawn
 */
export async function withDrawn(text, drawn) {
  const {options} = JSON.parse(text);
  const index = MiniSearch.loadJSON(text, {...options, processTerm});
  for (const {id, html} of drawn) {
    const title = index.getStoredFields(id)?.title;
    if (title === undefined) continue;
    index.discard(id);
    index.add({id, title, text: wordsIn(html), keywords: ""});
  }
  await index.vacuum();
  return JSON.stringify({options, ...index.toJSON()});
}

/** As Framework does when it writes its index. */
function processTerm(/** @type {string} */ term) {
  return term
    .slice(0, 15)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/** No one searches for a page by the numbers and names in its charts and tables. */
const UNREAD = /<(svg|table|script|style|pre)\b[^]*?<\/\1>/g;

/**
 * The words of a page's text.
 * @param {string} html
 */
function wordsIn(html) {
  const [, main = ""] = /<main\b[^>]*>([^]*)<\/main>/.exec(html) ?? [];
  return main
    .replace(UNREAD, " ")
    .replace(/<[^>]+>|&#?\w+;/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
