import {taxed, type Taxed} from "../model/books.js";
import {functions, type Functions} from "../model/functions.js";
import {define, model, tableBuilder, type Callable, type Table, type Vocabulary} from "../sheet/index.js";
import {annuity} from "./loan.js";
import {books, type Books} from "./project/books.js";
import {borrowing, type Borrowing} from "./project/borrowing.js";
import {investment, type Investment} from "./project/investment.js";
import {operation, type Operation} from "./project/operation.js";
import {terms, type ProjectTerms} from "./project/terms.js";

/**
 * An investment in one cluster, from the first payment to the sale of what is left: its terms, and every month of it.
 * It is a sheet of one row, so that units are checked, any figure can be explained, and many variants run at once as
 * draws.
 */
export interface Project extends ProjectTerms, Investment, Operation, Books, Borrowing, Taxed {
  cash_available: number;

  last_receivables: number;
  receivables: number;
  receivables_change: number;
  owners_cash_flow: number;
}

const projectFunctions = {
  ...functions,
  loan_payment: define("1/yr", ["1/yr", "yr"], "Equal monthly payments that repay a loan of 1, a year.", loanPayment)
};

type ProjectFunctions = Functions & Callable<typeof projectFunctions>;

/** The words in which a project's columns are defined: it is its own parameter table. */
export type ProjectWords = Vocabulary<Project, Project, ProjectFunctions>;

const table = tableBuilder<Project, ProjectFunctions>();

export const project: Table<Project> = table<Project>(
  "project",
  "An investment in one cluster: its terms, and what they lead to month by month, in USD of 2026.",
  (words) => {
    const {formula, previous} = words;
    return {
      ...terms(words),
      ...investment(words),
      ...operation(words),
      ...books(words),
      ...borrowing(words),
      profit_before_tax: formula("USD/month", "Earnings after interest", (x) => x.ebit - x.interest),
      ...taxed(words),
      cash_available: formula(
        "USD/month",
        "Cash for debt service: earnings before depreciation, after tax, and what is sold",
        (x) => x.ebitda - x.tax + x.disposals
      ),

      last_receivables: previous("receivables", 0, "Owed by customers at the end of last month"),
      receivables: formula("USD", "Owed by customers", (x) => x.revenue * x.payment_term),
      receivables_change: formula(
        "USD/month",
        "Revenue that was not paid yet, net of what was",
        (x) => (x.receivables - x.last_receivables) / x.step
      ),
      owners_cash_flow: formula(
        "USD/month",
        "Paid out to owners; paid in, where negative",
        (x) => x.ebitda - x.tax - x.interest - x.receivables_change - x.purchases + x.disposals + x.draws - x.repayments
      )
    };
  },
  {single: true}
);

/** The project as a model of one table, which is its own parameter table. */
export const projectModel = model([project], project, projectFunctions);

/** Equal monthly payments that repay a loan of 1 over `years` at a nominal rate a year, a year. */
function loanPayment(rate: number, years: number): number {
  return 12 * annuity(rate / 12, 12 * years);
}
