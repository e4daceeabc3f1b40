import type {Definitions, Vocabulary} from "../sheet/index.js";
import type {Functions} from "./functions.js";
import type {Parameter} from "./parameter.js";

/** Tax on a company's profit, with losses carried forward. */
export interface Taxed {
  profit_before_tax: number;
  last_losses: number;
  losses_used: number;
  losses: number;
  tax: number;
  net_income: number;
}

/** A company's cash and its owners' part: nothing is paid out, and owners pay in what would be missing. */
export interface Funded {
  net_income: number;
  cash_flow_before_owners: number;
  start_equity: number;
  last_cash: number;
  owners_money: number;
  cash: number;
  last_contributed: number;
  contributed: number;
  last_retained: number;
  retained: number;
  equity: number;
}

type Rules = Pick<Parameter, "step" | "tax_rate" | "loss_offset_limit">;

/** The words that the shared columns are defined in: those of any table that has at least the columns of T. */
interface Words<T> {
  formula: Vocabulary<T, Rules, Functions>["formula"];
  previous: (column: keyof T & string, initial: number | (keyof T & string), doc: string) => Definitions<T>[keyof T];
}

/** The columns from profit before tax to net income. */
export function taxed({formula, previous}: Words<Taxed>): Omit<Definitions<Taxed>, "profit_before_tax"> {
  return {
    last_losses: previous("losses", 0, "Losses of the past that may still offset profits"),
    losses_used: formula("USD/month", "Profit that earlier losses offset", (c, p, {min, max}) =>
      min(c.last_losses / p.step, p.loss_offset_limit * max(0, c.profit_before_tax))
    ),
    losses: formula(
      "USD",
      "Losses that may offset profits to come",
      (c, p, {max}) => c.last_losses + (max(0, -c.profit_before_tax) - c.losses_used) * p.step
    ),
    tax: formula(
      "USD/month",
      "Tax on profits, less those that earlier losses offset",
      (c, p, {max}) => (max(0, c.profit_before_tax) - c.losses_used) * p.tax_rate
    ),
    net_income: formula("USD/month", "Profit after interest and tax", (c) => c.profit_before_tax - c.tax)
  };
}

/** The columns from cash flow to equity. */
export function funded({
  formula,
  previous
}: Words<Funded>): Omit<Definitions<Funded>, "net_income" | "cash_flow_before_owners" | "start_equity"> {
  return {
    last_cash: previous("cash", 0, "Cash at the end of last month; none at the start"),
    owners_money: formula("USD/month", "Paid in by owners, where cash would not last", (c, p, {max}) =>
      max(0, -c.cash_flow_before_owners - c.last_cash / p.step)
    ),
    cash: formula(
      "USD",
      "Cash at the end of the month",
      (c, p) => c.last_cash + (c.cash_flow_before_owners + c.owners_money) * p.step
    ),
    last_contributed: previous("contributed", "start_equity", "Equity paid in, at the end of last month"),
    contributed: formula(
      "USD",
      "Equity at the start, and paid in since",
      (c, p) => c.last_contributed + c.owners_money * p.step
    ),
    last_retained: previous("retained", 0, "Earnings kept, at the end of last month"),
    retained: formula(
      "USD",
      "Earnings kept since the start: nothing is paid out",
      (c, p) => c.last_retained + c.net_income * p.step
    ),
    equity: formula("USD", "What belongs to the owners", (c) => c.contributed + c.retained)
  };
}
