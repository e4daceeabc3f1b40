import {
  measuredColumns,
  measuresOf,
  projectModel,
  termsOfRun,
  vary,
  type Measure,
  type ProjectInputs
} from "../finance/index.js";
import {evaluateScenario} from "../model/index.js";
import {drawInputs, type DrawnInputs, type Study} from "../uncertainty/index.js";
import {scenarioAt, type Sweep} from "./resolve.js";
import {investmentInputs, isTerm} from "./investment-terms.js";
import type {Group, GroupRuns} from "./group-runs.js";

/** A cluster as an investment, simulated in a sheet of one row per group. */
export class Investments implements Group {
  private readonly inputs: ProjectInputs;
  private readonly drawn: DrawnInputs;

  constructor(
    readonly sweep: Sweep,
    group: number
  ) {
    this.inputs = termsAt(sweep, group);
    this.drawn = drawInputs(projectModel, investmentStudy(sweep, this.inputs));
  }

  run(from: number, to: number): GroupRuns {
    const {headline} = this.sweep;
    const {drivers} = this.drawn;
    const drawn = this.drawn.values(from, to);
    const values = new Float64Array(headline.length * (to - from));
    for (let start = 0; start < to - from; start += BLOCK) {
      const count = Math.min(BLOCK, to - from - start);
      const samples = drivers.map(
        ({column}, i) => [nameOf(column), [...drawn[i]!.subarray(start, start + count)]] as const
      );
      const measured = measuresOf(vary(this.inputs, Object.fromEntries(samples)), headline.map(measureOf), count);
      measured.forEach((draws, i) => values.set(draws, i * (to - from) + start));
    }
    return {values, drivers, drawn};
  }
}

/** Draws that run at once; a constant block keeps memory from growing with their number. */
const BLOCK = 256;

function nameOf(column: string): string {
  return column.replace(/^project\./, "");
}

function measureOf({column}: {column: string}): Measure {
  return column as Measure;
}

function investmentStudy({spec, draws}: Sweep, columns: ProjectInputs): Study {
  const inputs = {project: {keys: ["project"], columns: spec.sampler === "central" ? certain(columns) : columns}};
  const spread = spec.sampler === "central" ? "random" : spec.sampler;
  return {
    inputs,
    months: 1,
    start: "2026-12",
    design: {spread, draws, seed: spec.seed},
    correlations: [],
    outputs: measuredColumns,
    at: [0],
    series: []
  };
}

function certain(columns: ProjectInputs): ProjectInputs {
  return Object.fromEntries(Object.entries(columns).map(([name, {values}]) => [name, {values}]));
}

function termsAt(sweep: Sweep, group: number): ProjectInputs {
  const {base, spec} = sweep;
  const scenario = scenarioAt(sweep, group);
  const ofChain = {...scenario, overrides: scenario.overrides.filter((override) => !isTerm(override))};
  const {run} = evaluateScenario(base.chain, ofChain, {months: spec.months ?? scenario.months});
  return investmentInputs(termsOfRun(run, {project_default: base.defaults}), scenario.overrides);
}
