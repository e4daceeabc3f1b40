import {quantiles, type Draws, type Study} from "../uncertainty/index.js";
import {pow} from "../sheet/power.js";

/** A value in the central case, with its 5th, 50th and 95th percentiles over draws. */
export interface Spread {
  central: number;
  low: number;
  median: number;
  high: number;
}

/** The results of a study's variants: the paths of its outputs, by variant and draw. */
export class Outcomes {
  constructor(
    readonly study: Study,
    readonly draws: Draws
  ) {}

  /** Number of runs of each variant: its draws and, last, the central case. */
  get size(): number {
    return this.study.design.draws + 1;
  }

  /** An output of a variant in a month, draw by draw. */
  at(output: string, variant: number, month: number): Float64Array {
    const {outputs, at} = this.study;
    const first = (outputs.indexOf(output) * at.length + at.indexOf(month)) * this.draws.to + variant * this.size;
    return this.draws.values.subarray(first, first + this.size);
  }

  /** The weighted sum of an output over months, draw by draw. */
  sum(output: string, variant: number, weights: Float64Array): Float64Array {
    const total = new Float64Array(this.size);
    weights.forEach((weight, month) => {
      const values = this.at(output, variant, month);
      for (let draw = 0; draw < total.length; ++draw) total[draw]! += weight * values[draw]!;
    });
    return total;
  }
}

/** Weights that turn a sum over months into a mean. */
export function evenly(months: number): Float64Array {
  return new Float64Array(months).fill(1 / months);
}

/**
 * Weights that turn a sum over months into a net present value at a monthly rate; the first month is not discounted.
 */
export function discounted(months: number, rate: number): Float64Array {
  return Float64Array.from({length: months}, (_, month) => pow(1 + rate, -month));
}

/** Summarises values given draw by draw, the central value last. */
export function spreadOf(values: Float64Array): Spread {
  const drawn = values.subarray(0, -1);
  const central = values.at(-1)!;
  if (drawn.length === 0) return {central, low: NaN, median: NaN, high: NaN};
  const [low, median, high] = quantiles(drawn, [0.05, 0.5, 0.95]) as [number, number, number];
  return {central, low, median, high};
}

/** The difference between two arrays, draw by draw. */
export function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}

/** The sum of several arrays, draw by draw. */
export function plus(terms: readonly Float64Array[], length: number): Float64Array {
  const total = new Float64Array(length);
  for (const values of terms) values.forEach((value, i) => (total[i]! += value));
  return total;
}
