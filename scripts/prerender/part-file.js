import {parquetMetadata, parquetRead} from "hyparquet";
import {parquetWriteBuffer} from "hyparquet-writer";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {building} from "../paths.js";

/** @typedef {{columns: string[], places: number[] | "all"}} PartRequest As written by the page's `askForPart`. */

/**
 * Writes the files that a drawn page asks for, each with the part of a table that the page reads.
 * @param {string} page
 */
export async function writeParts(page) {
  const html = readFileSync(`${building}/${page}`, "utf8");
  const asked = /<meta name="part"[^>]* data-request="[^"]*">/g;
  for (const [meta] of html.matchAll(asked)) {
    const {name, request} = read(meta);
    const path = `${building}/_file/data/${name}`;
    const table = path.replace(/\.[0-9a-f]{8}\.parquet$/, ".parquet");
    if (!existsSync(path)) writeFileSync(path, await partOf(new Uint8Array(readFileSync(table)).buffer, request));
  }
  writeFileSync(
    `${building}/${page}`,
    html.replaceAll(asked, (meta) => meta.replace(/ data-request="[^"]*"/, ""))
  );
}

/**
 * @param {string} meta
 * @returns {{name: string, request: PartRequest}}
 */
function read(meta) {
  const element = /** @type {HTMLMetaElement} */ (JSDOM.fragment(meta).firstElementChild);
  return {name: element.content, request: JSON.parse(element.dataset.request ?? "")};
}

/**
 * A Parquet file with some columns and rows of a table, and their positions in it.
 * @param {ArrayBuffer} file
 * @param {PartRequest} request
 */
export async function partOf(file, {columns, places}) {
  const metadata = parquetMetadata(file);
  const values = await valuesOf(file, metadata, columns);
  const kept = (/** @type {unknown[]} */ all) => (places === "all" ? all : places.map((place) => all[place]));
  const columnData = columns.map((name) => ({name, data: kept(values[name] ?? []), offsetIndex: false}));
  // Where nothing is missing, a reader need not look for it.
  const elements = columnData.flatMap(({name, data}) => {
    /** @type {import("hyparquet").FieldRepetitionType} */
    const repetition_type = data.includes(null) ? "OPTIONAL" : "REQUIRED";
    return metadata.schema.filter((element) => element.name === name).map((element) => ({...element, repetition_type}));
  });
  const buffer = parquetWriteBuffer({
    columnData,
    schema: [{name: "root", num_children: columns.length}, ...elements],
    kvMetadata: [...entriesOf(metadata, columns), {key: "places", value: JSON.stringify(places)}],
    rowGroupSize: 1_000_000,
    statistics: false
  });
  return new Uint8Array(buffer);
}

/**
 * @param {ArrayBuffer} file
 * @param {import("hyparquet").FileMetaData} metadata
 * @param {string[]} columns
 */
async function valuesOf(file, metadata, columns) {
  /** @type {Record<string, unknown[]>} */
  const values = Object.fromEntries(columns.map((name) => [name, []]));
  await parquetRead({
    ...{file, metadata, columns},
    onChunk: ({columnName, columnData, rowStart}) => {
      for (let i = 0; i < columnData.length; ++i) (values[columnName] ?? [])[rowStart + i] = columnData[i];
    }
  });
  return values;
}

/**
 * A table's metadata, with the notes of these columns only.
 * @param {import("hyparquet").FileMetaData} metadata
 * @param {readonly string[]} columns
 */
function entriesOf({key_value_metadata: entries = []}, columns) {
  return entries.map(({key, value = ""}) => {
    if (key !== "columns") return {key, value};
    const notes = Object.entries(JSON.parse(value)).filter(([name]) => columns.includes(name));
    return {key, value: JSON.stringify(Object.fromEntries(notes))};
  });
}
