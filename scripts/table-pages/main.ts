import {mkdirSync, writeFileSync} from "node:fs";
import {about} from "../../lib/export/about.js";
import {CRATE_FILE, roCrate} from "../../src/components/cite/ro-crate.js";
import {sitePackage} from "./data-package.js";
import {editionOf} from "./edition.js";
import {frameOf, type Content} from "./frame.js";
import {escaped, grid, link} from "./html.js";
import {publishedTables, type Table} from "./published.js";
import {dataCatalog} from "./structured-data.js";
import {tablePage} from "./table-page.js";

/**
 * Writes a page for each published table of a built site, and a list of them, to its folder `tables`; also metadata of
 * all tables, `datapackage.json` and those of an RO-Crate.
 */
const [, , site = ""] = process.argv;
const framed = frameOf(site);
const edition = editionOf(site);
const tables = await publishedTables(site);
mkdirSync(`${site}/tables`, {recursive: true});
for (const table of tables) writeFileSync(`${site}/tables/${table.name}.html`, framed(tablePage(table, edition)));
writeFileSync(`${site}/tables/index.html`, framed(listOf(tables)));
const descriptor = sitePackage(site, tables, edition);
writeFileSync(`${site}/datapackage.json`, `${JSON.stringify(descriptor, null, 2)}\n`);
writeFileSync(`${site}/${CRATE_FILE}`, `${JSON.stringify(roCrate(descriptor), null, 2)}\n`);

function listOf(tables: readonly Table[]): Content {
  const description = `The ${tables.length} published tables of ${about.title}: columns, units, rows, checksums.`;
  const cells = ({name, description, rows, columns}: Table): string[] => [
    link(`${name}.html`, name),
    escaped(description),
    rows.toLocaleString("en-US"),
    String(columns.length)
  ];
  return {
    title: "Tables",
    description,
    data: dataCatalog(tables),
    main: [
      "<h1>Tables</h1>",
      `<p>${description}</p>`,
      grid("Published tables", ["Table", "What it holds", "Rows", "Columns"], tables.map(cells))
    ].join("\n")
  };
}
