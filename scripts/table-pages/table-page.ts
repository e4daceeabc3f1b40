import {about} from "../../lib/export/about.js";
import {citationFormats, type Cited} from "../../src/components/cite/citation.js";
import {historyOf, releases, withRelease} from "../release/history.js";
import type {Edition} from "./edition.js";
import type {Content} from "./frame.js";
import {escaped, grid, link} from "./html.js";
import type {Column, Table, Value} from "./published.js";
import {dataset} from "./structured-data.js";

/** The page of a table: description, columns, first rows, file, users, and citation. */
export function tablePage(table: Table, edition: Edition): Content {
  const {name, description, rows, columns} = table;
  const facts = `${rows.toLocaleString("en-US")} rows and ${columns.length} columns`;
  return {
    title: `Table ${name}`,
    description: `${description} ${facts}, as Parquet; ${about.licence.name}.`,
    data: dataset(table, edition),
    main: [
      `<h1>Table <code>${escaped(name)}</code></h1>`,
      `<p>${escaped(description)} It has ${facts}. ${link("index.html", "All tables")}</p>`,
      ...section("Download", download(table)),
      ...section("Columns", grid(`Columns of ${name}`, columnHead, columns.map(columnCells))),
      ...section(`First ${table.first.length} rows`, firstRows(table)),
      ...section("Where it is used", uses(table)),
      ...section("History", history(table, edition)),
      ...section("How to cite it", citation(table, edition))
    ].join("\n")
  };
}

function section(heading: string, content: string): string[] {
  return [`<h2>${heading}</h2>`, content];
}

function download({name, bytes, sha256}: Table): string {
  return [
    `<p><a href="../data/${name}.parquet" download>${name}.parquet</a>, ${size(bytes)}, ${about.licence.title}.`,
    `Its SHA-256 checksum, also in ${link("../data/SHA256SUMS", "SHA256SUMS")}:</p>`,
    `<pre tabindex="0"><code>${sha256}</code></pre>`,
    `<p>Spreadsheets read CSV: the ${link("../library.html", "Export page")} writes it for the tables of a scenario,`,
    `and the ${link("../sql.html", "SQL notebook")} for the result of any query.</p>`
  ].join("\n");
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

const columnHead = ["Column", "Type", "Unit", "Description", "Kind", "How it is computed"];

function columnCells({name, type, unit, description, kind, rule, single}: Column): string[] {
  const code = (text: string): string => (text === "" ? "" : `<code>${escaped(text)}</code>`);
  return [code(name), single ? `${type}, to 7 digits` : type, escaped(unit), escaped(description), kind, code(rule)];
}

function firstRows({name, columns, first}: Table): string {
  const head = columns.map((column) => escaped(column.name));
  const rows = first.map((row) => columns.map((column) => escaped(shown(row[column.name]))));
  return grid(`First rows of ${name}`, head, rows, false);
}

/** Numbers in full precision, as in the file; a day where the file has a time. */
function shown(value: Value | undefined): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? "");
}

function uses({name, uses: {pages, tables}}: Table): string {
  const shownOn = pages.map((page) => link(`../${page.address}`, page.name)).join(", ");
  const readBy = tables.map((table) => link(`${table}.html`, table)).join(", ");
  return [
    "<ul>",
    shownOn === "" ? "<li>No page shows it.</li>" : `<li>Pages that load it: ${shownOn}.</li>`,
    ...(readBy === "" ? [] : [`<li>Tables that read its columns: ${readBy}.</li>`]),
    `<li>In SQL: <code>SELECT * FROM ${escaped(name)}</code> in the ${link("../sql.html", "notebook")}.</li>`,
    "</ul>"
  ].join("\n");
}

/** How the table has changed since the first release. */
function history({name, sha256}: Table, {version, date}: Edition): string {
  const lines = historyOf(name, withRelease(releases(), {version, date, tables: {[name]: sha256}}));
  return `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`;
}

function citation({name}: Table, {version, model, commit, date}: Edition): string {
  const page = `Table ${name}`;
  const cited: Cited = {page, site: about.title, version, commit, model: model.slice(0, 12), accessed: date};
  const {text, bibtex} = citationFormats;
  return [
    `<p>${escaped(text.write(cited))}</p>`,
    `<pre tabindex="0"><code>${escaped(bibtex.write(cited))}</code></pre>`,
    "<p>Add the address at which you read it. The model's hash identifies the numbers, the checksum the file.</p>"
  ].join("\n");
}
