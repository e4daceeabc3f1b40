import {taxed} from "../model/books.js";
import {model, tableBuilder, type Table} from "../sheet/index.js";
import {books} from "./project/books.js";
import type {Project, ProjectFunctions} from "./project/row.js";
import {borrowing} from "./project/borrowing.js";
import {projectFunctions} from "./project/functions.js";
import {investment} from "./project/investment.js";
import {operation} from "./project/operation.js";
import {terms} from "./project/terms.js";

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
