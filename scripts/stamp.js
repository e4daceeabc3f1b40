import {readFileSync, writeFileSync} from "node:fs";
import {commit} from "./commit.js";
import {building} from "./paths.js";

/**
 * Writes the commit into the head and foot of each page once all are drawn, so that drawn pages can be reused for the
 * next commit.
 * @param {readonly string[]} pages
 */
export function stampCommit(pages) {
  const hash = commit();
  if (hash === "") return;
  for (const page of pages) {
    const html = readFileSync(`${building}/${page}`, "utf8");
    writeFileSync(`${building}/${page}`, stamped(html, hash));
  }
}

/**
 * @param {string} html
 * @param {string} hash
 */
export function stamped(html, hash) {
  return html
    .replace(/<meta name="token-factory"[^>]*>/, (meta) => `${meta}<meta name="commit" content="${hash}">`)
    .replace(
      /(Version \d+\.\d+\.\d+), model(?= <code>)/,
      (_, version) => `${version}, commit <code>${hash}</code>, model`
    );
}
