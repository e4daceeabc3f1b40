import {quantiles} from "./quantile.js";
import {stream} from "./random.js";

/** An index with its bootstrapped 90 % interval, all bounded to the possible values of an index. */
export interface Index {
  estimate: number;
  low: number;
  high: number;
  /** The estimate before it was bounded. */
  raw: number;
  /** Whether the draws resolve it: its interval is narrow and does not span 0 for an index above 1 %. */
  resolved: boolean;
}

/** The share of an output's variance that a factor explains alone (`first`), and with all its interactions. */
export interface SobolIndices {
  first: Index;
  total: Index;
  /** One more than the number of factors whose total index is greater in at least 95 % of resamplings. */
  rank: number;
}

/** Number of resamplings behind each interval. */
const RESAMPLINGS = 1000;

/**
 * First-order and total Sobol' indices of each factor from an output's values over `mixed` draws: the first of
 * Saltelli, the total of Jansen (1999), rows b and f of table 2 of Saltelli et al., "Variance based sensitivity
 * analysis of model output", Comput. Phys. Commun. 181, 259-270 (2010). Intervals are the 5th and 95th percentile over
 * resampled rows, the same for all factors and both kinds. In each resampling a total lies within 0..1 and a first
 * index between 0 and its total. NaN where the output is missing in a draw; 0 where it does not vary.
 */
export function sobolIndices(values: Float64Array, rows: number): SobolIndices[] {
  const matrix = (m: number): Float64Array => values.subarray(m * rows, (m + 1) * rows);
  const swapped = Array.from({length: values.length / rows - 2}, (_, factor) => matrix(factor + 2));
  const estimated = (pick: Int32Array): Pair[] => estimates(matrix(0), matrix(1), swapped, pick);
  const central = estimated(everyRow(rows));
  const others = Array.from({length: RESAMPLINGS}, (_, i) => estimated(resampled(rows, i)));
  const totals = swapped.map((_, factor) => others.map((pairs) => bounded(pairs[factor]!).total));
  return central.map((pair, factor) => {
    const resamplings = others.map((pairs) => pairs[factor]!);
    const rank = 1 + totals.filter((other) => surelyGreater(other, totals[factor]!)).length;
    return {...summaries(pair, resamplings), rank};
  });
}

interface Pair {
  first: number;
  total: number;
}

function estimates(a: Float64Array, b: Float64Array, swapped: readonly Float64Array[], rows: Int32Array): Pair[] {
  const n = rows.length;
  let mean = 0;
  for (const row of rows) mean += (a[row]! + b[row]!) / (2 * n);
  let variance = 0;
  for (const row of rows) {
    const x = a[row]! - mean;
    const y = b[row]! - mean;
    variance += (x * x + y * y) / 2;
  }
  if (variance <= 1e-24 * n * mean * mean) return swapped.map(() => ({first: 0, total: 0}));
  return swapped.map((ab) => {
    let shared = 0;
    let apart = 0;
    for (const row of rows) {
      const step = ab[row]! - a[row]!;
      shared += (b[row]! - mean) * step;
      apart += step * step;
    }
    return {first: shared / variance, total: apart / (2 * variance)};
  });
}

function everyRow(rows: number): Int32Array {
  return Int32Array.from({length: rows}, (_, row) => row);
}

function resampled(rows: number, i: number): Int32Array {
  const random = stream(`bootstrap ${i}`);
  return Int32Array.from({length: rows}, () => Math.floor(random() * rows));
}

function bounded(pair: Pair): Pair {
  const total = Math.min(Math.max(pair.total, 0), 1);
  return {first: Math.min(Math.max(pair.first, 0), total), total};
}

function surelyGreater(ones: readonly number[], others: readonly number[]): boolean {
  const [low] = quantiles(
    Float64Array.from(ones, (one, i) => one - others[i]!),
    [0.05]
  );
  return low! > 0;
}

function summaries(pair: Pair, resamplings: readonly Pair[]): Pick<SobolIndices, "first" | "total"> {
  const within = [pair, ...resamplings].map(bounded);
  const first = interval(within.map((one) => one.first));
  const total = interval(within.map((one) => one.total));
  const raw = interval([pair, ...resamplings].map((one) => one.first));
  const apart = raw.low > 0 || raw.high < 0 || first.high <= NEGLIGIBLE;
  return {
    first: {...first, raw: pair.first, resolved: apart && narrow(first)},
    total: {...total, raw: pair.total, resolved: narrow(total)}
  };
}

/** Indices below this are negligible. */
const NEGLIGIBLE = 0.01;

/** An interval is narrow if it extends no further than this, or than half the estimate. */
const WIDTH = 0.03;

interface Interval {
  estimate: number;
  low: number;
  high: number;
}

function interval([estimate, ...others]: readonly number[]): Interval {
  const [low, high] = quantiles(Float64Array.from(others), [0.05, 0.95]) as [number, number];
  return {estimate: estimate!, low, high};
}

function narrow({estimate, low, high}: Interval): boolean {
  return (high - low) / 2 <= Math.max(WIDTH, estimate / 2);
}
