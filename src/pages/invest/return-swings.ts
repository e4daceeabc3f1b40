import {termSwings} from "../../lib/finance/tornado.js";
import {titleOf, type Case} from "./case.js";

/** A swing of the equity IRR. */
export interface ReturnSwing {
  label: string;
  low: number;
  central: number;
  high: number;
}

/** The terms that move the equity IRR most, one at a time, the widest first. */
export function returnSwings({inputs}: Case): ReturnSwing[] {
  return termSwings(inputs, "irr").map(({term, ...ends}) => ({label: titleOf(term), ...ends}));
}
