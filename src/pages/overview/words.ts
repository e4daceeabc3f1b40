import {cellOf} from "../../components/inspector/origin.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {amount, range, share} from "../../components/words/format.js";
import {figureText, headlineFigure} from "../../components/words/headline-figure.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import {monthOf, monthsOf, where} from "../../components/rows/filter.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {monthName} from "../../components/words/month.js";

/** Whether the output or the cost makes the ratio between them uncertain: how often each one's high holds its low. */
export function uncertainPart(headline: readonly RowOf<"headline">[]): string {
  const output = fold(headline, "productivity_value");
  const cost = fold(headline, "resource_cost");
  const [wide, narrow] = output > cost ? ["output", "cost"] : ["cost", "output"];
  const more = amount(Math.max(output, cost));
  const less = amount(Math.min(output, cost));
  return (
    `Most of the uncertainty is about ${wide}, which varies by a factor of ${more}; ` +
    `${narrow} varies by a factor of ${less}`
  );
}

/** Whether the chain creates more value than it costs, over all of the ratio's range, as a sentence. */
export function verdict(headline: readonly RowOf<"headline">[]): string {
  const {central, low = central, high = central} = headlineFigure(headline, "value_per_cost");
  if (low >= 1) return "Output exceeds cost across the whole range";
  if (high < 1) return "Cost exceeds output across the whole range";
  return central >= 1
    ? "Output exceeds cost in the central case, but a loss lies within the range"
    : "Cost exceeds output in the central case, but a gain lies within the range";
}

/** The ratio of demand to supply of GPU-hours, and whether that is a shortage. */
export function market(headline: readonly RowOf<"headline">[]): Sentence {
  const state = headlineFigure(headline, "balance").central > 1 ? "a shortage" : "spare capacity";
  return say`${figureText(headline, "balance")} times supply: ${state} in the central case`;
}

/** The largest expense of a sector, as `product development (168 million USD a month)`. */
export function largestPayment(flow: readonly RowOf<"flow">[], payer: string): Sentence | string {
  const [first] = flow
    .filter((row) => row.payer_sector === payer)
    .sort((a, b) => numberIn(b, "amount") - numberIn(a, "amount"));
  return first ? say`${textIn(first, "good")} (${cite(first, "amount", "USD/month")})` : "nothing";
}

/** What a sector pays another for a good, USD a month. */
export function payment(flow: readonly RowOf<"flow">[], payer: string, good: string): Sentence {
  return cite(paymentRow(flow, payer, good), "amount", "USD/month");
}

/** How much of what users pay goes on to inference providers, in a short sentence; nothing where they pay less. */
export function tokensFinding(flow: readonly RowOf<"flow">[]): Sentence | undefined {
  const paid = flow.filter(
    ({payer_sector, payee_sector}) => payer_sector === "Users" && payee_sector === "Applications"
  );
  const tokens = paymentRow(flow, "Applications", "tokens");
  const part = numberIn(tokens, "amount") / paid.reduce((sum, row) => sum + numberIn(row, "amount"), 0);
  if (!(part <= 1)) return undefined;
  const origin = derivedFrom(
    "The first, as a share of all others",
    [tokens, ...paid].map((row) => cellOf(row, "amount"))
  );
  return say`${cited(share(part), origin)} of user spending reaches inference providers`;
}

/** The payment of a sector for a good, where there is one. */
export function paymentRow(flow: readonly RowOf<"flow">[], payer: string, good: string): RowOf<"flow"> | undefined {
  return flow.find((row) => row.payer_sector === payer && row.good === good);
}

/** A headline figure of a scenario in a month and in the last one, in a sentence. */
export function pathTakeaway(path: RowsOf<"headline">, figure: string, month: string): string {
  const {label} = headlineFigure(inMonth(path, month), figure);
  const now = figureText(inMonth(path, month), figure);
  const last = figureText(inMonth(path, monthsOf(path).at(-1)), figure);
  return `${label} in ${monthName(month)}: ${now}; in the last month, ${last}.`;
}

/** What is left of the older claim, from the `bridge` table: after all corrections, and then on this model's inputs. */
export function claim(bridge: readonly RowOf<"bridge">[]): string {
  const claimed = amount(numberIn(bridge[0], "multiplier"));
  const corrected = multiplier(bridge.at(-2));
  const sourced = multiplier(bridge.at(-1));
  return (
    `An earlier program claimed ${claimed} dollars of value per dollar of “raw materials”. Its own inputs, ` +
    `correctly counted, give ${corrected}; this model's sourced inputs give ${sourced}.`
  );
}

function multiplier(row: RowOf<"bridge"> | undefined): string {
  return range({central: numberIn(row, "multiplier"), low: numberIn(row, "low"), high: numberIn(row, "high")});
}

function fold(headline: readonly RowOf<"headline">[], figure: string): number {
  const {low = NaN, high = NaN} = headlineFigure(headline, figure);
  return high / low;
}

/** The figures of one month. */
export function inMonth(path: RowsOf<"headline">, month: string | undefined): RowsOf<"headline"> {
  return where(path, ({date}) => monthOf(date) === month);
}
