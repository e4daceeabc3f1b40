import {readFileSync} from "node:fs";
import {building} from "../paths.js";

/**
 * A page that says, where there are no scripts, that it needs them, and lists the tables that it is about.
 * @param {string} html
 */
export function withTables(html) {
  /** @type {{name: string, description: string}[]} */
  const tables = JSON.parse(readFileSync(`${building}/data/catalog.json`, "utf8"));
  const list = tables.map(
    ({name, description}) => `<li><a href="./data/${name}.parquet">${name}</a>: ${escaped(description)}</li>`
  );
  const words = "The notebook runs in your browser and needs scripts. These are its tables, as Parquet files:";
  return html.replace("</main>", () => `<noscript><p>${words}</p>\n<ul>\n${list.join("\n")}\n</ul></noscript></main>`);
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
