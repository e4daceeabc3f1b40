import type {Inputs} from "../../lib/sheet/index.js";
import {explore, type Answer, type Way} from "../../lib/validation/explore.js";
import {blendedCost, frontier} from "../../lib/validation/serving-cost.js";
import {predictions, spreadOf, type Spread} from "../../components/rows/accuracy.js";
import {bindingOf, timeParts} from "./binding-constraint.js";
import type {ParetoPoint} from "./pareto.js";
import type {TimeRow} from "./time-shares.js";
import type {ServingQuestion} from "./explorer-controls.js";
import {amount, range, share, type Range} from "../../components/words/format.js";
import {numberIn} from "../../components/rows/row-values.js";
import type {CellMark} from "../../components/inspector/origin.js";
import {measures} from "./serving-measures.js";
import {cell, partFrom, predictedFrom} from "./serving-origin.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** An answered question with the price of a GPU-hour by accelerator, in USD; missing where none is known. */
export interface Explored {
  question: ServingQuestion;
  answer: Answer;
  prices: ReadonlyMap<string, number>;
  spreads: Spreads;
  /** The slowest hundredth of the times per token over their mean. */
  slack: number;
}

/** How what was measured lay around predictions of what was not fitted: throughputs, and mean latencies. */
export interface Spreads {
  rate: Spread;
  ttft: Spread;
  tpot: Spread;
}

/** What answers are made of: assumptions, the accelerators of one scenario, and what measurements say. */
export interface Evidence {
  inputs: Inputs;
  accelerators: readonly RowOf<"accelerator">[];
  spreads: Spreads;
}

