import type {Inputs} from "../../lib/sheet/index.js";
import type {Way} from "../../lib/validation/explore.js";
import {modelIn} from "../../lib/market/market-name.js";
import {blendedCost, breakEven, tokenCosts, type TokenPrices} from "../../lib/validation/serving-cost.js";
import type {Pair} from "../../components/charts/dumbbell.js";
import {priceCell, rangeOf, waysWords, type Explored, type Spreads} from "./explorer.js";
import {amount, range, type Range} from "../../components/words/format.js";
import {cellOf, type Origin} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {breakEvenFrom, predictedFrom} from "./serving-origin.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** An accelerator at its best within the limits, as a row of the comparison. */
export interface Offer {
  accelerator: string;
  price: number;
  blended: number;
  input: number;
  output: number;
  output_rate: number;
  user_rate: number;
  ttft: number;
  energy: number;
  way: string;
  /** The numbers with the ranges of what was measured around predictions that were not fitted, by name. */
  ranges: Readonly<Record<(typeof figures)[number], Range>>;
  /** Where the numbers come from, by name. */
  origins: Readonly<Record<string, Origin | undefined>>;
}

/** Every accelerator at its best, cheapest first; at the end those that cannot keep the limits. */
export function cheapest(explored: Explored, name: (key: string) => string): Offer[] {
  const {answer, prices} = explored;
  const offers = [...answer.best].map(([key, way]) => ({
    ...withRanges(offerOf(name(key), way, prices.get(key) ?? NaN), explored.spreads),
    origins: originsOf(explored, key, way)
  }));
  const order = (offer: Offer): number => (Number.isFinite(offer.blended) ? offer.blended : Infinity);
  return offers.sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
}

/** The cheapest way, in words. */
export function cheapestInWords(offers: readonly Offer[]): string {
  const [first, second] = offers.filter(({blended}) => Number.isFinite(blended));
  if (!first) return "No accelerator with a known price keeps these limits.";
  const next = second ? `, next ${second.accelerator} with ${range(second.ranges.blended, "USD")}` : "";
  const cost = range(first.ranges.blended, "USD");
  return `Cheapest at these limits: ${first.accelerator}, ${cost} per million tokens${next}.`;
}

/** List prices by the model that is sold. */
export type Market = ReadonlyMap<string, readonly RowOf<"list_price">[]>;

/** The list prices of every model: those whose name means it, and those at which the chain's deployments sell it. */
export function marketOf(
  listed: readonly RowOf<"list_price">[],
  deployments: readonly RowOf<"deployment">[],
  {language_model}: Inputs
): Market {
  const models = language_model!.keys;
  const names = listed.map((row) => modelIn(textIn(row, "model"), language_model!));
  const pairs = new Set(deployments.map((row) => `${textIn(row, "language_model")} at ${textIn(row, "list_price")}`));
  const isSold = (model: string, row: RowOf<"list_price">): boolean => pairs.has(`${model} at ${textIn(row, "key")}`);
  return new Map(models.map((model) => [model, listed.filter((row, i) => names[i] === model || isSold(model, row))]));
}

/** The price of a GPU-hour that each seller's lowest list price for the model would pay, beside today's. */
export function breakEvens(explored: Explored, market: Market): Pair[] {
  const {question, answer, prices} = explored;
  const best = answer.best.get(question.accelerator);
  const price = prices.get(question.accelerator);
  if (!best || price === undefined) return [];
  const offers = market.get(question.language_model) ?? [];
  const pairs = offers.map((row) => ({
    label: textIn(row, "provider"),
    from: price,
    to: breakEven(best, pricesIn(row)),
    sources: {
      from: priceCell(explored, question.accelerator),
      to: breakEvenFrom(question.language_model, best, [cellOf(row, "input"), cellOf(row, "output")])
    }
  }));
  const lowest = new Map(pairs.sort((a, b) => b.to - a.to).map((pair) => [pair.label, pair]));
  return [...lowest.values()].filter(({to}) => to > 0).sort((a, b) => b.to - a.to);
}

/** How many sellers' prices pay today's rent, in words. */
export function breakEvenInWords(pairs: readonly Pair[]): string {
  if (pairs.length === 0)
    return "No seller in the price data lists this model, or no way of serving it has a known price.";
  const paid = pairs.filter(({from, to}) => to >= from).length;
  const high = pairs[0]!;
  const low = pairs.at(-1)!;
  return (
    `Served this way around the clock, ${paid} of ${pairs.length} sellers' list prices would pay more than ` +
    `today's ${amount(low.from, "USD")} a GPU-hour: from ` +
    `${amount(low.to, "USD")} (${low.label}) to ${amount(high.to, "USD")} (${high.label}).`
  );
}

/** What is predicted of an offer. */
export const figures = ["blended", "input", "output", "output_rate", "user_rate", "ttft", "energy"] as const;

function originsOf(explored: Explored, accelerator: string, way: Way | undefined): Offer["origins"] {
  const price = priceCell(explored, accelerator);
  const predicted =
    way && figures.map((name) => [name, predictedFrom(explored.question.language_model, way, name, price)]);
  return {price, ...(predicted && (Object.fromEntries(predicted) as Offer["origins"]))};
}

type Numbers = Omit<Offer, "origins" | "ranges">;

/** Costs and energy of a token fall with throughput. */
function withRanges(offer: Numbers, {rate, ttft, tpot}: Spreads): Omit<Offer, "origins"> {
  const falling = (name: "blended" | "input" | "output" | "energy"): Range => rangeOf(offer[name], rate, true);
  return {
    ...offer,
    ranges: {
      blended: falling("blended"),
      input: falling("input"),
      output: falling("output"),
      energy: falling("energy"),
      output_rate: rangeOf(offer.output_rate, rate),
      user_rate: rangeOf(offer.user_rate, tpot, true),
      ttft: rangeOf(offer.ttft, ttft)
    }
  };
}

function offerOf(accelerator: string, way: Way | undefined, price: number): Numbers {
  const {input, output} = way ? tokenCosts(way, price) : {input: NaN, output: NaN};
  return {
    accelerator,
    price,
    blended: way ? blendedCost(way, price) : NaN,
    input,
    output,
    output_rate: way?.output_rate ?? NaN,
    user_rate: way?.user_rate ?? NaN,
    ttft: way?.ttft ?? NaN,
    energy: way?.energy_per_token ?? NaN,
    way: way ? waysWords(way) : "no way keeps the limits"
  };
}

function pricesIn(row: RowOf<"list_price">): TokenPrices {
  const input = numberIn(row, "input");
  const cached = numberIn(row, "cached_input");
  return {input, cached: Number.isFinite(cached) ? cached : input, output: numberIn(row, "output")};
}
