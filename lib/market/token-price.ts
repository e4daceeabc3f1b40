import {log} from "../sheet/logarithm.js";
import {quantiles} from "../uncertainty/quantile.js";
import {canonical} from "./canonical.js";
import {pow} from "../sheet/power.js";

/** A seller's list price for a model, in USD/Mtok; null where there is none. */
export interface TokenPrice {
  seller: string;
  /** Model, as named by the seller. */
  model: string;
  input: number;
  cached_input: number | null;
  /** Price of input tokens written to the prefix cache. */
  cache_write: number | null;
  output: number;
  /** First day, YYYY-MM-DD; empty if unknown. */
  from: string;
}

/** A mix of tokens, in parts: `{input: 3, cached: 0, output: 1}`. */
export interface Mix {
  input: number;
  cached: number;
  output: number;
  /** The part of `input` that is written to the prefix cache; none by default. */
  written?: number;
}

/** Share of an agent's uncached input that is written to the prefix cache (`segment.written_share`). */
const WRITTEN_SHARE = 0.95;

/**
 * Adds cache writes to a mix that does not state them: 95 % of the input if more is read from the cache than anew, as
 * by agents, which read in each step what was new in the last; otherwise none, as in the chain.
 */
export function withWriting(mix: Mix): Mix {
  return mix.cached > mix.input ? {written: WRITTEN_SHARE * mix.input, ...mix} : mix;
}

/** Three input tokens per output token, none of them cached: the ratio that price comparisons use most. */
export const CUSTOMARY: Mix = {input: 3, cached: 0, output: 1};

/**
 * The price of a million tokens of a mix, USD/Mtok; cache reads and writes without a stated price cost as much as other
 * input.
 */
export function blended(
  {
    input,
    cached_input,
    cache_write,
    output
  }: Pick<TokenPrice, "input" | "cached_input" | "output"> & Partial<Pick<TokenPrice, "cache_write">>,
  {written = 0, ...mix}: Mix
): number {
  const total = mix.input + mix.cached + mix.output;
  const fresh = (mix.input - written) * input + written * (cache_write ?? input);
  return (fresh + mix.cached * (cached_input ?? input) + mix.output * output) / total;
}

/** The prices in force on a day, YYYY-MM-DD: for each seller and model, the latest that has begun. */
export function inForce(prices: readonly TokenPrice[], day: string): TokenPrice[] {
  const last = new Map<string, TokenPrice>();
  for (const price of prices) {
    const key = `${price.seller} ${price.model}`;
    const before = last.get(key);
    if (price.from <= day && (!before || price.from >= before.from)) last.set(key, price);
  }
  return [...last.values()];
}

/** The dispersion of sellers' prices for one model, blended, USD/Mtok. */
export interface Dispersion {
  /** Common name of the model. */
  model: string;
  sellers: number;
  low: number;
  median: number;
  high: number;
  cheapest: string;
  dearest: string;
  /** Highest over lowest price. */
  ratio: number;
  /** Standard deviation of the prices' logarithms. */
  deviation: number;
}

/** The dispersion of every model with at least `least` sellers, each with its cheapest offer. */
export function dispersions(prices: readonly TokenPrice[], mix: Mix, least = 3): Dispersion[] {
  const models = new Map<string, Map<string, number>>();
  for (const price of prices) {
    const name = canonical(price.model);
    const sellers = models.get(name) ?? new Map<string, number>();
    const value = blended(price, mix);
    if (value > 0) sellers.set(price.seller, Math.min(value, sellers.get(price.seller) ?? Infinity));
    models.set(name, sellers);
  }
  return [...models]
    .filter(([, sellers]) => sellers.size >= least)
    .map(([model, sellers]) => dispersionOf(model, sellers))
    .sort((a, b) => b.sellers - a.sellers || b.ratio - a.ratio);
}

function dispersionOf(model: string, sellers: ReadonlyMap<string, number>): Dispersion {
  const sorted = [...sellers].sort(([, a], [, b]) => a - b);
  const values = Float64Array.from(sorted, ([, value]) => value);
  const [low, median, high] = quantiles(values, [0, 0.5, 1]) as [number, number, number];
  return {
    model,
    sellers: sorted.length,
    low,
    median,
    high,
    cheapest: sorted[0]![0],
    dearest: sorted.at(-1)![0],
    ratio: high / low,
    deviation: deviation(values.map(log))
  };
}

/** The sample standard deviation. */
function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + pow(value - mean, 2), 0) / (values.length - 1));
}
