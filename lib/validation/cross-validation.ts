import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import type {Inputs} from "../sheet/index.js";
import {featuresOf, placesOf} from "./corpus.js";
import {measuredRates, withFit, withNearOptions, type Fit} from "./fit.js";
import {leaveOut, partitions, partsOf, predictedOf, type Fold, type Partition} from "./folds.js";
import {correction, factorOf, learn, rangeOf, type Feature, type Learned} from "./residual.js";

/** A prediction of a measurement that was left out: by the physics, corrected, and its 5 to 95 % range. */
export interface LeftOutRate {
  rate: number;
  power: number;
  ttft: number;
  tpot: number;
  corrected?: number;
  low?: number;
  high?: number;
}

/** What cross-validation finds: predictions by partition and measurement, and the fits of all parts. */
export interface CrossValidation {
  folds: ReadonlyMap<Partition, readonly Fold[]>;
  rates: ReadonlyMap<Partition, ReadonlyMap<string, LeftOutRate>>;
}

/** Fits without each part of each partition in turn, from a fit of all, and predicts what was left out. */
export function crossValidate(inputs: Inputs, all: Fit, report: (message: string) => void): CrossValidation {
  const near = withNearOptions(withFit(inputs, all), NEAR);
  const features = new Map(evidenceOf(withFit(near, all)));
  const folds = new Map(partitions.map((partition) => [partition, foldsOf(near, partition, all, report)] as const));
  const measured = byKey(inputs, measuredRates(inputs));
  const rates = new Map(
    [...folds].map(([partition, parts]) => [
      partition,
      new Map(parts.flatMap((fold) => leftOutRates(fold, features, measured, partition)))
    ])
  );
  return {folds, rates};
}

/** What measurements teach of a fit of all of them, with requests in work and residuals by measurement. */
export function learnAll(inputs: Inputs, all: Fit): {keys: string[]; learned: Learned; residuals: number[]} {
  const fitted = withFit(inputs, all);
  const evidence = evidenceOf(fitted);
  const measured = byKey(inputs, measuredRates(inputs));
  const rates = predictedOf(fitted).predicted_rate;
  const residuals = evidence.map(([key]) => log(measured.get(key)! / rates.get(key)!));
  return {
    keys: evidence.map(([key]) => key),
    learned: learn(
      evidence.map(([, feature]) => feature),
      residuals
    ),
    residuals
  };
}

/** Options with less of the best one's throughput are left out of the fits. */
const NEAR = 0.8;

function foldsOf(near: Inputs, partition: Partition, all: Fit, report: (message: string) => void): Fold[] {
  const parts = partsOf(near.measurement!, partition);
  report(`cross-validation: ${parts.length} ${partition === "pairs" ? "parts of pairs" : partition}`);
  return parts.map((part) => leaveOut(near, part, all));
}

function evidenceOf(inputs: Inputs): [string, Feature][] {
  const {keys} = inputs.measurement!;
  return featuresOf(inputs, keys, placesOf(inputs)).map((feature, row) => [keys[row]!, feature]);
}

function byKey({measurement}: Inputs, values: Float64Array): Map<string, number> {
  return new Map(measurement!.keys.map((key, row) => [key, values[row]!]));
}

function leftOutRates(
  fold: Fold,
  features: ReadonlyMap<string, Feature>,
  measured: ReadonlyMap<string, number>,
  partition: Partition
): [string, LeftOutRate][] {
  const {predicted_rate: rates, device_power: power, mean_ttft: ttft, tpot} = fold.predicted;
  const plain = [...fold.left].map((key): [string, LeftOutRate] => [
    key,
    {rate: rates.get(key)!, power: power.get(key)!, ttft: ttft.get(key)!, tpot: tpot.get(key)!}
  ]);
  if (partition !== "pairs" && partition !== "sources") return plain;
  const known = [...fold.fitted];
  const learned = learn(
    known.map((key) => features.get(key)!),
    known.map((key) => log(measured.get(key)! / rates.get(key)!))
  );
  const factor = factorOf(learned.features, learned.noise);
  return plain.map(([key, one]) => {
    const found = correction({...features.get(key)!, source: null}, learned, factor);
    const {low, high} = rangeOf(found);
    const {rate} = one;
    return [key, {...one, corrected: rate * exp(found.mean), low: rate * low, high: rate * high}];
  });
}
