import {median} from "d3";
import {
  mixOf,
  sellerPrices,
  servingOffers,
  type SellerPrice,
  type ServingOffer
} from "../../lib/market/serving-offer.js";
import {bindingOf} from "../../lib/validation/binding.js";
import type {Answer, Way} from "../../lib/validation/explore.js";
import {frontier} from "../../lib/validation/serving-cost.js";
import {variations} from "../../lib/validation/what-if.js";
import type {CellMark} from "../../components/inspector/origin.js";
import {imported} from "../../components/load/load-error.js";
import {range} from "../../components/words/format.js";
import {bindings, timeParts} from "./binding-constraint.js";
import {hoursOf, listPriceOf, rangeOf, type Evidence, type Spreads} from "./evidence.js";
import type {ServingQuestion} from "./explorer-controls.js";
import type {ParetoPoint} from "./pareto.js";
import {measures} from "./serving-measures.js";
import {cell, partFrom, predictedFrom} from "./serving-origin.js";
import type {TimeRow} from "./time-shares.js";
import {waysWords} from "./ways-words.js";

/** An answered question with the price or cost of a GPU-hour by accelerator, in USD; missing where none is known. */
export interface Explored {
  question: ServingQuestion;
  answer: Answer;
  prices: ReadonlyMap<string, number>;
  /** The accelerators at their best, the cheapest first. */
  offers: readonly ServingOffer[];
  /** Each seller's lowest price in the mix of the requests, the lowest first. */
  sellers: readonly SellerPrice[];
  /** What a million tokens in that mix sell at: as the reader says, or the median seller's price; NaN without. */
  sold: number;
  /** What one change of the question would do to the best way on the chosen accelerator. */
  changes: ReadonlyMap<string, Way | undefined>;
  spreads: Spreads;
  /** The slowest hundredth of the times per token over their mean. */
  slack: number;
}

/** Answers a question for the chosen accelerator and for all that have a price. Throws a `LoadError`. */
export async function explored(question: ServingQuestion, evidence: Evidence): Promise<Explored> {
  const {bestWays, explore} = await imported("the inference model", () => import("../../lib/validation/explore.js"));
  const {inputs, spreads, market} = evidence;
  const prices = hoursOf(evidence, question);
  const answer = explore(inputs, question, [...prices.keys()]);
  const sellers = sellerPrices((market.get(question.language_model) ?? []).map(listPriceOf), mixOf(question));
  const sold = question.sold ?? median(sellers.map(({price}) => price)) ?? NaN;
  const slack = Number(inputs.parameter!.columns.slow_step_ratio!.values[0]);
  const offers = servingOffers(answer.best, question, {hours: prices, busy: question.busy, sold, slack});
  const changes = answer.impossible === undefined ? bestWays(inputs, variations(question)) : new Map<string, Way>();
  return {question, prices, answer, offers, sellers, sold, changes, spreads, slack};
}

/** What a GPU-hour of an accelerator that computes costs, USD; NaN where no price is known. */
export function busyHour({prices, question}: Explored, accelerator: string): number {
  return (prices.get(accelerator) ?? NaN) / question.busy;
}

/** The least speed in tokens per second that keeps the limit on time per token. */
export function leastSpeed({question, slack}: Explored): number {
  return (MS_PER_SECOND * slack) / question.tpot_limit;
}

const MS_PER_SECOND = 1000;

/** The cell of an accelerator's price of a GPU-hour; none where it is the reader's own. */
export function priceCell({question}: Explored, accelerator: string): CellMark | undefined {
  const isOwn = question.price !== undefined && accelerator === question.accelerator;
  return isOwn || question.basis === "cost" ? undefined : cell(`accelerator[${accelerator}].on_demand_price`);
}

/** The ways of serving on the chosen accelerator as points of the chart; none where the measure has no value. */
export function paretoPoints(explored: Explored): ParetoPoint[] {
  const {question, answer, spreads} = explored;
  const measure = measures[question.measure];
  const price = busyHour(explored, question.accelerator);
  const line = new Set(frontier(answer.ways));
  const rent = priceCell(explored, question.accelerator);
  const best = answer.best.get(question.accelerator);
  return answer.ways
    .map((way) => ({
      speed: way.user_rate,
      value: measure.value(way, price),
      binds: bindings[bindingOf(way)].name,
      frontier: line.has(way),
      feasible: way.feasible === 1,
      best: best !== undefined && isSame(way, best),
      words:
        `${waysWords(way)}\n${range(rangeOf(way.user_rate, spreads.tpot, true))} tokens per second per user, ` +
        `${range(rangeOf(way.output_rate, spreads.rate))} per GPU\nbottleneck: ${bindings[bindingOf(way)].name}`,
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

function isSame(a: Way, b: Way): boolean {
  return (["tensor", "stages", "ranks", "batch", "disaggregated"] as const).every((column) => a[column] === b[column]);
}