/** What answers are made of, from the published tables. */
export function evidenceOf(
  inputs: Inputs,
  accelerators: readonly RowOf<"accelerator">[],
  measurements: readonly RowOf<"measurement">[],
  heldOut: readonly RowOf<"held_out">[]
): Evidence {
  const rate = spreadOf(predictions(measurements, accelerators, "held_out"));
  const [ttft, tpot] = (["ttft", "tpot"] as const).map((name) => spreadOf(latencies(measurements, heldOut, name)));
  return {inputs, accelerators, spreads: {rate, ttft: ttft!, tpot: tpot!}};
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

/** Answers a question for the chosen accelerator and for all that have a price. */
export function explored(question: ServingQuestion, {inputs, accelerators, spreads}: Evidence): Explored {
  const prices = pricesOf(accelerators, question);
  return {
    question,
    prices,
    answer: explore(inputs, question, [...prices.keys()]),
    spreads,
    slack: Number(inputs.parameter!.columns.slow_step_ratio!.values[0])
  };
}

/** The least speed in tokens per second that keeps the limit on time per token. */
export function leastSpeed({question, slack}: Explored): number {
  return (MS_PER_SECOND * slack) / question.tpot_limit;
}

const MS_PER_SECOND = 1000;

/** A value that grows with throughput, or falls with it, with the range that measurements suggest. */
export function rangeOf(central: number, {low, high}: Spread, falls = false): Range {
  return falls
    ? {central, low: central / high, high: central / low}
    : {central, low: central * low, high: central * high};
}

/**
 * Today's on-demand prices of GPU-hours, of the accelerators that are traded and of the one chosen: as the model has
 * them, or the reader's own for that.
 */
function pricesOf(
  accelerators: readonly RowOf<"accelerator">[],
  {accelerator, price}: ServingQuestion
): Map<string, number> {
  const offered = accelerators.filter((row) => numberIn(row, "spot_price") > 0 || row.key === accelerator);
  const known = offered.map((row): [string, number] => [row.key, numberIn(row, "on_demand_price")]);
  const prices = new Map(known.filter(([, value]) => value > 0));
  return price === undefined ? prices : prices.set(accelerator, price);
}

/** The cell of an accelerator's price of a GPU-hour; none where it is the reader's own. */
export function priceCell({question}: Explored, accelerator: string): CellMark | undefined {
  const isOwn = question.price !== undefined && accelerator === question.accelerator;
  return isOwn ? undefined : cell(`accelerator[${accelerator}].on_demand_price`);
}

/** The ways of serving on the chosen accelerator as points of the chart; none where the measure has no value. */
export function paretoPoints(explored: Explored): ParetoPoint[] {
  const {question, answer, prices, spreads} = explored;
  const measure = measures[question.measure];
  const price = prices.get(question.accelerator) ?? NaN;
  const line = new Set(frontier(answer.ways));
  const rent = priceCell(explored, question.accelerator);
  const best = answer.best.get(question.accelerator);
  return answer.ways
    .map((way) => ({
      speed: way.user_rate,
      value: measure.value(way, price),
      binds: bindingOf(way).name,
      frontier: line.has(way),
      feasible: way.feasible === 1,
      best: best !== undefined && isSame(way, best),
      words:
        `${waysWords(way)}\n${range(rangeOf(way.user_rate, spreads.tpot, true))} tokens per second a user, ` +
        `${range(rangeOf(way.output_rate, spreads.rate))} per GPU\nbound by ${bindingOf(way).name}`,
      origin: predictedFrom(question.language_model, way, question.measure, rent),
      ofSpeed: predictedFrom(question.language_model, way, "user_rate")
    }))
    .filter(({value}) => Number.isFinite(value));
}

/** Where a token's time goes at some points of the frontier, quickest for the user first, and at the best of them. */
export function timeRows({question, answer}: Explored, count = 8): TimeRow[] {
  const best = answer.best.get(question.accelerator);
  const line = frontier(answer.ways);
  const step = Math.max(1, (line.length - 1) / (count - 1));
  const shown = new Set(Array.from({length: Math.min(count, line.length)}, (_, i) => line[Math.round(i * step)]!));
  return line
    .filter((way) => shown.has(way) || (best && isSame(way, best)))
    .map((way) => ({
      label: waysWords(way),
      total: `${way.tpot.toPrecision(3)} ms`,
      parts: timeParts(way).map((part) => ({...part, origin: partFrom(question.language_model, way, part)})),
      bold: best !== undefined && isSame(way, best)
    }));
}

/** What the chosen accelerator does at its best, in words. */
export function bestInWords({question, answer, prices, spreads}: Explored, name: string): string {
  const best = answer.best.get(question.accelerator);
  if (answer.impossible !== undefined) return `No accelerator can serve this: ${answer.impossible}.`;
  if (!best)
    return answer.ways.length === 0
      ? `The model does not fit into the memory of ${question.accelerators} ${name}.`
      : `No way of serving on ${name} keeps these limits.`;
  const price = prices.get(question.accelerator);
  const cost = price === undefined ? NaN : blendedCost(best, price);
  const money = Number.isFinite(cost)
    ? `At ${amount(price!, "USD")} a GPU-hour, a million tokens in the mix of the requests cost ` +
      `${range(rangeOf(cost, spreads.rate, true), "USD")}.`
    : "No price of its GPU-hour is known: type one to see costs.";
  return (
    `On ${name} the best way within the limits is ` +
    `${waysWords(best)}: ${range(rangeOf(best.output_rate, spreads.rate))} output tokens per second and GPU, ` +
    `${range(rangeOf(best.user_rate, spreads.tpot, true))} for each user, the first after ` +
    `${range(rangeOf(best.ttft, spreads.ttft), "ms")}, mostly bound by ${bindingOf(best).name}. ${money}`
  );
}

/** The mix of a request's tokens, in words. */
export function mixInWords({input_length, cached_share, output_length}: ServingQuestion): string {
  const all = input_length + output_length;
  const input = share((input_length * (1 - cached_share)) / all);
  const cached = share((input_length * cached_share) / all);
  return `${input} input, ${cached} cached input and ${share(output_length / all)} output`;
}

/** How a way serves, in words. */
export function waysWords({replica, tensor, ranks, batch, disaggregated}: Way): string {
  const split = tensor > 1 ? ", matrices split" : ranks > 1 ? ", experts split" : "";
  const apart = disaggregated === 1 ? ", prefill apart" : "";
  return `batch ${batch} on ${replica} GPU${replica > 1 ? "s" : ""}${split}${apart}`;
}

function isSame(a: Way, b: Way): boolean {
  return (["tensor", "stages", "ranks", "batch", "disaggregated"] as const).every((column) => a[column] === b[column]);
}
