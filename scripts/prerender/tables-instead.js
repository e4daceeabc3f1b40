import {readFileSync} from "node:fs";
import {building} from "../paths.js";

/** Pages that are programs rather than text, with what they show without scripts. */
const INSTEAD = new Map([
  ["sql.html", "<p>Queries run in your browser and need scripts. These are the tables, as Parquet files:</p>"],
  [
    "sheet.html",
    "<h1>Sheet</h1>\n<p>The sheet calculates in your browser and needs scripts. Its inputs stand on the page <a " +
      'href="./assumptions.html">Assumptions</a>; these are its results in all scenarios, as Parquet files:</p>'
  ]
]);

/**
 * A page that lists its tables for readers without scripts, if it needs to.
 * @param {string} html
 * @param {string} page
 */
export function withTables(html, page) {
  const words = INSTEAD.get(page);
  if (words === undefined) return html;
  /** @type {{name: string, description: string}[]} */
  const tables = JSON.parse(readFileSync(`${building}/data/catalog.json`, "utf8"));
  const list = tables.map(
    ({name, description}) => `<li><a href="./data/${name}.parquet">${name}</a>: ${escaped(description)}</li>`
  );
  return html.replace("</main>", () => `<noscript>${words}\n<ul>\n${list.join("\n")}\n</ul></noscript></main>`);
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
