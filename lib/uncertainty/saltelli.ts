import {quantiles} from "./quantile.js";
import {stream} from "./random.js";
import {uniforms, type Design, type Uniform} from "./sampler.js";

/**
 * The draws of Saltelli et al. (2010): matrix A, matrix B, and A with one factor from B, for each factor (inputs, by
 * their place in the list), each with as many rows as the design has draws. Draw n of matrix m is draw m x rows + n.
 */
export function mixed(
  factors: readonly (readonly number[])[],
  {spread, draws: rows, seed}: Design,
  names: readonly string[]
): Uniform[] {
  const both = uniforms({spread, draws: rows, seed}, [...names, ...names.map((name) => `${name} again`)]);
  const swapped = names.map((_, i) => factors.findIndex((factor) => factor.includes(i)) + 2);
  return names.map((_, i) => {
    const a = both[i]!;
    const b = both[names.length + i]!;
    return (draw) => {
      const matrix = Math.floor(draw / rows);
      return (matrix === 1 || matrix === swapped[i] ? b : a)(draw % rows);
    };
  });
}

/** An index with the 90 % interval of its bootstrap. */
export interface Index {
  estimate: number;
  low: number;
  high: number;
}

/**
 * How much of an output's variance a factor brings alone (`first`), and with all that it acts together with (`total`).
 */
export interface SobolIndices {
  first: Index;
  total: Index;
}

/**
 * First-order and total Sobol' indices of each factor from an output's values over `mixed` draws: the first of
 * Saltelli, the total of Jansen (1999), rows b and f of table 2 of Saltelli et al., "Variance based sensitivity
 * analysis of model output", Comput. Phys. Commun. 181, 259-270 (2010). Intervals are the 5th and 95th percentile over
 * resampled rows. NaN where the output is missing in a draw; 0 where it does not vary.
 */
export function sobolIndices(values: Float64Array, rows: number, resamplings = 200): SobolIndices[] {
  const matrix = (m: number): Float64Array => values.subarray(m * rows, (m + 1) * rows);
  const a = matrix(0);
  const b = matrix(1);
  const picks = Array.from({length: resamplings}, (_, i) => resampled(rows, i));
  return Array.from({length: values.length / rows - 2}, (_, factor) => {
    const ab = matrix(factor + 2);
    const [central, ...others] = [everyRow(rows), ...picks].map((pick) => estimate(a, b, ab, pick)) as [
      Pair,
      ...Pair[]
    ];
    return {
      first: summary(
        central.first,
        others.map(({first}) => first)
      ),
      total: summary(
        central.total,
        others.map(({total}) => total)
      )
    };
  });
}

interface Pair {
  first: number;
  total: number;
}

function estimate(a: Float64Array, b: Float64Array, ab: Float64Array, rows: Int32Array): Pair {
  const n = rows.length;
  let mean = 0;
  for (const row of rows) mean += (a[row]! + b[row]!) / (2 * n);
  let variance = 0;
  let shared = 0;
  let apart = 0;
  for (const row of rows) {
    const x = a[row]! - mean;
    const y = b[row]! - mean;
    const z = ab[row]! - mean;
    variance += (x * x + y * y) / 2;
    shared += y * (z - x);
    apart += (x - z) * (x - z);
  }
  if (variance <= 1e-24 * n * mean * mean) return {first: 0, total: 0};
  return {first: shared / variance, total: apart / (2 * variance)};
}

function summary(estimate: number, others: number[]): Index {
  const [low, high] = quantiles(Float64Array.from(others), [0.05, 0.95]) as [number, number];
  return {estimate, low, high};
}

function everyRow(rows: number): Int32Array {
  return Int32Array.from({length: rows}, (_, row) => row);
}

function resampled(rows: number, i: number): Int32Array {
  const random = stream(`bootstrap ${i}`);
  return Int32Array.from({length: rows}, () => Math.floor(random() * rows));
}
