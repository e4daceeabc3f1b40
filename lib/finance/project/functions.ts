import {functions} from "../../model/functions.js";
import {define} from "../../sheet/functions.js";
import {arithmetic} from "../../sheet/power.js";

/** The functions of a project's formulas: the chain's, and one more. */
export const projectFunctions = {
  ...functions,
  loan_payment: define("1/yr", ["1/yr", "yr"], "Equal monthly payments that repay a loan of 1, a year.", loanPayment)
};

/** Equal monthly payments that repay a loan of 1 over `years` at a nominal rate a year, a year: `annuity` of months. */
function loanPayment(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - arithmetic.pow(1 + rate / 12, -12 * years));
}
