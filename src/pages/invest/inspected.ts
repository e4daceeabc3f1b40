import type {Measure} from "../../lib/finance/appraise.js";
import type {CellMark, Made} from "../../components/inspector/origin.js";
import {offerRun} from "../../components/inspector/page-run.js";
import type {Case} from "./case.js";

/** Names under which the inspector knows a page's project, and the same without its loan. */
const PROJECT = "project";
const FREE = "project-without-loan";

/** Lets the numbers of a project be inspected. */
export function offerProject({run, free}: Case): void {
  const since = `month 0, here ${run.start}, is the month of the first payment`;
  offerRun(PROJECT, {title: `this page’s project; ${since}`, run});
  offerRun(FREE, {title: `this page’s project without its loan; ${since}`, run: free});
}

/** A number of the project. */
export function ofProject(column: string, month = 0): CellMark {
  return {cell: `project.${column}@${month}`, scenario: PROJECT};
}

/** The same without a loan. */
export function withoutLoan(column: string, month = 0): CellMark {
  return {cell: `project.${column}@${month}`, scenario: FREE};
}

/** What a measure of the project is made of. */
export function ofMeasure(measure: Measure): Made {
  const flow = (measure.startsWith("un") ? withoutLoan : ofProject)("owners_cash_flow");
  if (measure.endsWith("irr")) return madeOf("The discount rate at which these months have an NPV of zero:", flow);
  const rate = ofProject(measure === "npv" ? "cost_of_equity" : "discount_rate");
  return madeOf("The months of the first, discounted at the second:", flow, rate);
}

/** The equity IRR and NPV. */
export function ofReturns(): Made {
  const words = "The discount rate at which the months of the first have an NPV of zero, and their NPV at the second:";
  return madeOf(words, ofProject("owners_cash_flow"), ofProject("cost_of_equity"));
}

/** Debt service coverage in a month. */
export function ofCover(month: number): Made {
  const cells = ["cash_available", "debt_service"].map((name) => ofProject(name, month));
  return madeOf("The first divided by the second, in the month where that is lowest:", ...cells);
}

/** The years of the contract's earnings that return what is bought. */
export function ofPayback(): Made {
  const cells = ["hardware_cost", "investment", "ebitda", "contracted"].map((name) => ofProject(name));
  return madeOf("Hardware, or the whole investment, divided by mean yearly EBITDA under contract:", ...cells);
}

/** The months in which the covenant is breached. */
export function ofCovenant(): Made {
  const cells = ["cash_available", "debt_service", "minimum_dscr"].map((name) => ofProject(name));
  return madeOf("Months since opening in which the first divided by the second is below the third:", ...cells);
}

/** A number of a variant of the project, which is made as the project's own is, but for some terms. */
export function ofVariant({words, of}: Made, variant: string, terms: readonly string[]): Made {
  const named = terms.map((term) => ofProject(term));
  return {
    words: `Computed for the project ${variant}; the cells below are those of the page’s project. ${words}`,
    of: [...of, ...named]
  };
}

/** A number that is made of others' whole course over the months: each is shown with it. */
export function madeOf(words: string, ...of: readonly CellMark[]): Made {
  return {words, of};
}
