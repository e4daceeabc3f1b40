import {copyFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {sumOf} from "./checksums.js";
import {writeIndex} from "./llms.js";
import {building, frameworkCache} from "./paths.js";

/**
 * Adds what Framework's build leaves out: a language, zooming, tables at stable addresses, and a self-contained page
 * for missing addresses, since it may be shown at any depth. Fails if a page contains an error.
 */
export function finish() {
  // Framework mistakes the npm package's README, beside the model, for a page.
  rmSync(`${building}/lib`, {recursive: true, force: true});
  for (const page of pages()) finishPage(page);
  if (existsSync(`${frameworkCache}/data`)) publishData(`${frameworkCache}/data`, `${building}/data`);
  writeIndex(pages().sort());
  copyFileSync(new URL("404.html", import.meta.url), `${building}/404.html`);
  writeFileSync(`${building}/.nojekyll`, "");
}

/**
 * Copies the tables, with the sha256 of each in the format of `sha256sum -c SHA256SUMS`.
 * @param {string} from
 * @param {string} to
 */
function publishData(from, to) {
  cpSync(from, to, {recursive: true});
  const lines = readdirSync(to)
    .sort()
    .map((name) => `${sumOf(`${to}/${name}`)}  ${name}\n`);
  writeFileSync(`${to}/SHA256SUMS`, lines.join(""));
}

function pages() {
  return readdirSync(building, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".html"));
}

/** @param {string} page */
function finishPage(page) {
  const html = readFileSync(`${building}/${page}`, "utf8");
  const error = /observablehq--error[^>]*>([^<]*)/.exec(html);
  if (error) throw new Error(`page ${page} is broken: ${error[1] ?? ""}`);
  writeFileSync(`${building}/${page}`, accessible(html));
}

/** @type {[RegExp, string][]} */
const repairs = [
  [/<html(?! lang)/, '<html lang="en"'],
  [/, ?maximum-scale=1/, ""],
  [/<pre data-language/g, '<pre tabindex="0" data-language'],
  [/title="Toggle sidebar"(?! aria)/, 'title="Toggle sidebar" aria-label="Toggle sidebar"'],
  [/(<ol>\s*)(<label id="observablehq-sidebar-close"[^>]*><\/label>)([\s\S]*?<\/ol>)/, "$1$3$2"]
];

/** @param {string} html */
function accessible(html) {
  return repairs.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), html);
}
