import {log} from "../sheet/logarithm.js";
import {quantiles} from "../uncertainty/quantile.js";
import {canonical} from "./canonical.js";
import {pow} from "../sheet/power.js";

/** A list price of a seller for a model, in USD/Mtok; null where there is none. */
export interface TokenPrice {
  seller: string;
  /** Model as the seller names it. */
  model: string;
  input: number;
  cached_input: number | null;
  /** Of input tokens that are written to the prefix cache. */
  cache_write: number | null;
  output: number;
  /** First day, YYYY-MM-DD; empty where the data do not say. */
  from: string;
}

/** How many tokens of each kind a million tokens hold, as parts: `{input: 3, cached: 0, output: 1}`. */
export interface Mix {
  input: number;
  cached: number;
  output: number;
  /** The part of `input` that is written to the prefix cache; none where it is left out. */
  written?: number;
}

/** Of what an agent does not read from the prefix cache, the share that it writes to it (`segment.written_share`). */
const WRITTEN_SHARE = 0.95;

/**
 * A mix with what is written to the prefix cache, where it is not stated: 95 % of the input where more is read from the
 * cache than anew, as agents do, who read in one step what was new in the last; nothing elsewhere, as in the chain.
 */
export function withWriting(mix: Mix): Mix {
  return mix.cached > mix.input ? {written: WRITTEN_SHARE * mix.input, ...mix} : mix;
}

/** Three tokens read for each written, none of them cached: the ratio that comparisons of prices use most. */
export const CUSTOMARY: Mix = {input: 3, cached: 0, output: 1};

/**
 * The price of a million tokens of a mix, USD/Mtok; tokens read from the cache or written to it cost what others do
 * where no price is stated.
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

/** The prices in force on a day, YYYY-MM-DD: of a seller's prices for a model, the last that has begun. */
export function inForce(prices: readonly TokenPrice[], day: string): TokenPrice[] {
  const last = new Map<string, TokenPrice>();
  for (const price of prices) {
    const key = `${price.seller} ${price.model}`;
    const before = last.get(key);
    if (price.from <= day && (!before || price.from >= before.from)) last.set(key, price);
  }
  return [...last.values()];
}

/** How far sellers' prices for one model lie apart, blended, USD/Mtok. */
export interface Dispersion {
  /** The model's name in common. */
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

/**
 * The dispersion of every model that at least `least` sellers list; of a seller's offers of a model, the cheapest
 * counts.
 */
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

/** The standard deviation of a sample. */
function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + pow(value - mean, 2), 0) / (values.length - 1));
}
