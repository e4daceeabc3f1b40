import {amount, range} from "../../components/words/format.js";
import {figureText, headlineFigure} from "../../components/words/headline-figure.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import {monthOf, monthsOf, where} from "../../components/rows/filter.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";

/** Whether the output or the cost makes the ratio between them uncertain: how often each one's high holds its low. */
export function uncertainPart(headline: readonly RowOf<"headline">[]): string {
  const output = fold(headline, "productivity_value");
  const cost = fold(headline, "resource_cost");
  const [wide, narrow] = output > cost ? ["output", "cost"] : ["cost", "output"];
  const more = amount(Math.max(output, cost));
  const less = amount(Math.min(output, cost));
  return (
    `Nearly all the uncertainty is about ${wide}, whose range spans a factor of ${more}; ` +
    `that of ${narrow} spans a factor of ${less}`
  );
}

/** Whether the chain creates more value than it costs, over all of the ratio's range, as a sentence. */
export function verdict(headline: readonly RowOf<"headline">[]): string {
  const {central, low = central, high = central} = headlineFigure(headline, "value_per_cost");
  if (low >= 1) return "The chain creates more value than it costs, over the whole range";
  if (high < 1) return "The chain costs more than the value that it creates, over the whole range";
  return central >= 1
    ? "On central assumptions the chain creates more value than it costs, but a loss lies within the range"
    : "On central assumptions the chain costs more than the value that it creates, but a gain lies within the range";
}

/** Whether GPU-hours are rationed, in words with the ratio of demand to supply. */
export function market(headline: readonly RowOf<"headline">[]): Sentence {
  const state = headlineFigure(headline, "balance").central > 1 ? "rationed" : "not rationed";
  return say`${state}: demand is ${figureText(headline, "balance")} times supply`;
}

/** What a sector pays most for, as `product development, 168 M USD`. */
export function largestPayment(flow: readonly RowOf<"flow">[], payer: string): Sentence | string {
  const [first] = flow
    .filter((row) => row.payer_sector === payer)
    .sort((a, b) => numberIn(b, "amount") - numberIn(a, "amount"));
  return first ? say`${textIn(first, "good")}, ${cite(first, "amount", "USD")}` : "nothing";
}

/** What a sector pays another for a good, USD a month. */
export function payment(flow: readonly RowOf<"flow">[], payer: string, good: string): Sentence {
  return cite(
    flow.find((row) => row.payer_sector === payer && row.good === good),
    "amount",
    "USD"
  );
}

/** A headline figure of a scenario in a month and in the last one, in a sentence. */
export function pathTakeaway(path: RowsOf<"headline">, figure: string, month: string): string {
  const {label} = headlineFigure(inMonth(path, month), figure);
  const now = figureText(inMonth(path, month), figure);
  const last = figureText(inMonth(path, monthsOf(path).at(-1)), figure);
  return `${label} in ${month}: ${now}; in the last month ${last}.`;
}

/** What is left of the older claim, from the `bridge` table: after all corrections, and then on this model's inputs. */
export function claim(bridge: readonly RowOf<"bridge">[]): string {
  const claimed = amount(numberIn(bridge[0], "multiplier"));
  const corrected = multiplier(bridge.at(-2));
  const sourced = multiplier(bridge.at(-1));
  return (
    `An older program of this name found ${claimed} USD of value for each USD of "raw materials". With its ` +
    `method corrected, its own inputs leave ${corrected}; the sourced inputs of this model give ${sourced}.`
  );
}

function multiplier(row: RowOf<"bridge"> | undefined): string {
  return range({central: numberIn(row, "multiplier"), low: numberIn(row, "low"), high: numberIn(row, "high")});
}

function fold(headline: readonly RowOf<"headline">[], figure: string): number {
  const {low = NaN, high = NaN} = headlineFigure(headline, figure);
  return high / low;
}

function inMonth(path: RowsOf<"headline">, month: string | undefined): RowsOf<"headline"> {
  return where(path, ({date}) => monthOf(date) === month);
}
