import {
  irr,
  monthlyRate,
  npv,
  only,
  projectModel,
  set,
  termsOfRun,
  yearlyRate,
  type Measure,
  type ProjectInputs
} from "../finance/index.js";
import {evaluateScenario} from "../model/index.js";
import {prepare, type PreparedStudy, type Study} from "../uncertainty/index.js";
import {scenarioAt, type Output, type Sweep} from "./resolve.js";
import {investmentInputs, isTerm} from "./investment-terms.js";
import type {Group, GroupRuns} from "./group-runs.js";

/** A cluster as an investment: a sheet of one row, of which each group has one. */
export class Investments implements Group {
  private readonly runs: readonly {study: Study; prepared: PreparedStudy}[];

  constructor(
    readonly sweep: Sweep,
    group: number
  ) {
    const inputs = termsAt(sweep, group);
    const free = sweep.headline.some(({column}) => column.startsWith("unlevered"));
    this.runs = [inputs, ...(free ? [set(inputs, {debt_share: 0})] : [])].map((terms) => {
      const study = investmentStudy(sweep, terms);
      return {study, prepared: prepare(projectModel, study)};
    });
  }

  run(from: number, to: number): GroupRuns {
    const {headline} = this.sweep;
    const values = new Float64Array(headline.length * (to - from));
    const results = this.runs.map(({study, prepared}) => ({study, values: prepared.run(from, to).values}));
    headline.forEach((output, i) => {
      const result = results[output.column.startsWith("unlevered") ? results.length - 1 : 0]!;
      for (let run = 0; run < to - from; ++run)
        values[i * (to - from) + run] = measured(output, result.values, result.study.at.length, run, to - from);
    });
    const {prepared} = this.runs[0]!;
    return {values, drivers: prepared.drivers, drawn: prepared.values(from, to)};
  }
}

const flows = ["project.owners_cash_flow", "project.cost_of_equity", "project.discount_rate"];

function investmentStudy({spec, draws}: Sweep, columns: ProjectInputs): Study {
  const inputs = {project: {keys: ["project"], columns: spec.sampler === "central" ? certain(columns) : columns}};
  const months = monthsOf(columns);
  const spread = spec.sampler === "central" ? "random" : spec.sampler;
  const at = Array.from({length: months}, (_, month) => month);
  return {
    inputs,
    months,
    start: "2026-12",
    design: {spread, draws, seed: spec.seed},
    correlations: [],
    outputs: flows,
    at,
    series: []
  };
}

function certain(columns: ProjectInputs): ProjectInputs {
  return Object.fromEntries(Object.entries(columns).map(([name, {values}]) => [name, {values}]));
}

/** From the first payment to the last customer's, at the upper end of the uncertain terms. */
function monthsOf(columns: ProjectInputs): number {
  const greatest = (name: string): number => {
    const {values, provenance} = columns[name]!;
    return Math.max(Number(values[0]), provenance?.[0]?.high ?? 0);
  };
  return Math.ceil(greatest("build_time")) + Math.ceil(12 * greatest("accelerator_life")) + 2;
}

function measured({column}: Output, values: Float64Array, months: number, run: number, runs: number): number {
  const name = column as Measure;
  const path = (output: number): number[] =>
    Array.from({length: months}, (_, month) => values[(output * months + month) * runs + run]!);
  const cash = path(0);
  if (name.endsWith("irr")) return only(irr(cash).map(yearlyRate));
  return npv(monthlyRate(path(name === "npv" ? 1 : 2)[0]!), cash);
}

function termsAt(sweep: Sweep, group: number): ProjectInputs {
  const {base, spec} = sweep;
  const scenario = scenarioAt(sweep, group);
  const ofChain = {...scenario, overrides: scenario.overrides.filter((override) => !isTerm(override))};
  const {run} = evaluateScenario(base.chain, ofChain, {months: spec.months ?? scenario.months});
  return investmentInputs(termsOfRun(run, {project_default: base.defaults}), scenario.overrides);
}
