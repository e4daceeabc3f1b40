import {amount, range} from "../../components/words/format.js";
import {figureText, headlineFigure} from "../../components/words/headline-figure.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import type {Row} from "../../components/rows/tables.js";

/** Whether the output or the cost makes the ratio between them uncertain: how often each one's high holds its low. */
export function uncertainPart(headline: readonly Row[]): string {
  const [output, cost] = [fold(headline, "productivity_value"), fold(headline, "resource_cost")];
  const [wide, narrow] = output > cost ? ["output", "cost"] : ["cost", "output"];
  const [more, less] = [Math.max(output, cost), Math.min(output, cost)].map((value) => amount(value));
  return `The ${wide} makes the range wide: its high end is ${more ?? ""} times its low end, that of ${narrow} only ${less ?? ""} times`;
}

/** Whether the ratio says that the chain gives more than it takes, over all of its range. */
export function verdict(headline: readonly Row[]): string {
  const {central, low = central, high = central} = headlineFigure(headline, "value_per_cost");
  if (low >= 1) return "gives more than it takes, over the whole range";
  if (high < 1) return "takes more than it gives, over the whole range";
  return `${central >= 1 ? "gives more than it takes at the central assumptions" : "takes more than it gives at the central assumptions"}, and the range includes the opposite`;
}

/** Whether there is a shortage or a glut of GPU-hours, in words with the ratio. */
export function market(headline: readonly Row[]): Sentence {
  const state = headlineFigure(headline, "balance").central > 1 ? "short" : "in excess";
  return say`${state}: demand is ${figureText(headline, "balance")} times supply`;
}

/** What a sector pays most for, as `product development, 168 M USD`. */
export function largestPayment(flow: readonly Row[], payer: string): Sentence | string {
  const [first] = flow
    .filter((row) => row.payer_sector === payer)
    .sort((a, b) => numberIn(b, "amount") - numberIn(a, "amount"));
  return first ? say`${textIn(first, "good")}, ${cite(first, "amount", "USD")}` : "nothing";
}

/** What a sector pays another for a good, USD a month. */
export function payment(flow: readonly Row[], payer: string, good: string): Sentence {
  return cite(
    flow.find((row) => row.payer_sector === payer && row.good === good),
    "amount",
    "USD"
  );
}

/** What is left of the older claim, from the `bridge` table: after all corrections, and then on this model's inputs. */
export function claim(bridge: readonly Row[]): string {
  const [older, corrected, ours] = [bridge[0], bridge.at(-2), bridge.at(-1)];
  return `An older program of this name found ${amount(numberIn(older, "multiplier"))} USD of value for each USD of "raw materials". With its method corrected, its own inputs leave ${multiplier(corrected)}; the sourced inputs of this model give ${multiplier(ours)}.`;
}

function multiplier(row: Row | undefined): string {
  return range({central: numberIn(row, "multiplier"), low: numberIn(row, "low"), high: numberIn(row, "high")});
}

function fold(headline: readonly Row[], figure: string): number {
  const {low = NaN, high = NaN} = headlineFigure(headline, figure);
  return high / low;
}
