import {evaluate, startOf, type Inputs, type InputValues, type Run} from "../sheet/index.js";
import {quantiles, sample} from "../uncertainty/index.js";
import {cover, type Cover} from "./dscr.js";
import {levelised} from "./levelised.js";
import {monthlyRate, npv} from "./npv.js";
import {moic, payback} from "./payback.js";
import {projectModel} from "./project.js";
import {set, type ProjectInputs} from "./project-inputs.js";
import {returnOf, type Return} from "./returns.js";

/** What an investor asks of a project. Rates are real, a year; money is USD of 2026. */
export interface Appraisal {
  /** The rates at which the owners' cash flow is worth nothing: one for an ordinary project, none, or several. */
  irr: number[];
  /** Why there is none; empty where there is one. */
  no_irr: string;
  /** The same without a loan. */
  unlevered_irr: number[];
  no_unlevered_irr: string;
  /** Owners' cash flow at the cost of equity. */
  npv: number;
  /** Cash flow without a loan, at the cost of capital. */
  unlevered_npv: number;
  moic: number;
  /** Years from the first payment until owners have their money back. */
  payback: number;
  discounted_payback: number;
  /** Years of the long contract's earnings, before tax and loan, that return all purchases. */
  contract_payback: number;
  /** The same for the hardware alone. */
  hardware_payback: number;
  /** By month. */
  cover: Cover;
  /** USD/GPU-hour: the constant price that pays for the project before tax, at the cost of capital. */
  levelised_cost: number;
  /** The most that owners have paid in by any month, USD. */
  owners_money: number;
}

/** The measures of which a range or a table of variants may be made. */
export const measures = ["irr", "unlevered_irr", "npv", "unlevered_npv"] as const;
export type Measure = (typeof measures)[number];

/** Runs a project, in as many variants as its inputs have draws; all of its columns, or what some of them need. */
export function runProject(inputs: ProjectInputs, draws = 1, only?: readonly string[]): Run {
  const months = monthsOf(inputs);
  return evaluate(projectModel, wrap(planned(inputs, draws, months)), {draws, months, ...(only && {only})});
}

/** The runs behind an appraisal, in the same months. */
export interface ProjectRuns {
  /** The first run, without loan or early sale, which finds what the others must know of all months beforehand. */
  plan: Run;
  run: Run;
  /** The project without its loan. */
  unlevered: Run;
}

/** Runs a project in all columns and at least so many months; after it is sold, months are empty. */
export function projectRuns(inputs: ProjectInputs, least = 0): ProjectRuns {
  const months = Math.max(least, monthsOf(inputs));
  const known = planned(inputs, 1, months);
  const [plan, run, withoutLoan] = [inputs, known, unlevered(known)].map((each) =>
    evaluate(projectModel, wrap(each), {months})
  ) as [Run, Run, Run];
  return {plan, run, unlevered: withoutLoan};
}

/**
 * The inputs with what must be known of all months before the first: the debt that contracted cash repays, and what the
 * cluster brings when it is sold at the best time. Neither depends on the loan or on an early sale, so a first run of
 * the sheet without them gives both in its last month, and no search is needed.
 */
function planned(inputs: ProjectInputs, draws: number, months: number): ProjectInputs {
  const run = evaluate(projectModel, wrap(inputs), {
    draws,
    months,
    only: solvedTerms.map(([, column]) => `project.${column}`)
  });
  const found = solvedTerms.map(([term, column]): [string, InputValues] => {
    const samples = Float64Array.from({length: draws}, (_, draw) => monthly(run, column, draw).at(-1)!);
    return [term, {values: [samples[0]!], ...(draws > 1 && {samples})}];
  });
  return {...inputs, ...Object.fromEntries(found)};
}

/** Terms that a first run finds, each the last month's value of a column. */
export const solvedTerms = [
  ["debt_capacity", "sized_debt"],
  ["best_sale", "best"]
] as const;

