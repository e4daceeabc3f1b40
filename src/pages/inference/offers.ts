import type {SellerPrice, ServingOffer} from "../../lib/market/serving-offer.js";
import {bindingOf, type Headroom} from "../../lib/validation/binding.js";
import {blendedCost} from "../../lib/validation/serving-cost.js";
import type {Origin} from "../../components/inspector/origin.js";
import {amount, range, share, type Range} from "../../components/words/format.js";
import {bindings} from "./binding-constraint.js";
import {rangeOf} from "./evidence.js";
import {busyHour, priceCell, type Explored} from "./explorer.js";
import {predictedFrom} from "./serving-origin.js";
import {waysWords} from "./ways-words.js";
import {sellerName} from "../../lib/market/seller-name.js";

/** An accelerator at its best within the limits, as a row of the comparison. */
export interface Offer {
  accelerator: string;
  price: number;
  binds: string;
  nearest: string;
  profit_per_hour: number;
  profit_per_megawatt: number;
  way: string;
  /** The numbers with the ranges of what was measured around predictions that were not fitted, by name. */
  ranges: Partial<Record<(typeof figures)[number], Range>>;
  /** Where the numbers come from, by name. */
  origins: Readonly<Record<string, Origin | undefined>>;
}

/** What is predicted of an offer. */
export const figures = ["blended", "input", "output", "output_rate", "user_rate", "ttft", "energy"] as const;

/** Every accelerator at its best, cheapest first; at the end those that cannot keep the limits. */
export function cheapest(explored: Explored, name: (key: string) => string): Offer[] {
  const failing = [...explored.answer.best].filter(([, way]) => !way).map(([key]) => key);
  return [
    ...explored.offers.map((offer) => rowOf(offer, explored, name(offer.accelerator))),
    ...failing.map((key) => ({...nothing, accelerator: name(key), price: explored.prices.get(key) ?? NaN}))
  ];
}

const nothing: Omit<Offer, "accelerator" | "price"> = {
  binds: "",
  nearest: "",
  profit_per_hour: NaN,
  profit_per_megawatt: NaN,
  way: "no configuration meets the limits",
  ranges: {},
  origins: {}
};

function rowOf(offer: ServingOffer, explored: Explored, accelerator: string): Offer {
  const {way, hour, cost, costs, binds, nearest, profit_per_hour, profit_per_megawatt} = offer;
  const {spreads, question} = explored;
  const {rate, ttft, tpot} = spreads;
  const price = priceCell(explored, offer.accelerator);
  const predicted = figures.map((figure) => [figure, predictedFrom(question.language_model, way, figure, price)]);
  return {
    accelerator,
    price: hour,
    binds: bindings[binds].name,
    nearest: headroomInWords(nearest),
    profit_per_hour,
    profit_per_megawatt,
    way: waysWords(way),
    // Costs and energy of a token fall with throughput.
    ranges: {
      blended: rangeOf(cost, rate, true),
      input: rangeOf(costs.input, rate, true),
      output: rangeOf(costs.output, rate, true),
      energy: rangeOf(way.energy_per_token, rate, true),
      output_rate: rangeOf(way.output_rate, rate),
      user_rate: rangeOf(way.user_rate, tpot, true),
      ttft: rangeOf(way.ttft, ttft)
    },
    origins: {price, ...(Object.fromEntries(predicted) as Offer["origins"])}
  };
}

function headroomInWords({limit, used}: Headroom): string {
  return `${limit}, ${share(used)} used`;
}

/** The three cheapest accelerators, with what binds them and how far the next is behind: a sentence each. */
export function cheapestInWords({offers, spreads}: Explored, name: (key: string) => string): string[] {
  const priced = offers.filter(({cost}) => Number.isFinite(cost));
  if (priced.length === 0) return ["No accelerator with a known price meets these limits."];
  return priced.slice(0, 3).map(({accelerator, cost, binds}, i) => {
    const next = priced[i + 1];
    const behind = next ? `, ${share(1 - cost / next.cost)} less than ${name(next.accelerator)}` : "";
    const costs = range(rangeOf(cost, spreads.rate, true), "USD");
    return `${name(accelerator)}: ${costs} per million tokens${behind}. The bottleneck is ${bindings[binds].name}.`;
  });
}

/** A seller beside the cheapest cost of one's own. */
export interface SellerRow extends SellerPrice {
  /** What buying saves, of the cost of serving. */
  saving: number;
}

/** The sellers that ask less than it costs to serve the tokens at best, the cheapest first. */
export function cheaperSellers({sellers, offers}: Explored): SellerRow[] {
  const cost = offers[0]?.cost ?? NaN;
  return sellers.filter(({price}) => price < cost).map((offer) => ({...offer, saving: 1 - offer.price / cost}));
}

/** Whether a seller charges less than serving costs, in words. */
export function makeOrBuyInWords(explored: Explored): string {
  const {sellers, offers} = explored;
  const cost = offers[0]?.cost ?? NaN;
  const [first] = sellers;
  if (!first) return "No seller in the price data lists this model.";
  if (!Number.isFinite(cost))
    return `The lowest list price is ${amount(first.price, "USD")} (${sellerName(first.seller)}).`;
  const below = cheaperSellers(explored).length;
  const all = `${sellers.length} seller${sellers.length === 1 ? "" : "s"}`;
  return below === 0
    ? `None of ${all} charges less than your lowest serving cost, ${amount(cost, "USD")} per million tokens; ` +
        `${sellerName(first.seller)} comes closest, at ${amount(first.price, "USD")}.`
    : `${below} of ${all} charge${below === 1 ? "s" : ""} less than your lowest serving cost, ` +
        `${amount(cost, "USD")} per million tokens: ${sellerName(first.seller)} charges ${amount(first.price, "USD")}.`;
}

/** What one change of the question does to the best configuration on the chosen accelerator. */
export interface ChangeRow {
  change: string;
  before: number;
  after: number;
  /** The change of the cost, of what it was. */
  difference: number;
  binds: string;
  way: string;
}

/** What each change would do, the one that saves most first; those that cannot be served last. */
export function changeRows(explored: Explored): ChangeRow[] {
  const {question, answer, changes} = explored;
  const hour = busyHour(explored, question.accelerator);
  const best = answer.best.get(question.accelerator);
  const before = best ? blendedCost(best, hour) : NaN;
  const rows = [...changes].map(([change, way]): ChangeRow => {
    if (!way) return {change, before, after: NaN, difference: NaN, binds: "", way: "no configuration meets the limits"};
    const after = blendedCost(way, hour);
    const binds = bindings[bindingOf(way)].name;
    return {change, before, after, difference: after / before - 1, binds, way: waysWords(way)};
  });
  const order = ({difference}: ChangeRow): number => (Number.isFinite(difference) ? difference : Infinity);
  return rows.sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
}
