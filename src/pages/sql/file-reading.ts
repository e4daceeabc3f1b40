import {html} from "htl";
import type {OwnColumn, OwnRows} from "../../components/own/own-file.js";
import {select} from "./select.js";

/** How a reader's file is read: what can be chosen of it, and its columns as chosen. */
export interface FileReading {
  controls: HTMLElement;
  columns: () => Promise<OwnColumn[]> | OwnColumn[];
}

/** Looks at the content of a file, whatever its name. Throws where it can't be read. */
export async function fileReading(bytes: Uint8Array): Promise<FileReading> {
  const own = await import("../../components/own/own-file.js");
  const kind = own.kindOf(bytes);
  if (kind === "xlsx") return ofSheets(await own.sheetsOf(bytes), own);
  if (kind === "delimited") return ofText(own.textOf(bytes), own);
  const controls = html`<span></span>`;
  if (kind === "json") return {controls, columns: () => own.jsonColumns(own.textOf(bytes))};
  if (kind === "parquet") return {controls, columns: () => own.parquetColumns(bytes)};
  const {arrowColumns} = await import("../../components/own/arrow-columns.js");
  return {controls, columns: () => arrowColumns(bytes)};
}

type Own = typeof import("../../components/own/own-file.js");

const signs = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"};

function ofText(text: string, own: Own): FileReading {
  const delimiter = select("Cells are parted by", signs, own.delimiterOf(text));
  const rows = (): OwnRows => own.delimitedRows(text, delimiter.value);
  const header = lineField(own.headerOf(rows()));
  delimiter.addEventListener("change", () => (header.value = String(own.headerOf(rows()))));
  return {
    controls: html`<span><label>Cells are parted by ${delimiter}</label> <label>Names in line ${header}</label></span>`,
    columns: () => own.headedColumns(rows(), Number(header.value))
  };
}

function ofSheets(sheets: readonly {name: string; rows: OwnRows}[], own: Own): FileReading {
  if (sheets.length === 0) throw new Error("its sheets have no cells");
  const names = sheets.map(({name}) => name);
  const longest = sheets.reduce((most, sheet) => (sheet.rows.length > most.rows.length ? sheet : most));
  const choice = select("Sheet", Object.fromEntries(names.map((name) => [name, name])), longest.name);
  const rows = (): OwnRows => sheets.find(({name}) => name === choice.value)!.rows;
  const header = lineField(own.headerOf(rows()));
  choice.addEventListener("change", () => (header.value = String(own.headerOf(rows()))));
  return {
    controls: html`<span><label>Sheet ${choice}</label> <label>Names in line ${header}</label></span>`,
    columns: () => own.headedColumns(rows(), Number(header.value))
  };
}

function lineField(line: number): HTMLInputElement {
  return html`<input type="number" min="1" aria-label="Line of the names" value=${line} />` as HTMLInputElement;
}
