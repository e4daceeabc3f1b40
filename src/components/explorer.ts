import type {Answer, Way} from "../lib/validation/explore.js";
import {match, modelNames} from "../lib/validation/names.js";
import {blendedCost, breakEven, costs, frontier} from "../lib/validation/way.js";
import {bindingOf, timeParts} from "./binding.js";
import type {Pair} from "./charts/dumbbell.js";
import type {ParetoPoint} from "./charts/pareto.js";
import type {TimeRow} from "./charts/time-shares.js";
import type {Asked} from "./explorer-controls.js";
import {amount, share} from "./format.js";
import {numberIn, textIn} from "./row-values.js";
import {measures} from "./serving-measures.js";
import type {Row} from "./tables.js";

/** An answered question with the price of a GPU-hour by accelerator, in USD; missing where none is known. */
export interface Explored {
  asked: Asked;
  answer: Answer;
  prices: ReadonlyMap<string, number>;
}

/** Today's on-demand prices of GPU-hours by accelerator, and the reader's own for the one chosen. */
export function pricesOf(accelerators: readonly Row[], {accelerator, price}: Asked): Map<string, number> {
  const known = accelerators.map((row): [string, number] => [textIn(row, "key"), numberIn(row, "on_demand_price")]);
  const prices = new Map(known.filter(([, value]) => value > 0));
  return price === undefined ? prices : prices.set(accelerator, price);
}

/** The ways of serving on the chosen accelerator as points of the chart; none where the measure has no value. */
export function paretoPoints({asked, answer, prices}: Explored): ParetoPoint[] {
  const measure = measures[asked.measure];
  const price = prices.get(asked.accelerator) ?? NaN;
  const line = new Set(frontier(answer.ways));
  const best = answer.best.get(asked.accelerator);
  return answer.ways
    .map((way) => ({
      speed: way.user_rate,
      value: measure.value(way, price),
      binds: bindingOf(way).name,
      frontier: line.has(way),
      feasible: way.feasible === 1,
      best: best !== undefined && isSame(way, best),
      words: `${waysWords(way)}\n${amount(way.user_rate)} tokens per second a user, ${amount(way.output_rate)} per GPU\nbound by ${bindingOf(way).name}`
    }))
    .filter(({value}) => Number.isFinite(value));
}

/** Where a token's time goes at some points of the frontier, quickest for the user first, and at the best of them. */
export function timeRows({asked, answer}: Explored, count = 8): TimeRow[] {
  const best = answer.best.get(asked.accelerator);
  const line = frontier(answer.ways);
  const step = Math.max(1, (line.length - 1) / (count - 1));
  const shown = new Set(Array.from({length: Math.min(count, line.length)}, (_, i) => line[Math.round(i * step)]!));
  return line
    .filter((way) => shown.has(way) || (best && isSame(way, best)))
    .map((way) => ({
      label: waysWords(way),
      total: `${way.tpot.toPrecision(3)} ms`,
      parts: timeParts(way),
      bold: best !== undefined && isSame(way, best)
    }));
}

/** What the chosen accelerator does at its best, in words. */
export function bestInWords({asked, answer, prices}: Explored, name: string): string {
  const best = answer.best.get(asked.accelerator);
  if (!best)
    return answer.ways.length === 0
      ? `The model does not fit into the memory of ${asked.accelerators} ${name}.`
      : `No way of serving on ${name} keeps these limits.`;
  const price = prices.get(asked.accelerator);
  const cost = price === undefined ? NaN : blendedCost(best, price);
  const money = Number.isFinite(cost)
    ? `At ${amount(price!, "USD")} a GPU-hour, a million tokens in the mix of the requests cost ${amount(cost, "USD")}.`
    : "No price of its GPU-hour is known: type one to see costs.";
  return `On ${name} the best way within the limits is ${waysWords(best)}: ${amount(best.output_rate)} output tokens per second and GPU, ${amount(best.user_rate)} for each user, the first after ${amount(best.ttft)} ms, mostly bound by ${bindingOf(best).name}. ${money}`;
}

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
}

