import type {Table} from "../sheet/index.js";
import {funded, taxed, type Funded, type Taxed} from "./books.js";
import {table} from "./parameter.js";
import {provider, type Provider} from "./provider.js";

/** A provider's month as its accounts show it. It owns nothing but claims, and owes nothing but bills. */
export interface ProviderStatement extends Taxed, Funded {
  provider: Provider;
  revenue: number;
  rent: number;
  egress: number;
  overhead: number;
  last_receivables: number;
  receivables: number;
  receivables_change: number;
  last_payables: number;
  payables: number;
  payables_change: number;
  operating_cash_flow: number;
  assets: number;
  liabilities: number;
}

export const providerStatement: Table<ProviderStatement> = table<ProviderStatement>(
  "provider_statement",
  "Income statement, cash flow and balance sheet of each inference provider, month by month, in 2026 USD.",
  (words) => {
    const {ref, lookups, formula, previous} = words;
    return {
      provider: ref(() => provider, "Company"),
      ...lookups("provider", "revenue", "rent", "egress", "overhead"),
      profit_before_tax: formula(
        "USD/month",
        "Revenue less rent, network and overhead",
        (r) => r.revenue - r.rent - r.egress - r.overhead
      ),
      taxable_income: formula("USD/month", "Profit on which tax is due: that of the books", (c) => c.profit_before_tax),
      ...taxed(words),

      last_receivables: previous("receivables", "receivables", "Receivables from customers at the end of last month"),
      receivables: formula("USD", "Receivables from customers", (r, p) => r.revenue * p.payment_term),
      receivables_change: formula(
        "USD/month",
        "Change in receivables",
        (r, p) => (r.receivables - r.last_receivables) / p.step
      ),
      last_payables: previous("payables", "payables", "Owed to neoclouds at the end of last month"),
      payables: formula("USD", "Owed to neoclouds", (r, p) => r.rent * p.payment_term),
      payables_change: formula(
        "USD/month",
        "Rent that was not paid yet, net of what was",
        (r, p) => (r.payables - r.last_payables) / p.step
      ),
      operating_cash_flow: formula(
        "USD/month",
        "Cash from operation, after tax",
        (r) => r.net_income - r.receivables_change + r.payables_change
      ),
      outlays: formula(
        "USD/month",
        "What it pays month by month: rent, network and overhead",
        (r) => r.rent + r.egress + r.overhead
      ),
      cash_flow_before_owners: formula("USD/month", "Cash from operation", (r) => r.operating_cash_flow),
      ...funded(words),

      assets: formula("USD", "Cash and claims", (r) => r.cash + r.receivables),
      liabilities: formula("USD", "Owed to neoclouds", (r) => r.payables),
      start_equity: formula(
        "USD",
        "Initial equity: cash and receivables less payables",
        (r) => r.start_cash + r.last_receivables - r.last_payables
      )
    };
  }
);
