import {functions} from "../../model/functions.js";
import {define} from "../../sheet/functions.js";
import {annuity} from "../loan.js";

/** The functions of a project's formulas: the chain's, and one more. */
export const projectFunctions = {
  ...functions,
  loan_payment: define("1/yr", ["1/yr", "yr"], "Equal monthly payments that repay a loan of 1, a year.", loanPayment)
};

/** Equal monthly payments that repay a loan of 1 over `years` at a nominal rate a year, a year. */
function loanPayment(rate: number, years: number): number {
  return 12 * annuity(rate / 12, 12 * years);
}
