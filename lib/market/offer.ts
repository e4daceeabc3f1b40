import {canonical} from "./canonical.js";
import type {BlendCost} from "./margin.js";
import {blended, type Mix, type TokenPrice} from "./token-price.js";

/** A list price, with the matching row of `language_model` and whether the seller repeats others' prices. */
export interface ListedPrice extends TokenPrice {
  /** Row of `language_model` with the same architecture; empty if unknown. */
  language_model: string;
  reseller: boolean;
}

/** A seller's offer for a mix of tokens beside the cost of serving them, USD/Mtok; NaN where the cost is unknown. */
export interface MarketOffer {
  /** Common name of the model, the same for all sellers. */
  common: string;
  model: string;
  seller: string;
  price: number;
  /** Cost at full utilisation, and at the chain's utilisation. */
  full: number;
  levelised: number;
  /** 1 less the levelised cost over the price. */
  margin: number;
  reseller: boolean;
  /** Why the cost is unknown; empty if it is known. */
  reason: string;
}

/** Offers beside their models' costs, by key: losses first, those with unknown cost last. */
export function marketOffers(
  prices: readonly ListedPrice[],
  costs: ReadonlyMap<string, BlendCost>,
  mix: Mix
): MarketOffer[] {
  const offers = prices.map((price) => offerOf(price, costs.get(price.language_model), mix));
  const order = ({margin}: MarketOffer): number => (Number.isFinite(margin) ? margin : Number.MAX_VALUE);
  return offers.sort((a, b) => order(a) - order(b) || a.price - b.price);
}

function offerOf(
  {seller, model, reseller, language_model, ...listed}: ListedPrice,
  cost: BlendCost | undefined,
  mix: Mix
): MarketOffer {
  const price = blended(listed, mix);
  const {full, levelised} = cost ?? {full: NaN, levelised: NaN};
  const margin = price > 0 ? 1 - levelised / price : NaN;
  const reason = reasonFor(price, language_model, cost);
  return {common: canonical(model), model, seller, price, full, levelised, margin, reseller, reason};
}

function reasonFor(price: number, language_model: string, cost: BlendCost | undefined): string {
  if (language_model === "") return "cost unknown: the model's architecture is unpublished or not in the tables";
  if (!cost) return "cost unknown: no accelerator of the chain meets the latency limits";
  return price > 0 ? "" : "no margin: the list price is 0";
}

/** Numbers of offers, and the offer with the thinnest margin. */
export interface OfferCount {
  /** Offers with a known cost, offers priced below it, and offers with an unknown cost. */
  known: number;
  losing: number;
  unknown: number;
  thinnest: MarketOffer | undefined;
}

/** Counts offers sorted by `marketOffers`. */
export function countOffers(offers: readonly MarketOffer[]): OfferCount {
  const known = offers.filter(({margin}) => Number.isFinite(margin));
  const losing = known.filter(({margin}) => margin < 0).length;
  return {known: known.length, losing, unknown: offers.length - known.length, thinnest: known[0]};
}
