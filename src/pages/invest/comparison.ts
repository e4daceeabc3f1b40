import {html} from "htl";
import type {Choice, Terms} from "../../lib/finance/project-inputs.js";
import {button} from "../../components/figure/button.js";
import {csvButtons} from "../../components/figure/csv-buttons.js";
import {gridOf, textColumn, type Grid} from "../../components/figure/grid.js";
import {tableElement} from "../../components/figure/table-element.js";
import type {Case} from "./case.js";
import {caseNamed, comparedFigures, comparedTerms, type ComparedLine, type NamedCase} from "./compare.js";
import {forgetCase, keepCase, keptCases, MOST_KEPT} from "./kept-cases.js";

/** The page's project as it is asked for. */
export interface Present {
  project: Case;
  choice: Choice;
  scenario: string;
  /** The terms of any scenario. */
  termsOf: (scenario: string) => Terms;
}

/** What the page's project is called beside others. */
const PRESENT = "this project";

/** The page's project beside those that were kept, and a field to keep it. */
export function comparison(present: Present): HTMLElement {
  const root = html`<div></div>`;
  const show = (problem = ""): void => root.replaceChildren(...parts(present, show, problem));
  show();
  return root;
}

/** The page's project and the kept ones, each run; what can't be run any more is left out. */
export function namedCases({project, choice, scenario, termsOf}: Present): NamedCase[] {
  const kept = keptCases().flatMap((one): NamedCase[] => {
    try {
      return [caseNamed(one.name, one.choice, termsOf(one.scenario))];
    } catch {
      return [];
    }
  });
  return [{name: PRESENT, project, choice, terms: termsOf(scenario)}, ...kept];
}

function parts(present: Present, show: (problem?: string) => void, problem: string): Node[] {
  const cases = namedCases(present);
  const name = html`<input type="text" maxlength="40" placeholder="e.g. H100 in Texas" />` as HTMLInputElement;
  const keep = (): void => {
    try {
      const {choice, scenario} = present;
      keepCase({name: name.value.trim() || `Case ${cases.length}`, scenario, choice});
      show();
    } catch (error) {
      show(error instanceof Error ? error.message : String(error));
    }
  };
  const field = html`<p class="report-buttons">
    <label>Keep this project as ${name}</label> ${button("Keep for comparison", keep)}
    <small role="status">${problem}</small>
  </p>`;
  if (cases.length === 1) {
    const words = `Keep this project, change terms above and compare with up to ${MOST_KEPT} kept projects.`;
    return [field, html`<p>${words}</p>`];
  }
  const grid = comparedGrid(cases);
  const forget = cases.slice(1).map((one) =>
    button(`Remove “${one.name}”`, () => {
      forgetCase(one.name);
      show();
    })
  );
  const words = {heading: "Projects side by side", source: "the projects of this page and those kept"};
  const saves = csvButtons(
    "projects.csv",
    () => grid,
    () => words
  );
  return [
    field,
    tableElement(grid, {label: "Projects side by side"}),
    html`<p class="report-buttons">${saves} ${forget}</p>`
  ];
}

/** Figures and differing terms of projects, a line each; differences are from the first. */
function comparedGrid(cases: readonly NamedCase[]): Grid {
  const lines = [...comparedFigures(cases), ...comparedTerms(cases)];
  const rows = lines.map((line) => ({
    line: line.title,
    ...Object.fromEntries(cases.map(({name}, i) => [name, cellOf(line, i)]))
  }));
  const columns = cases.map(({name}, i) =>
    textColumn(name, i === 0 ? "The project of the page" : "A kept project; in brackets, its difference from the first")
  );
  return gridOf(rows, [textColumn("line", "Figure, or term in which the projects differ"), ...columns]);
}

function cellOf({values, differences}: ComparedLine, i: number): string {
  return differences[i] === "" ? values[i]! : `${values[i]!} (${differences[i]!})`;
}
