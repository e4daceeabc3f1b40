import {html} from "htl";
import type {Choice} from "../../lib/finance/project-inputs.js";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
import {problem} from "../../components/load/failure.js";
import {imported} from "../../components/load/load-error.js";
import type {Case} from "./case.js";

/** A button that hands over the page's project as a workbook with live formulas. */
export function workbookButton(project: Case, choice: Choice, scenario: string): HTMLElement {
  const status = html`<small role="status"></small>`;
  const save = async (): Promise<void> => {
    press.disabled = true;
    status.textContent = "Building the workbook …";
    try {
      status.textContent = await saved(project, choice, scenario);
    } catch (error) {
      status.replaceChildren(problem(error, () => void save()));
    }
    press.disabled = false;
  };
  const press = button("XLSX with live formulas", () => void save());
  return html`<div class="export-buttons">${press} ${status}</div>`;
}

async function saved({inputs}: Case, {accelerator, facility}: Choice, scenario: string): Promise<string> {
  const {projectWorkbook} = await imported("the workbook", () => import("../../lib/export/xlsx/project/index.js"));
  const count = Number(inputs.count!.values[0]);
  const facts: [string, string][] = [
    ["Project", `${count} ${accelerator} at ${facility}`],
    ["Scenario", scenario],
    ["Address", location.href]
  ];
  const bytes = await projectWorkbook({inputs, facts, created: new Date()});
  download("project.xlsx", bytes as Uint8Array<ArrayBuffer>, mediatype);
  return (
    `project.xlsx: ${(bytes.length / 1e6).toFixed(1)} MB; change a term on its first sheet and the rest ` +
    `recalculates`
  );
}

const mediatype = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
