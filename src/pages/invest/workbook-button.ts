import type {Choice} from "../../lib/finance/project-inputs.js";
import {workbookButton} from "../../components/figure/workbook-button.js";
import {identityHere} from "../../components/live/identity-here.js";
import type {Case} from "./case.js";
import {projectInWords} from "./project-in-words.js";

/** A button that hands over the page's project as a workbook with live formulas; `model` is the hash of its tables. */
export function projectWorkbookButton(
  {inputs}: Case,
  choice: Choice,
  {name, title, model}: {name: string; title: string; model: string}
): HTMLElement {
  const facts = (): [string, string][] => [
    ["Project", projectInWords(choice, Number(inputs.count!.values[0]))],
    ["Scenario", title],
    ["Address", location.href]
  ];
  return workbookButton("project.xlsx", "change a term on its first sheet and the rest recalculates", {
    load: () => import("../../lib/export/xlsx/project/index.js"),
    write: async ({projectWorkbook}) => {
      const identity = await identityHere(name, model);
      return projectWorkbook({inputs, facts: facts(), identity, created: new Date()});
    }
  });
}
