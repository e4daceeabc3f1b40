import {projectTerms} from "../../lib/finance/terms.js";
import {termSwings} from "../../lib/finance/tornado.js";
import {titleOf, type Case} from "./case.js";

/** A swing of the equity IRR. */
export interface ReturnSwing {
  /** The name of the term, as its flag has it: short enough to stand beside a chart. */
  label: string;
  /** What the term is. */
  title: string;
  low: number;
  central: number;
  high: number;
}

/** The terms that move the equity IRR most, one at a time, the widest first. */
export function returnSwings({inputs}: Case): ReturnSwing[] {
  return termSwings(inputs, "irr").map(({term, ...ends}) => ({label: nameOf(term), title: titleOf(term), ...ends}));
}

function nameOf(column: string): string {
  const term = projectTerms.find((one) => one.column === column);
  return (term?.name ?? column).replaceAll("_", " ");
}
