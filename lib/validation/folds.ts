import {evaluate, numberAt, type Inputs, type TableInput} from "../sheet/index.js";
import {stream} from "../uncertainty/index.js";
import {measuredInputs} from "./configurations.js";
import {fit, withFit, type Fit} from "./fit.js";
import {validation} from "./model.js";

/** How many parts the groups of measurements are dealt into. */
export const FOLDS = 10;

/** What leaving one part out says: the fit without it, and what that predicts for it. */
export interface Fold {
  fold: number;
  fit: Fit;
  /** Predicted tokens per GPU and second by measurement, for those left out. */
  rates: Map<string, number>;
}

/**
 * The part that each measurement belongs to: all of a model on an accelerator go together, groups dealt by a fixed
 * shuffle.
 */
export function foldsOf({keys, columns}: TableInput, folds = FOLDS): Map<string, number> {
  const group = (row: number): string =>
    `${columns.language_model!.values[row]} on ${columns.accelerator!.values[row]}`;
  const groups = shuffled([...new Set(keys.map((_, row) => group(row)))].sort());
  const part = new Map(groups.map((name, i) => [name, i % folds]));
  return new Map(keys.map((key, row) => [key, part.get(group(row))!]));
}

/** Fits without one part of the measurements and predicts that part. */
export function leaveOut(inputs: Inputs, fold: number, folds = FOLDS): Fold {
  const parts = foldsOf(inputs.measurement!, folds);
  const within = (left: boolean): Inputs => measuredInputs(inputs, (key) => (parts.get(key) === fold) === left);
  const found = fit(within(false));
  const left = withFit(within(true), found);
  const run = evaluate(validation, left, {only: ["measurement.predicted_rate"]});
  const {keys} = left.measurement!;
  return {
    fold,
    fit: found,
    rates: new Map(keys.map((key, row) => [key, numberAt(run, "measurement.predicted_rate", row, 0)]))
  };
}

function shuffled<T>(values: readonly T[]): T[] {
  const random = stream("groups of measurements");
  return values
    .map((value) => ({value, order: random()}))
    .sort((a, b) => a.order - b.order)
    .map(({value}) => value);
}
