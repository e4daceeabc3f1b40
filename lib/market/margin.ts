import {bestWays, type Question, type Way} from "../validation/explore.js";
import {blendedCost, tokenCosts, type TokenPrices} from "../validation/serving-cost.js";
import type {Inputs} from "../sheet/index.js";
import {blended, type Mix, type TokenPrice} from "./token-price.js";

/** The cost of a million tokens of a mix, USD/Mtok. */
export interface BlendCost {
  /** Cost at full utilisation, USD/Mtok. */
  full: number;
  /** Cost at the chain's utilisation. */
  levelised: number;
}

/** The minimum cost of serving a model, USD/Mtok of the mix. */
export interface ServingCost extends BlendCost {
  language_model: string;
  /** The cheapest accelerator for the model. */
  accelerator: string;
  /** Cost of a GPU-hour of that accelerator, USD. */
  gpu_hour: number;
  /** Levelised costs by kind of token; NaN for kinds outside the mix. */
  kinds: TokenPrices;
}

/** A list price beside our cost of the same tokens. */
export interface TokenMargin extends ServingCost {
  seller: string;
  model: string;
  price: number;
  /** 1 less levelised cost over price. */
  margin: number;
  /** Break-even utilisation: share of GPU-hours that must compute for the price to cover cost; above 1, none does. */
  break_even: number;
}

/** The shape of requests and the latency limits behind the costs of a mix. */
export interface Service {
  /** Total tokens of a request, divided according to the mix. */
  tokens: number;
  ttft_limit: number;
  tpot_limit: number;
  /** Maximum number of accelerators that serve together. */
  accelerators: number;
}

/** Requests of 2,000 tokens, two seconds to the first token and 40 ms per further token: MLPerf's limits for chat. */
export const CHAT: Service = {tokens: 2000, ttft_limit: 2000, tpot_limit: 40, accelerators: 32};

/** The cost of serving a model on the cheapest accelerator for it; undefined where none meets the limits. */
export function servingCost(
  inputs: Inputs,
  language_model: string,
  {mix, service = CHAT, gpuHours, busy}: CostOptions
): ServingCost | undefined {
  const questions = [...gpuHours.keys()].map(
    (accelerator) => [accelerator, questionOf(inputs, {language_model, accelerator}, mix, service)] as const
  );
  const configurations = bestWays(inputs, new Map(questions));
  const costs = [...gpuHours].flatMap(([accelerator, gpu_hour]) => {
    const way = configurations.get(accelerator);
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

/** The cost of a million tokens of another mix, priced by the kinds' costs in a mix that contains all of them. */
export function costInMix({full, levelised, kinds}: BlendCost & {kinds: TokenPrices}, mix: Mix): BlendCost {
  const cost = blended({input: kinds.input, cached_input: kinds.cached, output: kinds.output}, mix);
  return {full: (cost * full) / levelised, levelised: cost};
}

/** A price beside the cost of the model in question. */
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

/** 4 bits if both model and accelerator support them, else 8 if the accelerator does, else 16. */
function weightsOn(inputs: Inputs, model: string, accelerator: string): string {
  const [languages, chips] = [inputs.language_model!, inputs.accelerator!];
  const native = Number(languages.columns.native_precision!.values[languages.keys.indexOf(model)]);
  const chip = chips.keys.indexOf(accelerator);
  const has = (format: string): boolean => typeof chips.columns[format]!.values[chip] === "number";
  if (native < 1) return "fp4";
  return has("fp8") ? "fp8" : "bf16";
}
