import {blended, blends, canonical, type TokenPrice} from "../market/index.js";

/** What both tables of token prices say of a price besides its own columns. */
interface PriceRow {
  common_name: string;
  reseller: number;
  cached_input: number;
  cache_write: number;
  blended: number;
  blended_long_context: number;
  blended_coding_agent: number;
}

/** A price of tokens as a row of a table: what is not stated is missing, and the three blends are computed. */
export function priceRow<P extends TokenPrice & {reseller: boolean}>(
  price: P
): Omit<P, "reseller" | "cached_input" | "cache_write"> & PriceRow {
  return {
    ...price,
    common_name: canonical(price.model),
    reseller: Number(price.reseller),
    cached_input: price.cached_input ?? NaN,
    cache_write: price.cache_write ?? NaN,
    blended: blended(price, blends.chat.mix),
    blended_long_context: blended(price, blends["long-context"].mix),
    blended_coding_agent: blended(price, blends["coding-agent"].mix)
  };
}
