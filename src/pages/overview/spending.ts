import {cellOf} from "../../components/inspector/origin.js";
import {numberIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {digits} from "../../components/words/format.js";
import {figureText} from "../../components/words/headline-figure.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {payment, paymentRow} from "./words.js";

type Payments = readonly RowOf<"flow">[];

/** How much of a dollar that applications spend reaches neoclouds. */
export function spendingTitle(payments: Payments): Sentence {
  return say`Of each dollar that applications spend, neoclouds get ${cents(payments, "Providers", "GPU-hours")} cents`;
}

/**
 * What applications pay for tokens and providers for GPU-hours, of a dollar and in full, and with its range what that
 * comes to if all revenue is added up.
 */
export function spendingBody(
  payments: Payments,
  quotes: readonly RowOf<"headline">[]
): Record<"tokens" | "hours" | "rest", Sentence> {
  return {
    tokens: say`Tokens take ${cents(payments, "Applications", "tokens")} cents
      (${payment(payments, "Applications", "tokens")}).`,
    hours: say`Providers spend ${cents(payments, "Providers", "GPU-hours")} cents on GPU-hours
      (${payment(payments, "Providers", "GPU-hours")}).`,
    rest: say`Added up, the revenue of all three layers is ${figureText(quotes, "double_counting")} dollars for each
      dollar that users pay.`
  };
}

/** What a sector pays another for a good, as a share of what applications spend. */
export function shareOfSpending(payments: Payments, payer: string, good: string): number {
  const spent = spending(payments).reduce((sum, row) => sum + numberIn(row, "amount"), 0);
  return numberIn(paymentRow(payments, payer, good), "amount") / spent;
}

function cents(payments: Payments, payer: string, good: string): Sentence {
  const words = "In cents: the first of these payments, divided by the sum of all that applications pay";
  const rows = [paymentRow(payments, payer, good), ...spending(payments)];
  const origins = rows.map((row) => cellOf(row, "amount"));
  return cited(digits(100 * shareOfSpending(payments, payer, good), 2), derivedFrom(words, origins));
}

function spending(payments: Payments): RowOf<"flow">[] {
  return payments.filter(({payer_sector}) => payer_sector === "Applications");
}
