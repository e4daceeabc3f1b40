import {createHash} from "node:crypto";

/** Pages that create their own documents, or charts with styles that the build has not seen. */
const OWN_STYLES = ["sql.html", "reports.html"];

/**
 * What a script or worker may load and run: the site's own files, and WebAssembly. DuckDB's worker receives its
 * WebAssembly from the page as a blob.
 */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:";

/** The nonce of the styles, with icons, that the query editor adds to a page; scripts have none. */
const EDITOR = "editor";

/**
 * The policy of a page, with its charts' styles listed word for word.
 * @param {string} page
 * @param {readonly string[]} styles
 */
export function policyFor(page, styles) {
  if (OWN_STYLES.includes(page)) return `${POLICY}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`;
  const allowed = ["style-src 'self'", `'nonce-${EDITOR}'`, ...styles.map(hashOf)].join(" ");
  return `${POLICY}; ${allowed}; img-src 'self' data:`;
}

/**
 * The texts of styles in pages: charts contain them, both as built and when redrawn.
 * @param {readonly string[]} pages
 */
export function stylesIn(pages) {
  const texts = pages.flatMap((html) => Array.from(html.matchAll(/<style>([^<]*)<\/style>/g), ([, text = ""]) => text));
  return [...new Set(texts.map((text) => text.replaceAll("&gt;", ">").replaceAll("&amp;", "&")))].sort();
}

/**
 * The policy in a page.
 * @param {string} html
 */
export function policyIn(html) {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
}

/** @param {string} text */
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
