import {evaluate, keysOf, numberAt, type Inputs} from "../sheet/index.js";
import {measuredRates} from "./fit.js";
import {validation} from "./model.js";

/** How well predictions order accelerators by tokens per USD. */
export interface Ranking {
  /** Groups of three accelerators or more that were measured with one model, lengths and limits. */
  groups: number;
  /** Spearman's correlation of measured and predicted ranks within groups, all groups together. */
  correlation: number;
}

/**
 * The order of accelerators by tokens per USD, predicted against measured; `rates` are predicted tokens per GPU and
 * second, by measurement. Of several measurements on one accelerator the best counts. A GPU-hour costs its price on
 * demand, the same for both, so that accelerators whose price is far apart are ordered easily.
 */
export function rankingOf(inputs: Inputs, rates: ReadonlyMap<string, number>): Ranking {
  const groups = [...groupsOf(inputs, rates).values()].map((group) => [...group.values()]);
  const ranked = groups
    .filter(({length}) => length > 2)
    .map((group) => [centred(group.map(({measured}) => measured)), centred(group.map(({predicted}) => predicted))]);
  const sum = (of: (a: number, b: number) => number): number =>
    ranked.reduce((all, [a, b]) => all + a!.reduce((part, x, i) => part + of(x, b![i]!), 0), 0);
  const spread = Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
  return {groups: ranked.length, correlation: sum((a, b) => a * b) / spread};
}

interface PerUsd {
  measured: number;
  predicted: number;
}

const alike = [
  ...["language_model", "uncached_length", "cached_length", "output_length", "phase"],
  ...["ttft_limit", "tpot_limit"]
] as const;

/** The best of each accelerator in tokens per USD, by what was asked of it. */
function groupsOf(inputs: Inputs, rates: ReadonlyMap<string, number>): Map<string, Map<string, PerUsd>> {
  const {keys, columns} = inputs.measurement!;
  const prices = pricesOf(inputs);
  const measured = measuredRates(inputs);
  const groups = new Map<string, Map<string, PerUsd>>();
  keys.forEach((key, row) => {
    const [accelerator, rate] = [columns.accelerator!.values[row] as string, rates.get(key) ?? NaN];
    const price = prices.get(accelerator) ?? NaN;
    if (!(price > 0 && rate > 0)) return;
    const name = alike.map((column) => columns[column]!.values[row] ?? "").join("|");
    const group = groups.get(name) ?? new Map<string, PerUsd>();
    const {measured: most = 0, predicted = 0} = group.get(accelerator) ?? {};
    const best = {measured: Math.max(most, measured[row]! / price), predicted: Math.max(predicted, rate / price)};
    groups.set(name, group.set(accelerator, best));
  });
  return groups;
}

function pricesOf(inputs: Inputs): Map<string, number> {
  const id = "accelerator.on_demand_price";
  const run = evaluate(validation, inputs, {only: [id]});
  return new Map(keysOf(run, "accelerator").map((key, row) => [key, numberAt(run, id, row, 0)]));
}

/** Ranks less their mean; equal values share the mean of their ranks. */
function centred(values: readonly number[]): number[] {
  const below = (x: number): number => values.filter((other) => other < x).length;
  const same = (x: number): number => values.filter((other) => other === x).length;
  return values.map((x) => below(x) + (same(x) - values.length) / 2);
}
