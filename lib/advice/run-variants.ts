import {override, type Override} from "../model/index.js";
import type {Inputs, Model} from "../sheet/index.js";
import type {Design, Move, Variant} from "../uncertainty/index.js";
import {minus, plus, type Outcomes} from "./outcome.js";

/** Runs variants of inputs and returns the paths of some outputs, on one thread or many. */
export type RunVariants = (
  inputs: Inputs,
  variants: readonly Variant[],
  design: Design,
  outputs: readonly string[]
) => Outcomes;

/** A variant of the inputs: references to set and numbers to change. */
export interface Job {
  overrides: readonly Override[];
  moves: readonly Move[];
}

/** The result of a job: a variant among the outcomes of a study. */
export interface Result {
  outcomes: Outcomes;
  variant: number;
}

/** Runs jobs in one study per set of references; `base` is the run without changes. */
export function runInGroups(
  model: Model,
  inputs: Inputs,
  jobs: readonly Job[],
  run: (inputs: Inputs, variants: readonly Variant[]) => Outcomes
): {base: Result; results: Result[]} {
  const groups = new Map<string, {overrides: readonly Override[]; variants: Variant[]}>();
  const places = [{overrides: [], moves: []}, ...jobs].map(({overrides, moves}) => {
    const key = overrides.map(({cell, value}) => `${cell}=${value}`).join(";");
    const group = groups.get(key) ?? {overrides, variants: []};
    groups.set(key, group);
    return {key, variant: group.variants.push(moves) - 1};
  });
  const outcomes = new Map(
    [...groups].map(([key, {overrides, variants}]) => [key, run(override(model, inputs, overrides), variants)])
  );
  const [base, ...results] = places.map(({key, variant}): Result => ({outcomes: outcomes.get(key)!, variant}));
  return {base: base!, results};
}

/** Change in the weighted sum of outputs over months against the base, draw by draw. */
export function difference(
  result: Result,
  base: Result,
  outputs: readonly string[],
  weights: Float64Array
): Float64Array {
  const [after, before] = [result, base].map(({outcomes, variant}) =>
    plus(
      outputs.map((output) => outcomes.sum(output, variant, weights)),
      outcomes.size
    )
  ) as [Float64Array, Float64Array];
  return minus(after, before);
}
