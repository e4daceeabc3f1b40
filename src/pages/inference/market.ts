import {group} from "d3";
import {breakEven, type TokenPrices} from "../../lib/validation/serving-cost.js";
import type {Pair} from "../../components/charts/dumbbell.js";
import {recordOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {amount} from "../../components/words/format.js";
import {priceCell, type Explored} from "./explorer.js";
import {breakEvenFrom} from "./serving-origin.js";
import {sellerName} from "../../lib/market/seller-name.js";

/** List prices by the model that is sold. */
export type Market = ReadonlyMap<string, readonly RowOf<"token_price">[]>;

/** The list prices in force of every model of ours; resellers repeat others' prices. */
export function marketOf(listed: readonly RowOf<"token_price">[]): Market {
  const own = listed.filter((row) => row.current === 1 && row.reseller === 0);
  return group(own, (row) => textIn(row, "language_model"));
}

/** The price of a GPU-hour that each seller's lowest list price for the model would pay, beside today's. */
export function breakEvens(explored: Explored, market: Market): Pair[] {
  const {question, answer, prices} = explored;
  const best = answer.best.get(question.accelerator);
  const price = prices.get(question.accelerator);
  if (!best || price === undefined) return [];
  const offers = market.get(question.language_model) ?? [];
  const pairs = offers.map((row) => ({
    label: sellerName(textIn(row, "seller")),
    from: price,
    to: question.busy * breakEven(best, pricesIn(row)),
    sources: {
      from: priceCell(explored, question.accelerator),
      to: breakEvenFrom(question.language_model, best, [recordOf(row, "input"), recordOf(row, "output")])
    }
  }));
  const lowest = new Map(pairs.sort((a, b) => b.to - a.to).map((pair) => [pair.label, pair]));
  return [...lowest.values()].filter(({to}) => to > 0).sort((a, b) => b.to - a.to);
}

/** How many sellers' prices pay for today's GPU-hour, in words. */
export function breakEvenInWords(pairs: readonly Pair[]): string {
  if (pairs.length === 0)
    return "No seller in the price data lists this model, or no configuration has a known GPU-hour price.";
  const paid = pairs.filter(({from, to}) => to >= from).length;
  const high = pairs[0]!;
  const low = pairs.at(-1)!;
  return (
    `At the list prices of ${paid} of ${pairs.length} sellers, this configuration would earn more than ` +
    `today’s GPU-hour price of ${amount(low.from, "USD")}; break-even prices range from ` +
    `${amount(low.to, "USD")} (${low.label}) to ${amount(high.to, "USD")} (${high.label}).`
  );
}

function pricesIn(row: RowOf<"token_price">): TokenPrices {
  const input = numberIn(row, "input");
  const cached = numberIn(row, "cached_input");
  return {input, cached: Number.isFinite(cached) ? cached : input, output: numberIn(row, "output")};
}
