import type {Definitions, Vocabulary} from "../sheet/index.js";
import type {Functions} from "./functions.js";
import type {Parameter} from "./parameter.js";

/** Tax on a company's profit, with losses carried forward. */
export interface Taxed {
  profit_before_tax: number;
  taxable_income: number;
  last_losses: number;
  losses_used: number;
  losses: number;
  tax: number;
  net_income: number;
}

/** A company's cash and its owners' part: what it does not need is paid out, and owners pay in what is missing. */
export interface Funded {
  net_income: number;
  cash_flow_before_owners: number;
  outlays: number;
  start_cash: number;
  start_equity: number;
  last_cash: number;
  last_equity: number;
  paid_out: number;
  owners_money: number;
  cash: number;
  last_contributed: number;
  contributed: number;
  last_retained: number;
  retained: number;
  equity: number;
}

type TaxRules = Pick<Parameter, "step" | "tax_rate" | "loss_offset_limit">;
type CashRules = Pick<Parameter, "step" | "cash_months">;

/** The words that the shared columns are defined in: those of any table that has at least the columns of T. */
interface Words<T, Rules> {
  formula: Vocabulary<T, Rules, Functions>["formula"];
  previous: (column: keyof T & string, initial: number | (keyof T & string), doc: string) => Definitions<T>[keyof T];
}

/** The columns from taxable income to net income. */
export function taxed({
  formula,
  previous
}: Words<Taxed, TaxRules>): Omit<Definitions<Taxed>, "profit_before_tax" | "taxable_income"> {
  return {
    last_losses: previous("losses", 0, "Losses of the past that may still offset profits"),
    losses_used: formula("USD/month", "Profit that earlier losses offset", (c, p, {min, max}) =>
      min(c.last_losses / p.step, p.loss_offset_limit * max(0, c.taxable_income))
    ),
    losses: formula(
      "USD",
      "Losses that may offset profits to come",
      (c, p, {max}) => c.last_losses + (max(0, -c.taxable_income) - c.losses_used) * p.step
    ),
    tax: formula(
      "USD/month",
      "Tax on profits, less those that earlier losses offset",
      (c, p, {max}) => (max(0, c.taxable_income) - c.losses_used) * p.tax_rate
    ),
    net_income: formula("USD/month", "Profit after interest and tax", (c) => c.profit_before_tax - c.tax)
  };
}

/** The columns from cash flow to equity. */
export function funded({
  formula,
  previous
}: Words<Funded, CashRules>): Omit<
  Definitions<Funded>,
  "net_income" | "cash_flow_before_owners" | "outlays" | "start_equity"
> {
  return {
    start_cash: formula("USD", "Cash at the outset: some months of outlays", (c, p) => c.outlays * p.cash_months),
    last_cash: previous("cash", "start_cash", "Cash at the end of last month"),
    last_equity: previous("equity", "start_equity", "Equity at the end of last month"),
    paid_out: formula("USD/month", "Distributions: cash beyond the reserve, paid out of equity", (c, p, {min, max}) =>
      max(
        0,
        min(
          c.cash_flow_before_owners + c.last_cash / p.step - (c.outlays * p.cash_months) / p.step,
          c.last_equity / p.step + c.net_income
        )
      )
    ),
    owners_money: formula(
      "USD/month",
      "Paid in by owners, where cash would not last or the company would owe more than it has",
      (c, p, {max}) => max(0, -c.cash_flow_before_owners - c.last_cash / p.step, -c.last_equity / p.step - c.net_income)
    ),
    cash: formula(
      "USD",
      "Cash at the end of the month",
      (c, p) => c.last_cash + (c.cash_flow_before_owners + c.owners_money - c.paid_out) * p.step
    ),
    last_contributed: previous("contributed", "start_equity", "Equity paid in, at the end of last month"),
    contributed: formula(
      "USD",
      "Paid-in capital: initial equity and contributions since",
      (c, p) => c.last_contributed + c.owners_money * p.step
    ),
    last_retained: previous("retained", 0, "Earnings kept, at the end of last month"),
    retained: formula(
      "USD",
      "Retained earnings since the first month, after distributions",
      (c, p) => c.last_retained + (c.net_income - c.paid_out) * p.step
    ),
    equity: formula("USD", "Equity", (c) => c.contributed + c.retained)
  };
}
