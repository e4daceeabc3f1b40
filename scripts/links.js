import {existsSync} from "node:fs";
import {building} from "./paths.js";

/**
 * The broken links reported by Framework, without those that it does not understand: links with a query, such as
 * `/assumptions?table=study`, and links to a table's stable address.
 * @param {string} output What `observable build` printed.
 * @returns {string[]}
 */
export function brokenLinks(output) {
  const reported = Array.from(output.matchAll(/^↳ (\S+) → (\S+)$/gm), ([, page = "", link = ""]) => ({page, link}));
  return reported.filter(({link}) => !isThere(link)).map(({page, link}) => `${page} → ${link}`);
}

/** @param {string} link */
function isThere(link) {
  const [path = "", anchor] = link.replace(/\?[^#]*/, "").split("#");
  return anchor === undefined && [path, `${path}.html`].some((name) => existsSync(building + decodeURI(name)));
}
