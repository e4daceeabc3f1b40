import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {pow} from "../sheet/power.js";

/** What two measurements may share that the physics does not say. */
export interface Feature {
  /** Who published it; none for a prediction. */
  source: string | null;
  model: string;
  accelerator: string;
  family: string;
  stack: string;
  /** Bytes of a weight, and of what it is multiplied with. */
  precision: string;
  /** Requests in work on an accelerator, and lengths of requests, in tokens. */
  places: number;
  input: number;
  output: number;
}

/** What residuals teach: with what weight each measurement counts, and how they hang together. */
export interface Learned {
  features: readonly Feature[];
  influence: Float64Array;
  /** Variances of noise of each measurement: more for those far off. */
  noise: Float64Array;
}

/** A correction of a prediction in logarithms, its standard deviation, and what it rests on, heaviest first. */
export interface Correction {
  mean: number;
  deviation: number;
  nearest: readonly {index: number; share: number}[];
}

/**
 * Standard deviations of effects in logarithms, shared by measurements alike in something. They were learned by maximum
 * likelihood on the residuals of the physics, noise with them.
 */
const effects = {
  source: 0.023,
  modelPrecision: 0.032,
  modelStack: 0.038,
  accelerator: 0.026,
  familyStackPrecision: 0.043,
  nearby: 0.07,
  stackLoad: 0.017,
  load: 0.022,
  noise: 0.119
} as const;

const square = (x: number): number => x * x;

/** Distances in logarithms at which tests of one model on one accelerator cease to be alike. */
const lengths = {places: 1.2, input: 1.5, output: 1.5} as const;

/** Degrees of freedom of the noise: a few measurements are far off. */
const freedom = 4;
/** A usual residual. */
const usual = 0.127;
/** Residuals beyond this are cut: they say that something else was measured. */
const cut = 0.5;
/** The most that a correction moves a prediction, as a factor. */
const CAP = 1.15;
/** By how much standard deviations are widened, so that nine tenths of what is left out lie within 5 to 95 %. */
const widening = 1.3;
/** The 95th percentile of a normal distribution. */
const QUANTILE = 1.645;

/** Learns from log(measured / predicted) of measurements. */
export function learn(features: readonly Feature[], residuals: readonly number[]): Learned {
  const clipped = residuals.map((residual) => Math.max(-cut, Math.min(cut, residual)));
  const noise = Float64Array.from(
    residuals,
    (residual) => (variances.noise * (freedom + pow(residual / usual, 2))) / (freedom + 1)
  );
  const solved = decomposed(features, noise).solve(Matrix.columnVector(clipped));
  return {features, noise, influence: Float64Array.from(solved.to1DArray())};
}

/**
 * The columns, each from the diagonal down, of the lower triangle that, times its transpose, gives how evidence hangs
 * together: its covariances.
 */
export type Factor = readonly Float64Array[];

/** How evidence hangs together, for standard deviations; made once, since it takes a moment. */
export function factorOf(features: readonly Feature[], noise: Float64Array): Factor {
  const {lowerTriangularMatrix: lower} = decomposed(features, noise);
  return features.map((_, i) => Float64Array.from(lower.getColumn(i).slice(i)));
}

function decomposed(features: readonly Feature[], noise: Float64Array): CholeskyDecomposition {
  const covariances = Matrix.zeros(features.length, features.length);
  features.forEach((a, i) => {
    for (let j = 0; j <= i; ++j) {
      const value = covariance(a, features[j]!);
      covariances.set(i, j, value);
      covariances.set(j, i, value);
    }
    covariances.set(i, i, covariances.get(i, i) + noise[i]!);
  });
  return new CholeskyDecomposition(covariances);
}

/** The correction of a prediction, and how sure it is. */
export function correction(feature: Feature, learned: Learned, factor: Factor): Correction {
  if (learned.features.length === 0)
    return {mean: 0, deviation: widening * Math.sqrt(own() + variances.noise), nearest: []};
  const shared = learned.features.map((other) => covariance(feature, other));
  const mean = shared.reduce((sum, value, i) => sum + value * learned.influence[i]!, 0);
  const variance = own() + variances.noise - explained(shared, factor);
  return {mean: capped(mean), deviation: widening * Math.sqrt(variance), nearest: nearestOf(shared)};
}

/** The variance that evidence explains of what shares these covariances with it: the factor divides them by columns. */
function explained(shared: readonly number[], factor: Factor): number {
  const rest = Float64Array.from(shared);
  let sum = 0;
  for (const [j, column] of factor.entries()) {
    const divided = rest[j]! / column[0]!;
    for (let i = 1; i < column.length; ++i) rest[j + i]! -= column[i]! * divided;
    sum += divided * divided;
  }
  return sum;
}

/** The 5th and 95th percentile of what is measured, as factors of the uncorrected prediction. */
export function rangeOf({mean, deviation}: Correction): {low: number; high: number} {
  return {low: exp(mean - QUANTILE * deviation), high: exp(mean + QUANTILE * deviation)};
}

function capped(mean: number): number {
  return Math.max(-log(CAP), Math.min(log(CAP), mean));
}

/** Variance of all effects together. */
function own(): number {
  const {noise: _, ...others} = variances;
  return Object.values(others).reduce((sum, variance) => sum + variance, 0);
}

/** The variances of these effects. */
const variances = Object.fromEntries(
  Object.entries(effects).map(([name, deviation]) => [name, square(deviation)])
) as Record<keyof typeof effects, number>;

/** The covariance of the residuals of two measurements. */
function covariance(a: Feature, b: Feature): number {
  const sameModel = a.model === b.model;
  const samePrecision = a.precision === b.precision;
  const sameStack = a.stack === b.stack;
  const sameAccelerator = a.accelerator === b.accelerator;
  return (
    (a.source !== null && a.source === b.source ? variances.source : 0) +
    (sameModel && samePrecision ? variances.modelPrecision : 0) +
    (sameModel && sameStack ? variances.modelStack : 0) +
    (sameAccelerator ? variances.accelerator : 0) +
    (a.family === b.family && sameStack && samePrecision ? variances.familyStackPrecision : 0) +
    nearness(a, b) *
      ((sameModel && sameAccelerator && samePrecision ? variances.nearby : 0) +
        (sameStack ? variances.stackLoad : 0) +
        variances.load)
  );
}

function nearness(a: Feature, b: Feature): number {
  const [[x, y, z], [u, v, w]] = [placeOf(a), placeOf(b)];
  return exp(-(square(x - u) + square(y - v) + square(z - w)) / 2);
}

const places = new WeakMap<Feature, [number, number, number]>();

/** Where a test stands among others, in distances at which tests cease to be alike. */
function placeOf(feature: Feature): [number, number, number] {
  const found = places.get(feature);
  if (found) return found;
  const at = (name: keyof typeof lengths): number => log(Math.max(1, feature[name])) / lengths[name];
  const place: [number, number, number] = [at("places"), at("input"), at("output")];
  places.set(feature, place);
  return place;
}

/** The three that share most, and what part each has of all that is shared. */
function nearestOf(shared: readonly number[]): {index: number; share: number}[] {
  const all = shared.reduce((sum, value) => sum + value, 0);
  const most: number[] = [];
  for (const [index, value] of shared.entries()) {
    if (!(value > (shared[most[2]!] ?? 0))) continue;
    most.push(index);
    most.sort((a, b) => shared[b]! - shared[a]!).splice(3);
  }
  return most.map((index) => ({index, share: shared[index]! / all}));
}
