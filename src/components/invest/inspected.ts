import type {CellMark, Made} from "../inspector/mark.js";
import {offer} from "../inspector/offered.js";
import type {Case} from "./case.js";

/** Names under which the inspector knows a page's project, and the same without its loan. */
const [PROJECT, FREE] = ["project", "project-without-loan"];

/** Lets the numbers of a project be inspected. */
export function offerProject({run, free}: Case): void {
  const since = `month 0, here ${run.start}, is that of the first payment`;
  offer(PROJECT, {title: `this page’s project; ${since}`, run});
  offer(FREE, {title: `this page’s project without its loan; ${since}`, run: free});
}

/** A number of the project. */
export function ofProject(column: string, month = 0): CellMark {
  return {cell: `project.${column}@${month}`, scenario: PROJECT};
}

/** The same without a loan. */
export function withoutLoan(column: string, month = 0): CellMark {
  return {cell: `project.${column}@${month}`, scenario: FREE};
}

/** A number that is made of others' whole course over the months: each is shown with it. */
export function madeOf(words: string, ...of: readonly CellMark[]): Made {
  return {words, of};
}
