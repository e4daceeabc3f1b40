import {createHash} from "node:crypto";

/** Pages that make documents of their own, or charts whose styles no build has seen. */
const OWN_STYLES = ["sql.html", "reports.html"];

/**
 * What a script or a worker may load and run: the site's own files, and WebAssembly. DuckDB's worker gets its
 * WebAssembly from the page, which has fetched it, as a blob.
 */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:";

/** The mark of the styles, with icons in them, that an editor of queries puts into a page: scripts have none. */
const EDITOR = "editor";

/**
 * The same for a page, with the styles that charts bring along, word for word.
 * @param {string} page
 * @param {readonly string[]} styles
 */
export function policyFor(page, styles) {
  if (OWN_STYLES.includes(page)) return `${POLICY}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`;
  const allowed = ["style-src 'self'", `'nonce-${EDITOR}'`, ...styles.map(hashOf)].join(" ");
  return `${POLICY}; ${allowed}; img-src 'self' data:`;
}

/**
 * The texts of the styles in pages: charts carry them, in the page as it is built and when they are drawn again.
 * @param {readonly string[]} pages
 */
export function stylesIn(pages) {
  const texts = pages.flatMap((html) => Array.from(html.matchAll(/<style>([^<]*)<\/style>/g), ([, text = ""]) => text));
  return [...new Set(texts.map((text) => text.replaceAll("&gt;", ">").replaceAll("&amp;", "&")))].sort();
}

/**
 * The policy that stands in a page.
 * @param {string} html
 */
export function policyIn(html) {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
}

/** @param {string} text */
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