/** The columns that measures are made of. */
const measurable = ["project.owners_cash_flow", "project.cost_of_equity", "project.discount_rate"];

/** The same project without its loan. */
export function unlevered(inputs: ProjectInputs): ProjectInputs {
  return set(inputs, {debt_share: 0});
}

/** All columns that measures depend on: those that they are made of, and those of the first run. */
export const measuredColumns: readonly string[] = [
  ...measurable,
  ...solvedTerms.map(([, column]) => `project.${column}`)
];

/** A column of a run by month, in the unit of the column. */
export function monthly(run: Run, column: string, draw = 0): number[] {
  const columnCells = run.cells.get(`project.${column}`)!;
  return Array.from({length: run.months}, (_, month) => columnCells.cells[startOf(columnCells, month) + draw]!);
}

/** A project's returns, paybacks and cover, from its inputs. */
export function appraise(inputs: ProjectInputs): Appraisal {
  return appraiseRuns(runProject(inputs), runProject(unlevered(inputs)));
}

/** The same from its run and its run without a loan. */
export function appraiseRuns(run: Run, withoutLoan: Run): Appraisal {
  const owners = monthly(run, "owners_cash_flow");
  const rate = rateOf(run, "npv");
  const [levered, unleveredReturn] = [owners, monthly(withoutLoan, "owners_cash_flow")].map(returnOf) as [
    Return,
    Return
  ];
  return {
    irr: levered.rates,
    no_irr: levered.reason,
    unlevered_irr: unleveredReturn.rates,
    no_unlevered_irr: unleveredReturn.reason,
    npv: measured(run, "npv"),
    unlevered_npv: measured(withoutLoan, "unlevered_npv"),
    moic: moic(owners),
    payback: payback(owners) / 12,
    discounted_payback: payback(owners, rate) / 12,
    contract_payback: paybackOf(run, "investment"),
    hardware_payback: paybackOf(run, "hardware_cost"),
    cover: coverOf(run),
    levelised_cost: levelisedCost(run),
    owners_money: -Math.min(0, ...cumulative(owners))
  };
}

/** A measure of a project in each of its variants; NaN where there is no single rate. */
export function measure(inputs: ProjectInputs, name: Measure, draws = 1): number[] {
  return measuresOf(inputs, [name], draws)[0]!;
}

/** Measures of a project in each of its variants, measure by measure; NaN where there is no single rate. */
export function measuresOf(inputs: ProjectInputs, names: readonly Measure[], draws = 1): number[][] {
  const isUnlevered = (name: Measure): boolean => name.startsWith("unlevered");
  const run = names.every(isUnlevered) ? undefined : runProject(inputs, draws, measurable);
  const withoutLoan = names.some(isUnlevered) ? runProject(unlevered(inputs), draws, measurable) : undefined;
  return names.map((name) =>
    Array.from({length: draws}, (_, draw) => measured((isUnlevered(name) ? withoutLoan : run)!, name, draw))
  );
}

function measured(run: Run, name: Measure, draw = 0): number {
  const flows = monthly(run, "owners_cash_flow", draw);
  return name.endsWith("irr") ? only(returnOf(flows).rates) : npv(rateOf(run, name, draw), flows);
}

/** The rate a month at which owners discount, or all who pay for the project. */
function rateOf(run: Run, name: Measure, draw = 0): number {
  return monthlyRate(monthly(run, name === "npv" ? "cost_of_equity" : "discount_rate", draw)[0]!);
}

/** The single return of a project, NaN where there is none or more than one. */
export function only(rates: readonly number[]): number {
  return rates.length === 1 ? rates[0]! : NaN;
}

/** Sums so far. */
export function cumulative(amounts: readonly number[]): number[] {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
}

/** A measure over draws of a project's uncertain terms, and how often it is as the owners want it. */
export interface Spread {
  measure: Measure;
  low: number;
  median: number;
  high: number;
  /** Share of draws without a single return. */
  without: number;
  /** Share of draws in which it is negative or has no value. */
  loss: number;
}

