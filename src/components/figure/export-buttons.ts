import {html} from "htl";
import type {ExportedRun, ExportFormat} from "../../lib/export/index.js";
import {editionHere} from "../cite/edition.js";
import {button} from "./button.js";
import {download} from "./download.js";
import {problem} from "../load/failure.js";
import {imported} from "../load/load-error.js";
import {runOfScenario} from "../inspector/runs.js";

const formats: readonly [format: ExportFormat, label: string][] = [
  ["xlsx", "XLSX with formulas"],
  ["sql", "SQL for DuckDB"],
  ["csv", "CSV"],
  ["parquet", "Parquet"],
  ["arrow", "Arrow"],
  ["zip", "All in one zip"]
];

/** Buttons that make and save files of a published scenario's run. */
export function exportButtons(scenario: string): HTMLElement {
  return buttonsFor(async () => ({...(await runOfScenario(scenario)), created: new Date()}));
}

/** Buttons that make files of the run current when one of them is pressed. */
export function buttonsFor(exported: () => Promise<ExportedRun>): HTMLElement {
  const status = html`<small role="status"></small>`;
  const buttons = formats.map(([format, label]) => button(label, () => void save(format)));
  const save = async (format: ExportFormat): Promise<void> => {
    for (const one of buttons) one.disabled = true;
    status.textContent = `Making ${format.toUpperCase()} …`;
    try {
      status.textContent = await saved(await exported(), format);
    } catch (error) {
      status.replaceChildren(problem(error, () => void save(format)));
    }
    for (const one of buttons) one.disabled = false;
  };
  return html`<div class="export-buttons">${buttons} ${status}</div>`;
}

async function saved(exported: ExportedRun, format: ExportFormat): Promise<string> {
  const {exportFile} = await imported("the exports", () => import("./export-file.js"));
  const {name, mediatype, bytes} = await exportFile({...exported, commit: editionHere().commit}, format);
  download(name, bytes as Uint8Array<ArrayBuffer>, mediatype);
  return `${name}: ${(bytes.length / 1e6).toFixed(1)} MB`;
}
