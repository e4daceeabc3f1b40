import {html} from "htl";
import {button} from "../figure/button.js";
import {download} from "../figure/download.js";
import {imported} from "../load/load-error.js";
import {untilLoaded} from "../load/until-loaded.js";
import {markdownText, tsvText} from "../result/copied.js";
import type {Engine} from "../result/engine.js";
import type {FileNotes} from "../result/file-notes.js";
import {texts, type Kept} from "../result/kept.js";
import {resultNotes} from "./result-notes.js";
import {isShortened, resultTable, type ResultTable, type ResultTableOptions} from "./result-table.js";

/** Maximum number of rows copied; more are offered as a file. */
const COPIED = 10_000;

/** A query's result: rows to scroll and sort, and all of them as files or copied. */
export async function resultView(
  engine: Engine,
  result: Kept,
  {name, query, ...options}: ResultTableOptions & {name: string; query: string}
): Promise<HTMLElement> {
  const status = html`<small role="status"></small>`;
  const saves = Object.entries(files).map(([label, save]) =>
    button(`Download ${label}`, () => void save(engine, result, name, resultNotes(query, options.meanings)))
  );
  const copies = Object.entries(copied).map(([label, text]) =>
    button(`Copy ${label}`, () => {
      void copy(engine, result, text).then((words) => (status.textContent = words));
    })
  );
  const table = await resultTable(engine, result, options);
  return html`<div class="sql-result">
    ${table.element}${result.columns.some(({type}) => isShortened(type)) ? inFull(table) : ""}
    <details class="notebook-settings">
      <summary>Download or copy</summary>
      <div class="sql-bar">${saves}${copies}${status}</div>
    </details>
  </div>`;
}

function inFull(table: ResultTable): HTMLElement {
  const box = html`<input type="checkbox" />` as HTMLInputElement;
  box.addEventListener("change", () => table.inFull(box.checked));
  return html`<label class="result-full">${box} All digits</label>`;
}

const copied = {TSV: tsvText, Markdown: markdownText};

async function copy(engine: Engine, result: Kept, text: typeof tsvText): Promise<string> {
  await navigator.clipboard.writeText(text(result, await texts(engine, result, {count: COPIED})));
  const rows = Math.min(result.length, COPIED).toLocaleString("en-US");
  return result.length > COPIED ? `the first ${rows} rows copied: download the rest` : `${rows} rows copied`;
}

const load = <Module>(from: () => Promise<Module>): Promise<Module> =>
  untilLoaded(() => imported("the file writer", from));

type Save = (engine: Engine, result: Kept, name: string, notes: FileNotes) => Promise<void>;

const files: Record<"CSV" | "JSON" | "Parquet" | "Arrow", Save> = {
  CSV: async (engine, result, name) => {
    const {csvFile} = await load(() => import("../result/csv-file.js"));
    download(`${name}.csv`, await csvFile(engine, result), "text/csv");
  },
  JSON: async (engine, result, name) => {
    const {jsonFile} = await load(() => import("../result/json-file.js"));
    download(`${name}.json`, await jsonFile(engine, result), "application/json");
  },
  Parquet: async (engine, result, name, notes) => {
    const {parquetFile} = await load(() => import("../result/parquet-file.js"));
    const bytes = await parquetFile(engine, result, notes);
    download(`${name}.parquet`, bytes as Uint8Array<ArrayBuffer>, "application/vnd.apache.parquet");
  },
  Arrow: async (engine, result, name, notes) => {
    const {arrowFile} = await load(() => import("../result/arrow-file.js"));
    const bytes = await arrowFile(engine, result, notes);
    download(`${name}.arrow`, bytes as Uint8Array<ArrayBuffer>, "application/vnd.apache.arrow.file");
  }
};
