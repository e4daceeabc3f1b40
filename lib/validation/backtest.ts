import {log} from "../sheet/logarithm.js";
import type {BacktestFact, Measure} from "../model/backtest-fact.js";
import {InputError, monthsOf, numberAt, parseUnit, resolve, type Run, type TableInput} from "../sheet/index.js";
import {commensurable} from "../sheet/unit.js";
import {outputOf, prepare, type Correlation, type Study} from "../uncertainty/index.js";
import {design} from "../uncertainty/design.js";
import {agreement, bandIn, centralRange, textIn} from "./published-band.js";

/** A run from a month in the past, and what was published of the months after. */
export interface Backtest {
  run: Run;
  /** The table `backtest_fact`. */
  facts: TableInput;
  correlations: readonly Correlation[];
  draws?: number;
}

/** A published figure beside what the back-test says, and beside a forecast that nothing changes. */
export interface BacktestRow extends Omit<BacktestFact, "published"> {
  id: string;
  predicted: number;
  /** 5th and 95th percentile of the prediction, over draws of all uncertain assumptions. */
  predicted_low: number;
  predicted_high: number;
  published: number | null;
  /** What it would be if the first month went on. */
  unchanged: number;
  /** Predicted over published, or over the middle of the band, less 1. */
  miss: number;
  inside: boolean;
  covered: boolean;
  /** Whether the prediction is nearer to what is published than `unchanged`. */
  nearer: boolean;
  sources: readonly string[];
  note: string;
}

/**
 * Every published figure beside what the back-test says. Throws an `InputError` for a cell, month or unit that it does
 * not have.
 */
export function backtest({run, facts, correlations, draws = 1024}: Backtest): BacktestRow[] {
  const rows = facts.keys.map((_, row) => factOf(run, facts, row));
  const drawn = drawnOf(run, rows, correlations, draws);
  return rows.map((fact, row) => rowOf(run, facts, row, fact, drawn(fact)));
}

/** A fact's cell, its months in the run and the scale that brings the cell to the published unit. */
interface Fact {
  cell: string;
  measure: Measure;
  first: number;
  last: number;
  scale: number;
}

function factOf(run: Run, facts: TableInput, i: number): Fact {
  const cell = textIn(facts, "cell", i);
  const measure = textIn(facts, "measure", i) as Measure;
  const {place} = facts.columns.low!.provenance![i]!;
  const {column} = resolve(run, cell, place);
  const unit = parseUnit(textIn(facts, "unit", i));
  if (measure === "level" && !commensurable(unit, column.unit))
    throw new InputError(`${place}: ${cell}: ${unit.text} does not go with the model's ${column.unit.text}`);
  const scale = measure === "level" ? column.unit.scale / unit.scale : 1;
  return {cell, measure, first: monthIn(run, facts, "from", i), last: monthIn(run, facts, "until", i), scale};
}

function monthIn(run: Run, facts: TableInput, name: "from" | "until", i: number): number {
  const text = textIn(facts, name, i);
  const month = monthsOf(text) - monthsOf(run.start);
  if (month >= 0 && month < run.months) return month;
  const {place} = facts.columns.low!.provenance![i]!;
  throw new InputError(`${place}: ${name}: ${text} is not among the ${run.months} months from ${run.start}`);
}

/** What a measure says of a course of values, from its first to its last month. */
function measured(measure: Measure, course: readonly number[]): number {
  if (measure === "level") return course.at(-1)!;
  if (measure === "growth") return course.at(-1)! / course[0]!;
  return measure === "volatility" ? volatility(course) : drawdown(course);
}

/** Yearly standard deviation of monthly changes in logarithms. */
function volatility(course: readonly number[]): number {
  const changes = course.slice(1).map((value, i) => log(value / course[i]!));
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const squares = changes.reduce((sum, change) => sum + (change - mean) * (change - mean), 0);
  return Math.sqrt((12 * squares) / (changes.length - 1));
}

/** Greatest fall from a peak, as a share of it, negative. */
function drawdown(course: readonly number[]): number {
  return Math.min(...course.map((value, i) => value / Math.max(...course.slice(0, i + 1)) - 1));
}

/** The prediction of a fact in every draw. */
function drawnOf(
  {model, inputs, start}: Run,
  facts: readonly Fact[],
  correlations: readonly Correlation[],
  draws: number
): (fact: Fact) => number[] {
  const outputs = [...new Set(facts.map(({cell}) => cell))];
  const at = Array.from({length: Math.max(...facts.map(({last}) => last)) + 1}, (_, month) => month);
  const study: Study = {
    inputs,
    months: at.length,
    start,
    design: {...design, draws},
    correlations,
    outputs,
    at,
    series: []
  };
  const drawn = prepare(model, study).run(0, draws);
  return ({cell, measure, first, last, scale}) => {
    const courses = at.slice(first, last + 1).map((month) => outputOf(study, drawn, cell, month));
    return Array.from({length: draws}, (_, i) => {
      return measured(
        measure,
        courses.map((values) => values[i]! * scale)
      );
    });
  };
}

function rowOf(run: Run, facts: TableInput, i: number, fact: Fact, draws: readonly number[]): BacktestRow {
  const {cell, measure, first, last, scale} = fact;
  const {column, row} = resolve(run, cell);
  const courseFrom = (from: number): number[] =>
    Array.from({length: last - from + 1}, (_, k) => numberAt(run, column.id, row, from + k) * scale);
  const band = bandIn(facts, i);
  const predicted = measured(measure, courseFrom(first));
  const unchanged = measure === "level" ? courseFrom(0)[0]! : measure === "growth" ? 1 : 0;
  const central = band.published ?? Math.sqrt(band.low * band.high);
  const range = centralRange(draws);
  return {
    id: facts.keys[i]!,
    quantity: textIn(facts, "quantity", i),
    ...{cell, measure, from: textIn(facts, "from", i), until: textIn(facts, "until", i)},
    unit: textIn(facts, "unit", i),
    ...{predicted, predicted_low: range[0], predicted_high: range[1], ...band, unchanged},
    miss: predicted / central - 1,
    ...agreement(predicted, range, band),
    nearer: distance(predicted, central) < distance(unchanged, central),
    explanation: textIn(facts, "explanation", i),
    sources: facts.columns.low!.provenance![i]!.sources,
    note: facts.columns.low!.provenance![i]!.note
  };
}

/** How far a value is off, in logarithms; as a share where a sign or a zero has no logarithm. */
function distance(value: number, central: number): number {
  return value / central > 0 ? Math.abs(log(value / central)) : Math.abs(value / central - 1);
}
