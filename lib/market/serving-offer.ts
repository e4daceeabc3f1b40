import {bindingOf, nearestLimit, type Binding, type Headroom} from "../validation/binding.js";
import type {Question, Way} from "../validation/explore.js";
import {blendedCost, tokenCosts, type TokenPrices} from "../validation/serving-cost.js";
import {HOURS_PER_YEAR} from "./company-metric.js";
import {blended, withWriting, type Mix, type TokenPrice} from "./token-price.js";

/** Prices paid for GPU-hours and received for tokens. */
export interface ServingTerms {
  /** Price or cost of a GPU-hour by accelerator, USD. */
  hours: ReadonlyMap<string, number>;
  /** Share of paid GPU-hours that compute. */
  busy: number;
  /** Selling price of a million tokens in the requests' mix, USD; NaN if unknown. */
  sold: number;
  /** 99th percentile of the time per token, relative to its mean. */
  slack: number;
}

/** An accelerator's best serving configuration within the limits, with costs in USD; NaN if no price is known. */
export interface ServingOffer {
  accelerator: string;
  way: Way;
  /** Price or cost of a GPU-hour. */
  hour: number;
  /** Cost of a million tokens in the requests' mix. */
  cost: number;
  costs: TokenPrices;
  binds: Binding;
  nearest: Headroom;
  /** Profit per paid GPU-hour, and per year and megawatt of loaded servers. */
  profit_per_hour: number;
  profit_per_megawatt: number;
}

const WATTS_PER_MEGAWATT = 1e6;

/** The best configurations by accelerator, as offers: cheapest first, unknown costs last. */
export function servingOffers(
  best: ReadonlyMap<string, Way | undefined>,
  limits: Pick<Question, "ttft_limit" | "tpot_limit">,
  terms: ServingTerms
): ServingOffer[] {
  const offers = [...best].flatMap(([accelerator, way]) => (way ? [offerOf(accelerator, way, limits, terms)] : []));
  const order = ({cost}: ServingOffer): number => (Number.isFinite(cost) ? cost : Number.MAX_VALUE);
  return offers.sort((a, b) => order(a) - order(b));
}

function offerOf(
  accelerator: string,
  way: Way,
  limits: Pick<Question, "ttft_limit" | "tpot_limit">,
  {hours, busy, sold, slack}: ServingTerms
): ServingOffer {
  const hour = hours.get(accelerator) ?? NaN;
  const profit = (sold * busy) / blendedCost(way, 1) - hour;
  return {
    accelerator,
    way,
    hour,
    cost: blendedCost(way, hour / busy),
    costs: tokenCosts(way, hour / busy),
    binds: bindingOf(way),
    nearest: nearestLimit(way, limits, slack),
    profit_per_hour: profit,
    profit_per_megawatt: (profit * HOURS_PER_YEAR * WATTS_PER_MEGAWATT) / way.power
  };
}

/** A seller's cheapest offer of a model for a mix of tokens, USD/Mtok. */
export interface SellerPrice {
  seller: string;
  model: string;
  price: number;
}

/** Each seller's cheapest offer, cheapest first; prices of 0 are left out. */
export function sellerPrices(prices: readonly TokenPrice[], mix: Mix): SellerPrice[] {
  const all = prices.map((price) => ({seller: price.seller, model: price.model, price: blended(price, mix)}));
  const dearestFirst = all.filter(({price}) => price > 0).sort((a, b) => b.price - a.price);
  return [...new Map(dearestFirst.map((offer) => [offer.seller, offer])).values()].sort((a, b) => a.price - b.price);
}

/** The mix of a question's tokens, including cache writes. */
export function mixOf({
  input_length,
  cached_share,
  output_length
}: Pick<Question, "input_length" | "cached_share" | "output_length">): Mix {
  const [input, cached] = [input_length * (1 - cached_share), input_length * cached_share];
  return withWriting({input, cached, output: output_length});
}
