import {numberCell} from "../../components/figure/number-cell.js";
import type {TokenPrice} from "../../lib/market/token-price.js";
import type {Inputs} from "../../lib/sheet/index.js";
import {predictions, spreadOf, type Spread} from "../../components/rows/accuracy.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import type {Range} from "../../components/words/format.js";
import type {ServingQuestion} from "./explorer-controls.js";
import type {Accelerator} from "./data.js";
import type {Market} from "./market.js";

/** How measurements are spread around held-out predictions: throughputs, and mean latencies. */
export interface Spreads {
  rate: Spread;
  ttft: Spread;
  tpot: Spread;
}

/** The basis of answers: assumptions, initial prices and costs of the reference, and measurements. */
export interface Evidence {
  inputs: Inputs;
  accelerators: readonly Accelerator[];
  levels: readonly RowOf<"rental_level">[];
  market: Market;
  spreads: Spreads;
}

/** The tables behind answers. */
export interface EvidenceTables {
  accelerators: readonly Accelerator[];
  levels: readonly RowOf<"rental_level">[];
  measurements: readonly RowOf<"measurement">[];
  heldOut: readonly RowOf<"held_out">[];
}

/** The basis of answers, from the published tables. */
export function evidenceOf(
  inputs: Inputs,
  {accelerators, levels, measurements, heldOut}: EvidenceTables,
  market: Market
): Evidence {
  const rate = spreadOf(predictions(measurements, accelerators, "held_out"));
  const [ttft, tpot] = (["ttft", "tpot"] as const).map((name) => spreadOf(latencies(measurements, heldOut, name)));
  return {inputs, accelerators, levels, market, spreads: {rate, ttft: ttft!, tpot: tpot!}};
}

/** Latencies that were measured, and predicted without their model on their accelerator. */
function latencies(
  measurements: readonly RowOf<"measurement">[],
  heldOut: readonly RowOf<"held_out">[],
  name: "ttft" | "tpot"
): {measured: number; predicted: number}[] {
  const measured = new Map(measurements.map((row) => [row.key, numberIn(row, `measured_${name}`)]));
  return heldOut
    .map((row) => ({measured: measured.get(row.key) ?? NaN, predicted: numberIn(row, name)}))
    .filter(({measured: seen, predicted}) => seen > 0 && predicted > 0);
}

/**
 * Today's prices of GPU-hours on demand, of the accelerators that are traded and of the one chosen, or their costs in
 * the chain, of those that it has; or the reader's own for the one chosen.
 */
export function hoursOf(
  {accelerators, levels}: Evidence,
  {accelerator, price, basis}: ServingQuestion
): Map<string, number> {
  const offered = accelerators.filter((row) => numberIn(row, "spot_price") > 0 || row.key === accelerator);
  const rents = offered.map((row): [string, number] => [textIn(row, "key"), numberIn(row, "on_demand_price")]);
  const costs = levels.map((row): [string, number] => [textIn(row, "accelerator"), numberIn(row, "chain_cost")]);
  const prices = new Map((basis === "cost" ? costs : rents).filter(([, value]) => value > 0));
  return price === undefined ? prices : prices.set(accelerator, price);
}

/** A row of list prices as the library takes it. */
export function listPriceOf(row: RowOf<"token_price">): TokenPrice {
  return {
    seller: textIn(row, "seller"),
    model: textIn(row, "model"),
    input: numberIn(row, "input"),
    cached_input: numberCell(numberIn(row, "cached_input")),
    cache_write: numberCell(numberIn(row, "cache_write")),
    output: numberIn(row, "output"),
    from: ""
  };
}

/** A value that grows with throughput, or falls with it, with the range that measurements suggest. */
export function rangeOf(central: number, {low, high}: Spread, falls = false): Range {
  return falls
    ? {central, low: central / high, high: central / low}
    : {central, low: central * low, high: central * high};
}
