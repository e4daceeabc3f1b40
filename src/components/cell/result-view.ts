import {html} from "htl";
import {button} from "../figure/button.js";
import {download} from "../figure/download.js";
import {imported} from "../load/load-error.js";
import {untilLoaded} from "../load/until-loaded.js";
import {markdownText, tsvText} from "../result/copied.js";
import type {Engine} from "../result/engine.js";
import {texts, type Kept} from "../result/kept.js";
import {resultTable, SHOWN, type ResultTableOptions} from "./result-table.js";

/** A query's result: a table that grows as one scrolls and is ordered on a click, and all rows as files or copied. */
export async function resultView(
  engine: Engine,
  result: Kept,
  {name, ...options}: ResultTableOptions & {name: string}
): Promise<HTMLElement> {
  const status = html`<small role="status"></small>`;
  const saves = Object.entries(files).map(([label, save]) =>
    button(`Download ${label}`, () => void save(engine, result, name))
  );
  const copies = Object.entries(copied).map(([label, text]) =>
    button(`Copy ${label}`, () => {
      void copy(engine, result, text).then((words) => (status.textContent = words));
    })
  );
  return html`<div class="sql-result">
    ${await resultTable(engine, result, options)}
    <details class="notebook-settings">
      <summary>Download or copy</summary>
      <div class="sql-bar">${saves}${copies}${status}</div>
    </details>
  </div>`;
}

const copied = {TSV: tsvText, Markdown: markdownText};

async function copy(engine: Engine, result: Kept, text: typeof tsvText): Promise<string> {
  const rows = Math.min(result.length, SHOWN);
  await navigator.clipboard.writeText(text(result, await texts(engine, result, {count: SHOWN})));
  return `${rows.toLocaleString("en-US")} rows copied`;
}

const load = <Module>(from: () => Promise<Module>): Promise<Module> =>
  untilLoaded(() => imported("what writes the file", from));

type Save = (engine: Engine, result: Kept, name: string) => Promise<void>;

const files: Record<"CSV" | "JSON" | "Parquet" | "Arrow", Save> = {
  CSV: async (engine, result, name) => {
    const {csvFile} = await load(() => import("../result/csv-file.js"));
    download(`${name}.csv`, await csvFile(engine, result), "text/csv");
  },
  JSON: async (engine, result, name) => {
    const {jsonFile} = await load(() => import("../result/json-file.js"));
    download(`${name}.json`, await jsonFile(engine, result), "application/json");
  },
  Parquet: async (engine, result, name) => {
    const {parquetFile} = await load(() => import("../result/parquet-file.js"));
    const bytes = await parquetFile(engine, result);
    download(`${name}.parquet`, bytes as Uint8Array<ArrayBuffer>, "application/vnd.apache.parquet");
  },
  Arrow: async (engine, result, name) => {
    const {arrowFile} = await load(() => import("../result/arrow-file.js"));
    const bytes = await arrowFile(engine, result);
    download(`${name}.arrow`, bytes as Uint8Array<ArrayBuffer>, "application/vnd.apache.arrow.file");
  }
};
