import {readFileSync, writeFileSync} from "node:fs";
import {building} from "./paths.js";

/**
 * Writes `llms.txt`, which tells programs that read sites about this one's pages and tables.
 * @param {readonly string[]} pages Paths of HTML files.
 */
export function writeIndex(pages) {
  const tables = JSON.parse(readFileSync(`${building}/data/catalog.json`, "utf8"));
  writeFileSync(
    `${building}/llms.txt`,
    [...heading, "", ...pages.map(pageLine), "", "## Tables", "", ...lines(tables), ""].join("\n")
  );
}

const heading = [
  "# The AI Token Factory",
  "",
  "> A model of the economics of AI tokens, from silicon and electricity to the value of finished work: its inputs",
  "> with sources and ranges, scenarios, published figures beside predictions, and every result as a table.",
  "",
  "Tables are Parquet files; data/catalog.json gives each column's unit and meaning, data/SHA256SUMS their checksums.",
  "Each table has a page with its columns, units, formulas, first rows and citation; datapackage.json and",
  "ro-crate-metadata.json describe all of them.",
  "",
  "## Pages"
];

/** @param {string} page */
function pageLine(page) {
  const [, title = page] =
    /<title>([^<|]*?)(?: \| [^<]*)?<\/title>/.exec(readFileSync(`${building}/${page}`, "utf8")) ?? [];
  return `- [${title}](${page})`;
}

/** @param {readonly {name: string; description: string}[]} tables */
function lines(tables) {
  return tables.map(
    ({name, description}) => `- [${name}](tables/${name}.html): ${description} [Parquet](data/${name}.parquet)`
  );
}
