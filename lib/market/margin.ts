import {bestWays, type Question, type Way} from "../validation/explore.js";
import {blendedCost, tokenCosts, type TokenPrices} from "../validation/serving-cost.js";
import type {Inputs} from "../sheet/index.js";
import {blended, type Mix, type TokenPrice} from "./token-price.js";

/** What a million tokens of a mix cost, USD/Mtok. */
export interface BlendCost {
  /** Cost of a million tokens if every GPU-hour computes, USD/Mtok. */
  full: number;
  /** The same at the share of hours that compute in the chain. */
  levelised: number;
}

/** What a model costs to serve at its best, USD/Mtok of the mix. */
export interface ServingCost extends BlendCost {
  language_model: string;
  /** The accelerator on which it is cheapest. */
  accelerator: string;
  /** Cost of a GPU-hour there, USD. */
  gpu_hour: number;
  /** The levelised costs of the kinds of tokens; NaN for a kind that the mix does not have. */
  kinds: TokenPrices;
}

/** A list price beside what the tokens cost us. */
export interface TokenMargin extends ServingCost {
  seller: string;
  model: string;
  price: number;
  /** 1 less levelised cost over price. */
  margin: number;
  /** Share of GPU-hours that have to compute for the price to pay for all of them; above 1, no use does. */
  break_even: number;
}

/** How requests look and what users accept, for the costs of a mix. */
export interface Service {
  /** Tokens of a request; the mix divides them. */
  tokens: number;
  ttft_limit: number;
  tpot_limit: number;
  /** Accelerators that may serve together. */
  accelerators: number;
}

/**
 * Requests of 2,000 tokens, two seconds to the first of them and 40 ms for each that follows: MLPerf's limits for chat.
 */
export const CHAT: Service = {tokens: 2000, ttft_limit: 2000, tpot_limit: 40, accelerators: 32};

/** What a model costs to serve on the accelerator that is cheapest for it; undefined where none keeps the limits. */
export function servingCost(
  inputs: Inputs,
  language_model: string,
  {mix, service = CHAT, gpuHours, busy}: CostOptions
): ServingCost | undefined {
  const asked = [...gpuHours.keys()].map(
    (accelerator) => [accelerator, questionOf(inputs, {language_model, accelerator}, mix, service)] as const
  );
  const ways = bestWays(inputs, new Map(asked));
  const costs = [...gpuHours].flatMap(([accelerator, gpu_hour]) => {
    const way = ways.get(accelerator);
    return way ? [costOf(way, {language_model, accelerator, gpu_hour}, busy)] : [];
  });
  return costs.sort((a, b) => a.full - b.full)[0];
}

export interface CostOptions {
  mix: Mix;
  service?: Service;
  /** Levelised cost of a GPU-hour by accelerator, USD. */
  gpuHours: ReadonlyMap<string, number>;
  /** Share of rented GPU-hours that compute. */
  busy: number;
}

/** What a million tokens of another mix cost, each kind at what it costs in the cost's own mix, which has all kinds. */
export function costInMix({full, levelised, kinds}: BlendCost & {kinds: TokenPrices}, mix: Mix): BlendCost {
  const cost = blended({input: kinds.input, cached_input: kinds.cached, output: kinds.output}, mix);
  return {full: (cost * full) / levelised, levelised: cost};
}

/** A price beside the cost of the model that it is for. */
export function marginOf(price: TokenPrice, cost: ServingCost, mix: Mix): TokenMargin {
  const value = blended(price, mix);
  return {
    ...cost,
    seller: price.seller,
    model: price.model,
    price: value,
    margin: 1 - cost.levelised / value,
    break_even: cost.full / value
  };
}

function costOf(
  way: Way,
  {gpu_hour, ...place}: {language_model: string; accelerator: string; gpu_hour: number},
  busy: number
): ServingCost {
  const full = blendedCost(way, gpu_hour);
  return {...place, gpu_hour, full, levelised: full / busy, kinds: tokenCosts(way, gpu_hour / busy)};
}

function questionOf(
  inputs: Inputs,
  {language_model, accelerator}: Pick<Question, "language_model" | "accelerator">,
  mix: Mix,
  {tokens, ...limits}: Service
): Question {
  const total = mix.input + mix.cached + mix.output;
  return {
    language_model,
    accelerator,
    ...limits,
    weights: weightsOn(inputs, language_model, accelerator),
    input_length: (tokens * (mix.input + mix.cached)) / total,
    cached_share: mix.cached / Math.max(mix.input + mix.cached, Number.MIN_VALUE),
    output_length: (tokens * mix.output) / total
  };
}

/** 4 bits where model and accelerator have them, else 8 where the accelerator computes them, else 16. */
function weightsOn(inputs: Inputs, model: string, accelerator: string): string {
  const [languages, chips] = [inputs.language_model!, inputs.accelerator!];
  const native = Number(languages.columns.native_precision!.values[languages.keys.indexOf(model)]);
  const chip = chips.keys.indexOf(accelerator);
  const has = (format: string): boolean => typeof chips.columns[format]!.values[chip] === "number";
  if (native < 1) return "fp4";
  return has("fp8") ? "fp8" : "bf16";
}