/** Every accelerator at its best, cheapest first; at the end those that cannot keep the limits. */
export function cheapest({answer, prices}: Explored, name: (key: string) => string): Offer[] {
  const offers = [...answer.best].map(([key, way]) => offerOf(name(key), way, prices.get(key) ?? NaN));
  const order = (offer: Offer): number => (Number.isFinite(offer.blended) ? offer.blended : Infinity);
  return offers.sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
}

/** The cheapest way, in words. */
export function cheapestInWords(offers: readonly Offer[]): string {
  const [first, second] = offers.filter(({blended}) => Number.isFinite(blended));
  if (!first) return "No accelerator with a known price keeps these limits.";
  const next = second ? `, next ${second.accelerator} with ${amount(second.blended, "USD")}` : "";
  return `Cheapest at these limits: ${first.accelerator}, ${amount(first.blended, "USD")} per million tokens${next}.`;
}

/** What is known of list prices: all, the deployments that sell at some of them, and the keys of all models. */
export interface Market {
  listed: readonly Row[];
  deployments: readonly Row[];
  models: readonly string[];
}

/** The price of a GPU-hour that each seller's lowest list price for the model would pay, beside today's. */
export function breakEvens({asked, answer, prices}: Explored, {listed, deployments, models}: Market): Pair[] {
  const best = answer.best.get(asked.accelerator);
  const price = prices.get(asked.accelerator);
  if (!best || price === undefined) return [];
  const own = deployments.filter((row) => row.language_model === asked.language_model);
  const keys = new Set(own.map((row) => textIn(row, "list_price")));
  const offers = listed.filter(
    (row) => keys.has(textIn(row, "key")) || isModel(textIn(row, "model"), asked.language_model, models)
  );
  const pairs = offers.map((row) => ({
    label: textIn(row, "provider"),
    from: price,
    to: breakEven(best, pricesIn(row))
  }));
  const lowest = new Map(pairs.sort((a, b) => b.to - a.to).map((pair) => [pair.label, pair]));
  return [...lowest.values()].filter(({to}) => to > 0).sort((a, b) => b.to - a.to);
}

/** How many sellers' prices pay today's rent, in words. */
export function breakEvenInWords(pairs: readonly Pair[]): string {
  if (pairs.length === 0)
    return "No seller in the price data lists this model, or no way of serving it has a known price.";
  const paid = pairs.filter(({from, to}) => to >= from).length;
  const [high, low] = [pairs[0]!, pairs.at(-1)!];
  return `Served this way around the clock, ${paid} of ${pairs.length} sellers' list prices would pay more than today's ${amount(low.from, "USD")} a GPU-hour: from ${amount(low.to, "USD")} (${low.label}) to ${amount(high.to, "USD")} (${high.label}).`;
}

/** The mix of a request's tokens, in words. */
export function mixInWords({input_length, cached_share, output_length}: Asked): string {
  const all = input_length + output_length;
  const parts = [input_length * (1 - cached_share), input_length * cached_share, output_length];
  const [input, cached, output] = parts.map((part) => share(part / all));
  return `${input ?? ""} input, ${cached ?? ""} cached input and ${output ?? ""} output`;
}

function offerOf(accelerator: string, way: Way | undefined, price: number): Offer {
  const {input, output} = way ? costs(way, price) : {input: NaN, output: NaN};
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

function waysWords({replica, tensor, ranks, batch, disaggregated}: Way): string {
  const split = tensor > 1 ? ", matrices split" : ranks > 1 ? ", experts split" : "";
  const apart = disaggregated === 1 ? ", prefill apart" : "";
  return `batch ${batch} on ${replica} GPU${replica > 1 ? "s" : ""}${split}${apart}`;
}

function isSame(a: Way, b: Way): boolean {
  return (["tensor", "stages", "ranks", "batch", "disaggregated"] as const).every((column) => a[column] === b[column]);
}

/** Whether a seller's name means the model: smaller models that were trained on its output have its name too. */
function isModel(name: string, key: string, keys: readonly string[]): boolean {
  return !/distill/i.test(name) && match(name, keys, modelNames) === key;
}

function pricesIn(row: Row) {
  const [input, cached] = [numberIn(row, "input"), numberIn(row, "cached_input")];
  return {input, cached: Number.isFinite(cached) ? cached : input, output: numberIn(row, "output")};
}
