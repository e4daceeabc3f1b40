import type {Table} from "../sheet/index.js";
import {application, type Application} from "./application.js";
import {funded, taxed, type Funded, type Taxed} from "./books.js";
import {table} from "./parameter.js";

/** An application's month as its accounts show it. Users pay at once; tokens are paid later. */
export interface ApplicationStatement extends Taxed, Funded {
  application: Application;
  revenue: number;
  token_cost: number;
  payment_cost: number;
  hosting_cost: number;
  support_cost: number;
  service_cost: number;
  gross_profit: number;
  development_cost: number;
  administration_cost: number;
  acquisition: number;
  retention_cost: number;
  last_payables: number;
  payables: number;
  payables_change: number;
  operating_cash_flow: number;
  assets: number;
  liabilities: number;
}

export const applicationStatement: Table<ApplicationStatement> = table<ApplicationStatement>(
  "application_statement",
  "Income statement, cash flow and balance sheet of each application, month by month, in 2026 USD.",
  (words) => {
    const {ref, lookups, formula, previous} = words;
    return {
      application: ref(() => application, "Company"),
      ...lookups(
        "application",
        "revenue",
        "token_cost",
        "payment_cost",
        "hosting_cost",
        "support_cost",
        "service_cost"
      ),
      gross_profit: formula(
        "USD/month",
        "Revenue less tokens, payment, hosting, support and other delivery",
        (a) => a.revenue - a.token_cost - a.payment_cost - a.hosting_cost - a.support_cost - a.service_cost
      ),
      ...lookups("application", "development_cost", "administration_cost", "acquisition", "retention_cost"),
      profit_before_tax: formula(
        "USD/month",
        "Gross profit less development, administration, and marketing and sales",
        (a) => a.gross_profit - a.development_cost - a.administration_cost - a.acquisition - a.retention_cost
      ),
      taxable_income: formula("USD/month", "Profit on which tax is due: that of the books", (c) => c.profit_before_tax),
      ...taxed(words),

      last_payables: previous("payables", "payables", "Owed to providers at the end of last month"),
      payables: formula("USD", "Owed to providers", (a, p) => a.token_cost * p.payment_term),
      payables_change: formula(
        "USD/month",
        "Tokens that were not paid yet, net of those that were",
        (a, p) => (a.payables - a.last_payables) / p.step
      ),
      operating_cash_flow: formula(
        "USD/month",
        "Cash from operation, after tax",
        (a) => a.net_income + a.payables_change
      ),
      outlays: formula(
        "USD/month",
        "What it pays month by month: all its costs",
        (a) => a.revenue - a.profit_before_tax
      ),
      cash_flow_before_owners: formula("USD/month", "Cash from operation", (a) => a.operating_cash_flow),
      ...funded(words),

      assets: formula("USD", "Cash", (a) => a.cash),
      liabilities: formula("USD", "Owed to providers", (a) => a.payables),
      start_equity: formula("USD", "Cash less bills at the outset", (a) => a.start_cash - a.last_payables)
    };
  }
);
