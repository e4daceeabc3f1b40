import {quantiles} from "../uncertainty/quantile.js";
import type {Case} from "./case.js";
import type {Prediction} from "./predict.js";

/** How well a group of cases was predicted; errors are shares of the measured rate. */
export interface Accuracy {
  n: number;
  predicted: number;
  median_ape: number | null;
  p90_ape: number | null;
  /** Median of predicted over measured rate, less 1. */
  bias: number | null;
}

export interface Summary extends Accuracy {
  by_accelerator: Record<string, Accuracy>;
  by_model: Record<string, Accuracy>;
  by_source: Record<string, Accuracy>;
  by_scenario: Record<string, Accuracy>;
}

/** The accuracy over all cases, and by groups of them. */
export function summarize(cases: readonly Case[], predictions: readonly Prediction[]): Summary {
  const results = cases.map((one, i) => ({one, prediction: predictions[i]!}));
  const by = (name: (one: Case) => string | null | undefined): Record<string, Accuracy> => {
    const groups = new Map<string, Result[]>();
    for (const result of results) {
      const group = name(result.one) ?? "not stated";
      groups.set(group, [...(groups.get(group) ?? []), result]);
    }
    return Object.fromEntries([...groups].map(([group, members]) => [group, accuracy(members)]));
  };
  return {
    ...accuracy(results),
    by_accelerator: by(({gpu}) => gpu),
    by_model: by(({model}) => model),
    by_source: by(({source}) => source),
    by_scenario: by(({scenario}) => scenario)
  };
}

interface Result {
  one: Case;
  prediction: Prediction;
}

function accuracy(results: readonly Result[]): Accuracy {
  const errors = results.flatMap(signedError);
  const sizes = errors.map(Math.abs);
  return {
    n: results.length,
    predicted: results.filter(({prediction}) => prediction.reason === null).length,
    median_ape: quantile(sizes, 0.5),
    p90_ape: quantile(sizes, 0.9),
    bias: quantile(errors, 0.5)
  };
}

function signedError({one, prediction}: Result): number[] {
  const {output_tokens_per_s_per_gpu: output, total_tokens_per_s_per_gpu: total, ape} = prediction;
  if (ape === null) return [];
  const measured =
    one.output_tokens_per_s_per_gpu && output !== null
      ? output / one.output_tokens_per_s_per_gpu
      : total! / one.total_tokens_per_s_per_gpu!;
  return [measured - 1];
}

/** A quantile of numbers, between neighbours; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  return values.length === 0 ? null : quantiles(Float64Array.from(values), [share])[0]!;
}
