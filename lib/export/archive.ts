import {type Zippable, zipSync} from "fflate";
import {stringify} from "yaml";
import {about, licenceText} from "./about.js";
import {arrow} from "./arrow.js";
import {csv} from "./csv.js";
import {dataPackage, type ArchiveFile} from "./data-package.js";
import {
  changesOf,
  citationOf,
  facts,
  identityOf,
  tablesAbout,
  tablesOfRun,
  titleOf,
  type ExportedRun
} from "./exported-run.js";
import {identityEntries, type Identity} from "./identity.js";
import {parquet} from "./parquet.js";
import type {PublishedTable} from "./published.js";
import {markdownCode, markdownText} from "./text/markdown.js";
import {wellFormed} from "./text/well-formed.js";

/** The file format of a table. */
export type TableFormat = "csv" | "parquet" | "arrow";

const writers: Record<TableFormat, (table: PublishedTable, identity: Identity) => Uint8Array> = {
  csv: (table) => bytesOf(csv(table)),
  parquet: (table, identity) => parquet(table, identity.model, identityEntries(identity)),
  arrow: (table, identity) => arrow(table, identity.model, identityEntries(identity))
};

/**
 * A zip archive of a run's tables in the requested formats, with any further files, a README, licence, citation and
 * `datapackage.json`.
 */
export async function archive(
  exported: ExportedRun,
  formats: readonly TableFormat[],
  more: readonly ArchiveFile[] = []
): Promise<Uint8Array> {
  const tables = [...tablesOfRun(exported), ...tablesAbout(exported)];
  const files = [
    ...formats.flatMap((format) => tables.map((table) => fileOf(exported, table, format))),
    ...more,
    {path: "README.md", bytes: bytesOf(readme(exported, tables))},
    {path: "CITATION.cff", bytes: bytesOf(cff(exported))},
    {path: "LICENSE.txt", bytes: bytesOf(`${licenceText}\n`)}
  ];
  const descriptor = JSON.stringify(await dataPackage(exported, files), null, 2);
  return zipped([...files, {path: "datapackage.json", bytes: bytesOf(`${descriptor}\n`)}], exported.created);
}

function fileOf(exported: ExportedRun, table: PublishedTable, format: TableFormat): ArchiveFile {
  return {path: `${format}/${table.name}.${format}`, bytes: writers[format](table, identityOf(exported)), table};
}

function readme(exported: ExportedRun, tables: readonly PublishedTable[]): string {
  const changes = changesOf(exported);
  return [
    `# ${about.title}`,
    "",
    ...facts(exported).map(([label, text]) => `- **${label}**: ${markdownText(text)}`),
    "",
    ...(changes.length > 0
      ? ["## What differs from the reference", "", ...changes.map((change) => `- ${markdownCode(change)}`), ""]
      : []),
    "## Tables",
    "",
    "`datapackage.json` gives the meaning and unit of every column. An empty cell is a missing value;",
    "the table `missing` gives the reason. In CSV, a text that a spreadsheet would read as a formula (starting",
    "with =, +, - or @) is preceded by an apostrophe.",
    "",
    ...tables.map(({name, description}) => `- ${markdownCode(name)}: ${markdownText(description)}`),
    ""
  ].join("\n");
}

function cff(exported: ExportedRun): string {
  const {hash, commit, created} = exported;
  return stringify(
    {
      "cff-version": "1.2.0",
      message: "If you use these tables, please cite them as below.",
      type: "dataset",
      title: wellFormed(titleOf(exported)),
      authors: [{name: about.authors}],
      version: `${about.version}+${hash.slice(0, 12)}`,
      ...(commit && {commit}),
      "date-released": created.toISOString().slice(0, 10),
      license: about.licence.name,
      abstract: wellFormed(citationOf(exported))
    },
    {lineWidth: 0}
  );
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * The same files at the same time of creation give the same bytes. Runs in one thread: the page's security policy
 * forbids workers created from text.
 */
function zipped(files: readonly ArchiveFile[], mtime: Date): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(({path, bytes}) => [path, [bytes, {mtime}]]));
  return zipSync(entries, {level: 6});
}
