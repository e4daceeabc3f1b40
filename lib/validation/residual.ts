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
export const effects = {
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

/** Distances in logarithms at which tests of one model on one accelerator cease to be alike. */
const lengths = {places: 1.2, input: 1.5, output: 1.5} as const;

/** Degrees of freedom of the noise: a few measurements are far off. */
const freedom = 4;
/** A usual residual. */
const usual = 0.127;
/** Residuals beyond this are cut: they say that something else was measured. */
const cut = 0.5;
/** The most that a correction moves a prediction, as a factor. */
export const CAP = 1.15;
/** By how much standard deviations are widened, so that nine tenths of what is left out lie within 5 to 95 %. */
const widening = 1.3;
/** The 95th percentile of a normal distribution. */
const QUANTILE = 1.645;

/** Learns from log(measured / predicted) of measurements. */
export function learn(features: readonly Feature[], residuals: readonly number[]): Learned {
  const clipped = residuals.map((residual) => Math.max(-cut, Math.min(cut, residual)));
  const noise = Float64Array.from(
    residuals,
    (residual) => (pow(effects.noise, 2) * (freedom + pow(residual / usual, 2))) / (freedom + 1)
  );
  const solved = factorOf(features, noise).solve(Matrix.columnVector(clipped));
  return {features, noise, influence: Float64Array.from(solved.to1DArray())};
}

/** How evidence hangs together, for standard deviations; made once, since it takes a moment. */
export function factorOf(features: readonly Feature[], noise: Float64Array): CholeskyDecomposition {
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
export function correction(feature: Feature, learned: Learned, factor: CholeskyDecomposition): Correction {
  if (learned.features.length === 0)
    return {mean: 0, deviation: widening * Math.sqrt(own() + pow(effects.noise, 2)), nearest: []};
  const shared = learned.features.map((other) => covariance(feature, other));
  const mean = shared.reduce((sum, value, i) => sum + value * learned.influence[i]!, 0);
  const column = Matrix.columnVector(shared);
  const explained = column.transpose().mmul(factor.solve(column)).get(0, 0);
  const variance = own() + pow(effects.noise, 2) - explained;
  return {mean: capped(mean), deviation: widening * Math.sqrt(variance), nearest: nearestOf(shared)};
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
  const {noise: _, source, ...others} = effects;
  return pow(source, 2) + Object.values(others).reduce((sum, deviation) => sum + pow(deviation, 2), 0);
}

/** The covariance of the residuals of two measurements. */
function covariance(a: Feature, b: Feature): number {
  const sameModel = a.model === b.model;
  const samePrecision = a.precision === b.precision;
  const sameStack = a.stack === b.stack;
  const sameAccelerator = a.accelerator === b.accelerator;
  return (
    (a.source !== null && a.source === b.source ? pow(effects.source, 2) : 0) +
    (sameModel && samePrecision ? pow(effects.modelPrecision, 2) : 0) +
    (sameModel && sameStack ? pow(effects.modelStack, 2) : 0) +
    (sameAccelerator ? pow(effects.accelerator, 2) : 0) +
    (a.family === b.family && sameStack && samePrecision ? pow(effects.familyStackPrecision, 2) : 0) +
    nearness(a, b) *
      ((sameModel && sameAccelerator && samePrecision ? pow(effects.nearby, 2) : 0) +
        (sameStack ? pow(effects.stackLoad, 2) : 0) +
        pow(effects.load, 2))
  );
}

function nearness(a: Feature, b: Feature): number {
  const apart = (["places", "input", "output"] as const).reduce(
    (sum, name) => sum + pow(log(Math.max(1, a[name]) / Math.max(1, b[name])) / lengths[name], 2),
    0
  );
  return exp(-apart / 2);
}

function nearestOf(shared: readonly number[]): {index: number; share: number}[] {
  const all = shared.reduce((sum, value) => sum + value, 0);
  return shared
    .map((value, index) => ({index, share: all > 0 ? value / all : 0}))
    .filter(({share}) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3);
}