/**
 * The 5 to 95 % ranges of the measures over `draws` of all uncertain terms, independent of each other. A draw without a
 * return counts as less than any return.
 */
export function spreads(inputs: ProjectInputs, draws: number, seed: number): Spread[] {
  const steps = spreadsInSteps(inputs, draws, seed);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

/** The same in steps of 32 draws, between which a page can respond. */
export function* spreadsInSteps(inputs: ProjectInputs, draws: number, seed: number): Generator<void, Spread[]> {
  const sampled = sample(projectModel, wrap(inputs), [...projectModel.columns.keys()], {spread: "latin", draws, seed})
    .project!.columns;
  const found = measures.map((): number[] => []);
  for (let from = 0; from < draws; from += STEP) {
    const count = Math.min(STEP, draws - from);
    const values = measuresOf(partOf(sampled, from, count), measures, count);
    for (const [i, own] of values.entries()) found[i]!.push(...own);
    yield;
  }
  return measures.map((name, i) => spreadOf(name, found[i]!));
}

const STEP = 32;

/** Some of the draws of a project's inputs; a value that is certain is the same in all. */
function partOf(sampled: ProjectInputs, from: number, count: number): ProjectInputs {
  const parts = Object.entries(sampled).map(([name, {samples, ...column}]): [string, InputValues] => [
    name,
    {...column, ...(samples && {samples: samples.slice(from, from + count)})}
  ]);
  return Object.fromEntries(parts);
}

function spreadOf(name: Measure, values: readonly number[]): Spread {
  const known = Float64Array.from(values, (value) => (Number.isNaN(value) ? -Infinity : value));
  const [low, median, high] = quantiles(known, [0.05, 0.5, 0.95]) as [number, number, number];
  return {
    measure: name,
    low,
    median,
    high,
    without: values.filter(Number.isNaN).length / values.length,
    loss: known.filter((value) => value < 0).length / values.length
  };
}

/** Years of the long contract's earnings, at their mean, that return a cost; NaN without a contract. */
function paybackOf(run: Run, cost: "investment" | "hardware_cost"): number {
  const contracted = monthly(run, "contracted");
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const earned = sum(monthly(run, "ebitda").map((earnings, month) => earnings * contracted[month]!));
  return earned > 0 ? (monthly(run, cost)[0]! * sum(contracted)) / (12 * earned) : NaN;
}

/** The covenant is tested from the opening on: until then owners pay the interest. */
function coverOf(run: Run): Cover {
  const operating = monthly(run, "operating");
  const service = monthly(run, "debt_service").map((due, month) => (operating[month]! > 0 ? due : 0));
  return cover(monthly(run, "cash_available"), service, monthly(run, "minimum_dscr")[0]!);
}

/** Before tax and payment terms, and before overhead, which follows the price. */
function levelisedCost(run: Run): number {
  const purchases = monthly(run, "purchases");
  const sale = monthly(run, "sale");
  const kept = 1 - monthly(run, "neocloud_overhead")[0]!;
  return levelised(
    monthly(run, "cost_before_overhead").map((cost, month) => cost + purchases[month]! - sale[month]!),
    monthly(run, "sold_hours").map((hours) => hours * kept),
    rateOf(run, "unlevered_npv")
  );
}

function wrap(inputs: ProjectInputs): Inputs {
  return {project: {keys: ["project"], columns: inputs}};
}

/** From the first payment to the last customer's, in the longest variant. */
function monthsOf(inputs: ProjectInputs): number {
  const greatest = (name: string): number => {
    const {values, samples} = inputs[name]!;
    return samples ? samples.reduce((most, value) => Math.max(most, value), 0) : Number(values[0]);
  };
  return Math.ceil(greatest("build_time")) + Math.ceil(12 * greatest("accelerator_life")) + 2;
}
