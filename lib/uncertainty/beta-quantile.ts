import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import type {Quantile} from "./distribution.js";
import {beta, normalQuantile, Z95, type Beta} from "./special.js";
import {pow} from "../sheet/power.js";

/** Intervals in the table of a beta distribution, for an error below 2e-7 in the share. */
const PARTS = 256;

/** With both shapes above this, a beta distribution is a normal one with three corrections, to 1e-9 of a value. */
const LARGE = 3e4;

/**
 * The quantile function of the beta distribution on 0..1 with shapes `a` and `b`, of a few units each: a table lookup
 * with cubic interpolation between knots, exact in the end intervals.
 */
export function betaQuantile(a: number, b: number): Quantile {
  const knots = Float64Array.from({length: PARTS + 1}, (_, i) => pow(i / PARTS, 2) * (3 - (2 * i) / PARTS));
  const {share: shareBelow, density} = beta(a, b);
  const shares = knots.map(shareBelow);
  const slopes = knots.map((x) => 1 / density(x));
  return (share) => {
    const i = lastNotAbove(shares, share);
    if (i === 0 || i === PARTS - 1) return solve(shareBelow, share, knots[i]!, knots[i + 1]!);
    const width = shares[i + 1]! - shares[i]!;
    if (width < 1e-12) return knots[i]!;
    return hermite((share - shares[i]!) / width, knots[i]!, knots[i + 1]!, slopes[i]! * width, slopes[i + 1]! * width);
  };
}

/**
 * The quantile function of the beta distribution on 0..1 with 5th and 95th percentiles `low` and `high`, to 1e-9 of a
 * value, however close these are to each other or to the ends.
 */
export function betaBetween(low: number, high: number): Quantile {
  const middle = (low + high) / 2;
  const size = concentration(middle, (high - low) / (2 * Z95));
  if (size * Math.min(middle, 1 - middle) > LARGE) return narrowBeta(low, high);
  const [a, b] = betaShapes(low, high, log(size + 1));
  const distribution = beta(a, b);
  const mean = a / (a + b);
  return (share) => (share <= 0 ? 0 : share >= 1 ? 1 : inverse(distribution, share, mean));
}

/** Newton's method, or bisection where a step would leave the remaining interval. */
function inverse({share, density}: Beta, wanted: number, start: number): number {
  let least = 0;
  let most = 1;
  let x = start;
  for (let i = 0; i < 200; ++i) {
    const miss = share(x) - wanted;
    if (miss < 0) least = x;
    else most = x;
    const step = x - miss / density(x);
    const next = step > least && step < most ? step : (least + most) / 2;
    if (Math.abs(next - x) <= 1e-15 * next) return next;
    x = next;
  }
  return x;
}

/** The shapes of the beta distribution with given 5th and 95th percentiles, searched from a + b = exp(`guess`). */
function betaShapes(low: number, high: number, guess: number): [number, number] {
  // For each mean, one concentration gives the right `low`; the higher the mean, the higher the upper percentile.
  const shapes = (mean: number): [number, number] => {
    const found = solve((n) => -beta(mean * exp(n), (1 - mean) * exp(n)).share(low), -0.05, -1, guess + 6);
    return [mean * exp(found), (1 - mean) * exp(found)];
  };
  return shapes(solve((mean) => -beta(...shapes(mean)).share(high), -0.95, low * (1 + 1e-9), high));
}

/**
 * A beta distribution from its moments by the Cornish-Fisher expansion (1938) up to kurtosis; mean and deviation are
 * adjusted until the percentiles match.
 */
function narrowBeta(low: number, high: number): Quantile {
  let mean = (low + high) / 2;
  let deviation = (high - low) / (2 * Z95);
  for (let i = 0; i < 50; ++i) {
    const expand = expansion(mean, deviation);
    deviation = (high - low) / (expand(Z95) - expand(-Z95));
    mean = high - deviation * expand(Z95);
  }
  const expand = expansion(mean, deviation);
  return (share) => (share <= 0 ? 0 : share >= 1 ? 1 : mean + deviation * expand(normalQuantile(share)));
}

/** a + b of the beta distribution with a mean and a standard deviation. */
function concentration(mean: number, deviation: number): number {
  return (mean * (1 - mean)) / (deviation * deviation) - 1;
}

/** Standardised quantile of a beta distribution, given the normal one `z`. */
function expansion(mean: number, deviation: number): (z: number) => number {
  const n = concentration(mean, deviation);
  const product = mean * (1 - mean);
  const skewness = (2 * (1 - 2 * mean) * Math.sqrt(n + 1)) / ((n + 2) * Math.sqrt(product));
  const excess = (6 * ((n + 1) * pow(1 - 2 * mean, 2) - product * (n + 2))) / (product * (n + 2) * (n + 3));
  return (z) =>
    z +
    (skewness / 6) * (z * z - 1) +
    (excess / 24) * z * (z * z - 3) -
    ((skewness * skewness) / 36) * z * (2 * z * z - 5);
}

function hermite(t: number, from: number, to: number, slopeFrom: number, slopeTo: number): number {
  const s = 1 - t;
  const value = from * (1 + 2 * t) * s * s + to * t * t * (3 - 2 * t) + slopeFrom * t * s * s - slopeTo * t * t * s;
  return Math.min(to, Math.max(from, value));
}

/** The index of the last of rising values that does not exceed a value, at most the last but one. */
function lastNotAbove(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Where a rising function reaches a value, by bisection. */
export function solve(rising: (x: number) => number, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let i = 0; i < 60 && high - low > 1e-15 * Math.abs(high); ++i) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
