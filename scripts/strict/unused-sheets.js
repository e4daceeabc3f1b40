import {readdirSync, readFileSync, rmSync} from "node:fs";
import {building} from "../paths.js";

/**
 * Deletes style sheets that no page links to, since each page has its own with further rules.
 * @param {readonly string[]} pages
 */
export function dropUnusedSheets(pages) {
  const html = pages.map((page) => readFileSync(`${building}/${page}`, "utf8")).join("");
  for (const name of readdirSync(`${building}/_import`))
    if (name.endsWith(".css") && !html.includes(name)) rmSync(`${building}/_import/${name}`);
}
