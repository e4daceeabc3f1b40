import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
import {imported} from "../../components/load/load-error.js";
import {untilLoaded} from "../../components/load/until-loaded.js";
import type {Engine} from "../../components/result/engine.js";
import type {Kept} from "../../components/result/kept.js";
import {resultChart} from "./result-chart.js";
import {resultTable} from "./result-table.js";

/** A query's result: a chart, a table that grows as one scrolls and is ordered on a click, and all rows as files. */
export async function resultView(engine: Engine, result: Kept, name: string): Promise<HTMLElement> {
  const saves = Object.entries(files).map(([label, save]) =>
    button(`Download ${label}`, () => void save(engine, result, name))
  );
  return html`<div class="sql-result">
    <div class="sql-bar">${saves}</div>
    ${await resultChart(engine, result)}${await resultTable(engine, result)}
  </div>`;
}

const load = <Module>(from: () => Promise<Module>): Promise<Module> =>
  untilLoaded(() => imported("what writes the file", from));

type Save = (engine: Engine, result: Kept, name: string) => Promise<void>;

const files: Record<"CSV" | "JSON" | "Parquet" | "Arrow", Save> = {
  CSV: async (engine, result, name) => {
    const {csvFile} = await load(() => import("../../components/result/csv-file.js"));
    download(`${name}.csv`, await csvFile(engine, result), "text/csv");
  },
  JSON: async (engine, result, name) => {
    const {jsonFile} = await load(() => import("../../components/result/json-file.js"));
    download(`${name}.json`, await jsonFile(engine, result), "application/json");
  },
  Parquet: async (engine, result, name) => {
    const {parquetFile} = await load(() => import("../../components/result/parquet-file.js"));
    const bytes = await parquetFile(engine, result);
    download(`${name}.parquet`, bytes as Uint8Array<ArrayBuffer>, "application/vnd.apache.parquet");
  },
  Arrow: async (engine, result, name) => {
    const {arrowFile} = await load(() => import("../../components/result/arrow-file.js"));
    const bytes = await arrowFile(engine, result);
    download(`${name}.arrow`, bytes as Uint8Array<ArrayBuffer>, "application/vnd.apache.arrow.file");
  }
};
