import {measure, measuresOf, type Measure} from "./appraise.js";
import type {ProjectInputs} from "./project-inputs.js";
import {linearRoot} from "./root.js";

/** A term of a project and the values that it is tried at. */
export interface Driver {
  term: string;
  values: readonly number[];
}

/** A variant of a project: what two of its terms are, and what a measure comes to. */
export interface Variant {
  x: number;
  y: number;
  value: number;
}

/** Measures over all pairs of two drivers' values, measure by measure, row by row of `y`. */
export function twoWay(inputs: ProjectInputs, x: Driver, y: Driver, names: readonly Measure[]): Variant[][] {
  const pairs = y.values.flatMap((second) => x.values.map((first) => ({x: first, y: second})));
  const varied = vary(inputs, {[x.term]: pairs.map((pair) => pair.x), [y.term]: pairs.map((pair) => pair.y)});
  return measuresOf(varied, names, pairs.length).map((values) =>
    pairs.map((pair, i) => ({...pair, value: values[i]!}))
  );
}

/**
 * The values that a driver is tried at: `count` of them over its range, or 30 % to both sides of a value without one.
 */
export function driver(inputs: ProjectInputs, term: string, count = 7): Driver {
  const {low, high} = rangeOf(inputs, term);
  const last = count - 1;
  return {term, values: Array.from({length: count}, (_, i) => (low * (last - i) + high * i) / last)};
}

/**
 * The value of a term at which owners just earn their cost of equity (net present value 0), within `low..high`; NaN
 * where no value there does. Net present value is made of nearly straight pieces: a grid finds the piece, a grid within
 * it the line.
 */
export function breakEven(inputs: ProjectInputs, term: string, low: number, high: number, rounds = 3): number {
  const values = Array.from({length: points}, (_, i) => low + ((high - low) * i) / (points - 1));
  const npvs = measure(vary(inputs, {[term]: values}), "npv", points);
  const at = npvs.findIndex((value, i) => i > 0 && value < 0 !== npvs[i - 1]! < 0);
  if (at < 0) return NaN;
  return rounds > 1
    ? breakEven(inputs, term, values[at - 1]!, values[at]!, rounds - 1)
    : linearRoot([values[at - 1]!, npvs[at - 1]!], [values[at]!, npvs[at]!]);
}

/** A term's range; of one without, 30 % to both sides. */
export function rangeOf(inputs: ProjectInputs, term: string): {low: number; central: number; high: number} {
  const {values, provenance} = inputs[term]!;
  const central = Number(values[0]);
  const range = provenance?.[0];
  return range && range.high > range.low
    ? {low: range.low, central, high: range.high}
    : {low: 0.7 * central, central, high: 1.3 * central};
}

const points = 17;

/** The inputs with terms that differ from variant to variant. */
export function vary(inputs: ProjectInputs, samples: Readonly<Record<string, readonly number[]>>): ProjectInputs {
  const changed = Object.entries(samples).map(
    ([term, values]) => [term, {...inputs[term]!, samples: Float64Array.from(values)}] as const
  );
  return {...inputs, ...Object.fromEntries(changed)};
}
