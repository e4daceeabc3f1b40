import type {Family} from "../sheet/index.js";
import {beta, normalQuantile} from "./special.js";
import {pow} from "../sheet/power.js";

/** A value that is not known exactly, as assumptions say it. */
export interface Range {
  low: number;
  central: number;
  high: number;
  family: Family;
}

/** Any distribution: a range, values with weights, or values that were observed, linear between them. */
export type Distribution = (Range | Discrete | {family: "empirical"; values: readonly number[]}) & {
  /** What lies outside is left out. */
  within?: readonly [least: number, most: number];
};

interface Discrete {
  family: "discrete";
  values: readonly number[];
  weights: readonly number[];
}

/** The value below which a share of a distribution lies. */
export type Quantile = (share: number) => number;

/**
 * The quantile function of a distribution. `pert`, `triangular` and `uniform` lie within low..high (`pert` and
 * `triangular` with their mode at central); `discrete` ranges are low, central or high, each as likely; of `normal`,
 * `lognormal` and `beta` (on 0..1), low and high are the 5th and the 95th percentile, and central is the median of the
 * first two, which are stretched on both sides of it.
 */
export function quantileOf(distribution: Distribution): Quantile {
  if ("values" in distribution) return truncated(distribution);
  const {family, low, central, high, within} = distribution;
  const key = [family, low, central, high, ...(within ?? [])].join(" ");
  const known = ranges.get(key) ?? truncated(distribution);
  if (ranges.size >= MOST) ranges.clear();
  ranges.set(key, known);
  return known;
}

/** Quantile functions of ranges. Some take a while to make, and from one study to the next most ranges stay. */
const ranges = new Map<string, Quantile>();
const MOST = 4096;

function truncated(distribution: Distribution): Quantile {
  const {within} = distribution;
  const quantile = untruncated(distribution);
  if (!within) return quantile;
  const [from, to] = [shareUpTo(quantile, within[0]), shareUpTo(quantile, within[1])];
  return (share) => quantile(from + share * (to - from));
}

/** One draw. */
export function draw(distribution: Distribution, random: () => number): number {
  return quantileOf(distribution)(random());
}

/** Standard normal deviate of the 95th percentile. */
const z95 = 1.6448536269514722;

function untruncated(distribution: Distribution): Quantile {
  if ("values" in distribution)
    return distribution.family === "empirical" ? empirical(distribution.values) : discrete(distribution);
  const {low, central, high, family} = distribution;
  return high > low ? families[family](low, central, high) : () => central;
}

const families: Record<Family, (low: number, central: number, high: number) => Quantile> = {
  exact: (_, central) => () => central,
  pert: (low, central, high) => {
    const width = high - low;
    const quantile = betaQuantile(1 + (4 * (central - low)) / width, 1 + (4 * (high - central)) / width);
    return (share) => low + width * quantile(share);
  },
  triangular: (low, central, high) => {
    const width = high - low;
    const rise = (central - low) / width;
    return (share) =>
      share < rise ? low + width * Math.sqrt(share * rise) : high - width * Math.sqrt((1 - share) * (1 - rise));
  },
  uniform: (low, _, high) => (share) => low + (high - low) * share,
  normal: (low, central, high) => (share) => {
    const deviate = normalQuantile(share);
    return central + (deviate * (deviate < 0 ? central - low : high - central)) / z95;
  },
  lognormal: (low, central, high) => (share) => {
    const deviate = normalQuantile(share);
    return central * pow(deviate < 0 ? central / low : high / central, deviate / z95);
  },
  beta: (low, _, high) => betaQuantile(...betaShapes(low, high)),
  discrete: (low, central, high) => discrete({family: "discrete", values: [low, central, high], weights: [1, 1, 1]})
};

function discrete({values, weights}: Discrete): Quantile {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  const upTo = weights.map((weight) => (below += weight) / total);
  return (share) => values[upTo.findIndex((end) => share < end)] ?? values.at(-1)!;
}

/** Linear between the observed values: the least at 0, the greatest at 1 (type 7 of Hyndman and Fan). */
function empirical(values: readonly number[]): Quantile {
  const sorted = Float64Array.from(values).sort();
  return (share) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  };
}

/** How many parts the table of a beta distribution has: the error of a share is below 2e-7. */
const PARTS = 256;

/**
 * Looks the share up in a table and goes from knot to knot on a cubic with the right slopes; exact in the end parts.
 */
function betaQuantile(a: number, b: number): Quantile {
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

function hermite(t: number, from: number, to: number, slopeFrom: number, slopeTo: number): number {
  const s = 1 - t;
  const value = from * (1 + 2 * t) * s * s + to * t * t * (3 - 2 * t) + slopeFrom * t * s * s - slopeTo * t * t * s;
  return Math.min(to, Math.max(from, value));
}

/** The place of the last of rising values that is not above one, the last but one at most. */
function lastNotAbove(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** The shapes of the beta distribution on 0..1 whose 5th and 95th percentile are given. */
function betaShapes(low: number, high: number): [number, number] {
  // For each mean there is one concentration that puts `low` in its place; the greater the mean, the higher the top.
  const shapes = (mean: number): [number, number] => {
    const log = solve((n) => -beta(mean * Math.exp(n), (1 - mean) * Math.exp(n)).share(low), -0.05, -1, 12);
    return [mean * Math.exp(log), (1 - mean) * Math.exp(log)];
  };
  return shapes(solve((mean) => -beta(...shapes(mean)).share(high), -0.95, low + 1e-9, high));
}

function shareUpTo(quantile: Quantile, value: number): number {
  if (value === -Infinity || value <= quantile(0)) return 0;
  return value === Infinity || value >= quantile(1) ? 1 : solve(quantile, value, 0, 1);
}

/** Where a rising function reaches a value, by halving. */
function solve(rising: (x: number) => number, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 60 && high - low > 1e-15 * Math.abs(high); ++i) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
