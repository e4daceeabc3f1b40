import {existsSync, readFileSync} from "node:fs";
import {root} from "./paths.js";

/**
 * The version that a fork started from, as written by `token-factory diff UPSTREAM --record`: its place, its version if
 * the place states it, and the full hash of its model.
 * @typedef {{place: string, version?: string, model: string}} Upstream
 */

/** Where a fork records it. */
export const upstreamFile = `${root}upstream.json`;

/**
 * The banner and title of a site whose model or inputs differ from the version that it started from; other sites have
 * neither.
 * @param {string} model Hash of its own model.
 * @param {string} [file]
 * @returns {{title: string, header?: string}}
 */
export function siteNames(model, file = upstreamFile) {
  const title = "The AI Token Factory";
  const upstream = existsSync(file) ? /** @type {Upstream} */ (JSON.parse(readFileSync(file, "utf8"))) : undefined;
  if (upstream === undefined || upstream.model === model) return {title};
  return {title: `${title}, changed`, header: banner(title, upstream)};
}

/**
 * A local folder is not named: it would tell readers nothing.
 * @param {string} title
 * @param {Upstream} upstream
 */
function banner(title, {place, version = "", model}) {
  const original = `${title} ${escaped(version)}`.trim();
  const address = /^https?:/.test(place) ? escaped(place) : undefined;
  const name = address === undefined ? original : `<a href="${address}">${original}</a>`;
  return (
    `<aside class="own-banner" aria-label="Fork"><strong>This site is a fork</strong>: its model or inputs differ ` +
    `from those of ${name}, model <code>${escaped(model.slice(0, 12))}</code>, and so do its numbers. ` +
    `<code>npx token-factory diff ${address ?? "ORIGINAL"}</code> lists what was changed.</aside>`
  );
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
