import {existsSync, readFileSync} from "node:fs";
import {root} from "./paths.js";

/**
 * The version that a fork began from, as `token-factory diff UPSTREAM --record` writes it: where it was read, its
 * version, where the place says it, and the hash of its model, in full.
 * @typedef {{place: string, version?: string, model: string}} Upstream
 */

/** Where a fork keeps it. */
export const upstreamFile = `${root}upstream.json`;

/**
 * What a site says of itself on top of each page and in its title where its model or inputs are no longer those of the
 * version that it began from; nothing in other sites.
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
 * A folder of somebody's machine is not named: it says nothing to readers.
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
