import type {Choice} from "../../lib/finance/project-inputs.js";
import {workbookButton} from "../../components/figure/workbook-button.js";
import type {Case} from "./case.js";
import {projectInWords} from "./project-in-words.js";

/** A button that hands over the page's project as a workbook with live formulas. */
export function projectWorkbookButton({inputs}: Case, choice: Choice, scenario: string): HTMLElement {
  const facts = (): [string, string][] => [
    ["Project", projectInWords(choice, Number(inputs.count!.values[0]))],
    ["Scenario", scenario],
    ["Address", location.href]
  ];
  return workbookButton("project.xlsx", "change a term on its first sheet and the rest recalculates", {
    load: () => import("../../lib/export/xlsx/project/index.js"),
    write: ({projectWorkbook}) => projectWorkbook({inputs, facts: facts(), created: new Date()})
  });
}
