import type {Way} from "./explore.js";

/** Prices in USD/Mtok. */
export interface TokenPrices {
  input: number;
  cached: number;
  output: number;
}

const MS_PER_HOUR = 3.6e6;
const TOKENS_PER_MTOK = 1e6;

/**
 * What a million tokens cost at a price of a GPU-hour, each kind by the GPU time that it takes: input by prefill,
 * cached input by loading, output by decoding. NaN for a kind that the requests do not have.
 */
export function tokenCosts(way: Way, price: number): TokenPrices {
  const perMillion = (time: number, tokens: number): number =>
    tokens > 0 ? (gpuHours(way, time) * price * TOKENS_PER_MTOK) / tokens : NaN;
  return {
    input: perMillion(way.prefill_time, way.uncached_length),
    cached: perMillion(way.cached_time, way.cached_length),
    output: perMillion(way.decode_time, way.output_length)
  };
}

/** What a million tokens of a request cost in its own mix of input, cached and output, USD/Mtok. */
export function blendedCost(way: Way, price: number): number {
  const tokens = way.uncached_length + way.cached_length + way.output_length;
  return (gpuHours(way, requestTime(way)) * price * TOKENS_PER_MTOK) / tokens;
}

/** The price of a GPU-hour at which tokens sold at these prices pay the rent and nothing else, USD/GPU-hour. */
export function breakEven(way: Way, prices: TokenPrices): number {
  const revenue =
    way.uncached_length * prices.input + way.cached_length * prices.cached + way.output_length * prices.output;
  return revenue / TOKENS_PER_MTOK / gpuHours(way, requestTime(way));
}

/** The ways that no other beats at once in throughput per GPU and in speed for a user, quickest for the user first. */
export function frontier(ways: readonly Way[]): Way[] {
  const quickest = [...ways].sort((a, b) => b.user_rate - a.user_rate || b.output_rate - a.output_rate);
  let most = 0;
  return quickest.filter(({output_rate}) => {
    const better = output_rate > most;
    most = Math.max(most, output_rate);
    return better;
  });
}

function requestTime({prefill_time, cached_time, decode_time}: Way): number {
  return prefill_time + cached_time + decode_time;
}

function gpuHours({replica}: Way, time: number): number {
  return (time * replica) / MS_PER_HOUR;
}
