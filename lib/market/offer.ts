import {canonical} from "./canonical.js";
import type {BlendCost} from "./margin.js";
import {blended, type Mix, type TokenPrice} from "./token-price.js";

/** A list price, with the model of ours that it is for and whether its seller repeats others' prices. */
export interface ListedPrice extends TokenPrice {
  /** Model of ours of the same shape; empty where none is known. */
  language_model: string;
  reseller: boolean;
}

/** A seller's offer in a mix of tokens, beside what the tokens cost to serve; USD/Mtok, NaN where no cost is known. */
export interface MarketOffer {
  /** One name for the model, whoever sells it. */
  common: string;
  model: string;
  seller: string;
  price: number;
  /** Cost if every GPU-hour computes, and at the share of them that computes in the chain. */
  full: number;
  levelised: number;
  /** 1 less the levelised cost over the price. */
  margin: number;
  reseller: boolean;
  /** Why no cost is known; empty where it is. */
  reason: string;
}

/** Offers beside the costs of the models that they are for, by key: losses first, those of unknown cost last. */
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
  if (language_model === "") return "cost unknown: the model's shape is not published, or not in the tables";
  if (!cost) return "cost unknown: no accelerator of the chain serves it within the limits";
  return price > 0 ? "" : "no margin: the list price is 0";
}

/** How many offers there are of each kind, and the one with the thinnest margin. */
export interface OfferCount {
  /** Offers of known cost, those of them below it, and those whose cost is not known. */
  known: number;
  losing: number;
  unknown: number;
  thinnest: MarketOffer | undefined;
}

/** Counts offers that are sorted as `marketOffers` sorts them. */
export function countOffers(offers: readonly MarketOffer[]): OfferCount {
  const known = offers.filter(({margin}) => Number.isFinite(margin));
  const losing = known.filter(({margin}) => margin < 0).length;
  return {known: known.length, losing, unknown: offers.length - known.length, thinnest: known[0]};
}
