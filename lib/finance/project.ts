import {linkedLater, model, tableBuilder, type Table} from "../sheet/index.js";
import {books} from "./project/books.js";
import type {Project, ProjectFunctions} from "./project/row.js";
import {borrowing} from "./project/borrowing.js";
import {contract} from "./project/contract.js";
import {projectFunctions} from "./project/functions.js";
import {investment} from "./project/investment.js";
import {lending} from "./project/lending.js";
import {operation} from "./project/operation.js";
import {refinancing} from "./project/refinancing.js";
import {retirement} from "./project/retirement.js";
import {taxation} from "./project/taxation.js";
import {terms} from "./project/terms.js";

const table = tableBuilder<Project, ProjectFunctions>();

export const project: Table<Project> = table<Project>(
  "project",
  "An investment in one cluster: its terms, and what they lead to month by month, in 2026 USD.",
  (words) => {
    const {formula, previous} = words;
    return {
      ...terms(words),
      ...investment(words),
      ...contract(words),
      ...operation(words),
      ...retirement(words),
      ...books(words),
      ...lending(words),
      ...refinancing(words),
      ...borrowing(words),
      ...taxation(words),
      cash_available: formula(
        "USD/month",
        "Cash for debt service: earnings before depreciation, less tax and what was paid in advance, and what is sold",
        (x) => x.ebitda - x.tax - x.prepayment_credit + x.sale
      ),

      last_receivables: previous("receivables", 0, "Receivables from customers at the end of last month"),
      receivables: formula(
        "USD",
        "Receivables from customers for what was not paid in advance; settled when the cluster is sold",
        (x, _, {max}) => (1 - x.sold) * max(0, x.revenue - x.planned_credit) * x.payment_term
      ),
      receivables_change: formula(
        "USD/month",
        "Change in receivables",
        (x) => (x.receivables - x.last_receivables) / x.step
      ),
      owners_cash_flow: formula(
        "USD/month",
        "Paid out to owners; paid in, where negative",
        (x) =>
          x.cash_available - x.interest - x.receivables_change - x.purchases + x.prepayments + x.draws - x.repayments
      )
    };
  },
  {single: true}
);

/** The project as a model of one table, which is its own parameter table. */
export const projectModel = linkedLater(() => model([project], project, projectFunctions));
