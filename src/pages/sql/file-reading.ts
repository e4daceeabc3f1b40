import {html} from "htl";
import {messageOf} from "../../components/cell/message.js";
import {
  headedColumns,
  headerOf,
  isPlain,
  kindOf,
  textOf,
  type FileKind,
  type OwnColumn,
  type OwnRows
} from "../../components/own/own-file.js";
import {select} from "./select.js";

/** How a reader's file is read: what can be chosen of it, and its columns as chosen. */
export interface FileReading {
  controls: HTMLElement;
  columns: () => Promise<OwnColumn[]> | OwnColumn[];
}

/** Looks at the content of a file, whatever its name. Throws where it can't be read. */
export async function fileReading(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length === 0) throw new Error("it is empty");
  const kind = kindOf(bytes);
  const {controls, columns} = await orDamaged(kind, () => readingOf(kind, bytes));
  return {controls, columns: () => orDamaged(kind, columns)};
}

const kindNames: Record<FileKind, string> = {
  delimited: "",
  json: "JSON",
  parquet: "a Parquet file",
  arrow: "an Arrow file",
  xlsx: "an XLSX workbook"
};

/** A reader's own words on a damaged file name neither the format nor what to do. */
async function orDamaged<Value>(kind: FileKind, read: () => Promise<Value> | Value): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (kindNames[kind] === "") throw error;
    throw new Error(`it begins as ${kindNames[kind]} but is damaged or cut off: ${messageOf(error)}`, {cause: error});
  }
}

async function readingOf(kind: FileKind, bytes: Uint8Array): Promise<FileReading> {
  const controls = html`<span></span>`;
  if (kind === "xlsx") return ofSheets(await (await import("../../components/own/sheets.js")).sheetsOf(bytes));
  if (kind === "delimited") return ofText(plainText(bytes), await import("../../components/own/delimited.js"));
  if (kind === "json") {
    const {jsonColumns} = await import("../../components/own/json-columns.js");
    return {controls, columns: () => jsonColumns(textOf(bytes))};
  }
  if (kind === "parquet") {
    const {parquetColumns} = await import("../../components/own/parquet-columns.js");
    return {controls, columns: () => parquetColumns(bytes)};
  }
  const {arrowColumns} = await import("../../components/own/arrow-columns.js");
  return {controls, columns: () => arrowColumns(bytes)};
}

/** Throws for what is no text: a picture, a program, another kind of archive. */
function plainText(bytes: Uint8Array): string {
  const text = textOf(bytes);
  if (!isPlain(text)) throw new Error("it is neither text nor Parquet, Arrow or XLSX");
  return text;
}

const signs = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"};

function ofText(
  text: string,
  {delimiterOf, delimitedRows}: typeof import("../../components/own/delimited.js")
): FileReading {
  const delimiter = select("Delimiter", signs, delimiterOf(text));
  let rows = delimitedRows(text, delimiter.value);
  const header = lineField(headerOf(rows));
  delimiter.addEventListener("change", () => {
    rows = delimitedRows(text, delimiter.value);
    header.value = String(headerOf(rows));
  });
  return {
    controls: html`<span><label>Delimiter ${delimiter}</label> <label>Header row ${header}</label></span>`,
    columns: () => headedColumns(rows, Number(header.value))
  };
}

function ofSheets(sheets: readonly {name: string; rows: OwnRows}[]): FileReading {
  if (sheets.length === 0) throw new Error("its sheets are empty");
  const names = sheets.map(({name}) => name);
  const longest = sheets.reduce((most, sheet) => (sheet.rows.length > most.rows.length ? sheet : most));
  const choice = select("Sheet", Object.fromEntries(names.map((name) => [name, name])), longest.name);
  const rows = (): OwnRows => sheets.find(({name}) => name === choice.value)!.rows;
  const header = lineField(headerOf(rows()));
  choice.addEventListener("change", () => (header.value = String(headerOf(rows()))));
  return {
    controls: html`<span><label>Sheet ${choice}</label> <label>Header row ${header}</label></span>`,
    columns: () => headedColumns(rows(), Number(header.value))
  };
}

function lineField(line: number): HTMLInputElement {
  return html`<input type="number" min="1" aria-label="Header row" value=${line} />` as HTMLInputElement;
}
