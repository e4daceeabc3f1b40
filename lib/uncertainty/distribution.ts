import {fitsWithin, type Bounds, type Family} from "../sheet/index.js";
import {pow} from "../sheet/power.js";
import {betaBetween, betaQuantile, solve} from "./beta-quantile.js";
import {normalQuantile, Z95} from "./special.js";

/** An uncertain value, as stated by the assumptions. */
export interface Range {
  low: number;
  central: number;
  high: number;
  family: Family;
}

/** Any distribution: a range, weighted values, or observed values with linear interpolation. */
export type Distribution = (Range | Discrete | {family: "empirical"; values: readonly number[]}) & {
  /** Values outside are cut off. */
  within?: Bounds;
};

interface Discrete {
  family: "discrete";
  values: readonly number[];
  weights: readonly number[];
}

/** The value below which a given share of a distribution lies. */
export type Quantile = (share: number) => number;

/**
 * The quantile function of a distribution. `pert`, `triangular` and `uniform` lie within low..high (`pert` and
 * `triangular` with their mode at central). `discrete` ranges are low, central or high with equal probability. For
 * `normal`, `lognormal` and `beta` (on 0..1), low and high are the 5th and 95th percentiles; central is the median of
 * the first two, which are stretched separately on either side of it. Truncation to `within` keeps these percentiles as
 * far as possible (`fitsWithin`).
 */
export function quantileOf(distribution: Distribution): Quantile {
  if ("values" in distribution) return truncated(distribution);
  const {family, low, central, high, within} = distribution;
  const key = [family, low, central, high, within?.least, within?.most].join(" ");
  const known = ranges.get(key) ?? truncated(distribution);
  if (ranges.size >= MOST) ranges.clear();
  ranges.set(key, known);
  return known;
}

/** Cached quantile functions of ranges: some are slow to make, and most ranges stay the same from study to study. */
const ranges = new Map<string, Quantile>();
const MOST = 4096;

function truncated(distribution: Distribution): Quantile {
  const {within} = distribution;
  if (!within || (within.least === -Infinity && within.most === Infinity)) return untruncated(distribution);
  return cut(untruncated("values" in distribution ? distribution : fitted(distribution, within)), within);
}

function cut(quantile: Quantile, {least, most}: Bounds): Quantile {
  const from = shareUpTo(quantile, least);
  const to = shareUpTo(quantile, most);
  return (share) => quantile(from + share * (to - from));
}

/**
 * The distribution that has another's percentiles after truncation: each percentile is shifted by its error until all
 * three match.
 */
function fitted(range: Range, within: Bounds): Range {
  const {family} = range;
  if ((family !== "normal" && family !== "lognormal") || !fitsWithin(range, within)) return range;
  const {low, central, high} = range;
  let moved = range;
  for (let i = 0; i < 2000; ++i) {
    const quantile = cut(untruncated(moved), within);
    const found = {low: quantile(0.05), central: quantile(0.5), high: quantile(0.95)};
    const miss = Math.max(Math.abs(found.low - low), Math.abs(found.central - central), Math.abs(found.high - high));
    if (!(miss > 1e-12 * (high - low))) break;
    moved = family === "lognormal" ? byRatio(moved, range, found) : byDifference(moved, range, found);
  }
  return moved;
}

type Ends = Pick<Range, "low" | "central" | "high">;

function byDifference(moved: Range, wanted: Ends, found: Ends): Range {
  const end = (name: keyof Ends): number => moved[name] + wanted[name] - found[name];
  return {...moved, low: end("low"), central: end("central"), high: end("high")};
}

function byRatio(moved: Range, wanted: Ends, found: Ends): Range {
  const end = (name: keyof Ends): number => (moved[name] * wanted[name]) / found[name];
  return {...moved, low: end("low"), central: end("central"), high: end("high")};
}

/** Takes one draw. */
export function draw(distribution: Distribution, random: () => number): number {
  return quantileOf(distribution)(random());
}

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
    return central + (deviate * (deviate < 0 ? central - low : high - central)) / Z95;
  },
  lognormal: (low, central, high) => (share) => {
    const deviate = normalQuantile(share);
    return central * pow(deviate < 0 ? central / low : high / central, deviate / Z95);
  },
  beta: (low, _, high) => betaBetween(low, high),
  discrete: (low, central, high) => discrete({family: "discrete", values: [low, central, high], weights: [1, 1, 1]})
};

function discrete({values, weights}: Discrete): Quantile {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  const upTo = weights.map((weight) => (below += weight) / total);
  return (share) => values[upTo.findIndex((end) => share < end)] ?? values.at(-1)!;
}

/** Linear between the observed values, from the minimum at 0 to the maximum at 1 (type 7 of Hyndman and Fan). */
function empirical(values: readonly number[]): Quantile {
  const sorted = Float64Array.from(values).sort();
  return (share) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  };
}

function shareUpTo(quantile: Quantile, value: number): number {
  if (value === -Infinity || value <= quantile(0)) return 0;
  return value === Infinity || value >= quantile(1) ? 1 : solve(quantile, value, 0, 1);
}
