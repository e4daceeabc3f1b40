import type {PublishedTable} from "../../lib/export/published.js";
import {headlineColumns, type RangedRun} from "../../lib/export/results.js";
import {
  correlationTable,
  driverTable,
  drawTable,
  quantileTable,
  sensitivityTable,
  seriesColumns,
  swingTable
} from "../../lib/export/uncertainty.js";
import {design} from "../../lib/uncertainty/design.js";
import {
  drawInputs,
  driversOf,
  groupings,
  indicesIn,
  notableDrivers,
  ranges,
  SOBOL_ROWS,
  swapped,
  swingsIn,
  type OutputIndices,
  type OutputSwings,
  type Study
} from "../../lib/uncertainty/index.js";
import {runStudy, type ParallelOptions, type StudyResult} from "./parallel.js";
import type {Project} from "./project.js";
import type {ScenarioRun} from "../../lib/model/index.js";

export {design};

/** A scenario's run with the results of its draws. */
export interface DrawnRun {
  one: ScenarioRun;
  study: Study;
  result: StudyResult;
}

/** Draws a scenario's uncertain inputs: headline figures in every month, and the requested series. */
export function drawScenario(
  project: Project,
  one: ScenarioRun,
  {series = [], ...changes}: Partial<Study> = {},
  options?: ParallelOptions
): DrawnRun {
  const {run, scenario} = one;
  const {inputs} = run;
  const study: Study = {
    inputs,
    formulas: scenario.formulas,
    months: run.months,
    start: run.start,
    design,
    correlations: project.correlations,
    outputs: headlineColumns,
    at: Array.from({length: run.months}, (_, month) => month),
    series,
    ...changes
  };
  return {one, study, result: runStudy(scenario.model, run.model, study, options)};
}

/** A run with the ranges of its headline figures. */
export function withRanges({one: {scenario, run}, study, result}: DrawnRun): RangedRun {
  return {scenario: scenario.name, run, ranges: ranges(study, result.draws)};
}

/** The columns whose counts the published tables need, for one scenario. */
export function publishedSeries({run}: ScenarioRun): string[] {
  return seriesColumns(run.model);
}

/** All tables on a scenario's uncertainty. */
export function uncertaintyTables(project: Project, {one, study, result}: DrawnRun): PublishedTable[] {
  const {model} = one.run;
  const found = sensitivity(project, one, {outputs: headlineColumns, at: bothEnds(study.months)});
  const values = drawInputs(model, study).values(0, study.design.draws);
  const kept = result.drivers.flatMap((driver, i) =>
    found.notable.has(driver.cell) ? [{driver, values: values[i]!}] : []
  );
  return [
    driverTable({model, inputs: study.inputs, drivers: result.drivers}),
    drawTable(
      {model, study, draws: result.draws, drivers: kept.map(({driver}) => driver)},
      kept.map((one) => one.values)
    ),
    quantileTable({model, study, sketches: result.sketches}),
    swingTable({study, swings: found.swings}),
    sensitivityTable({study, indices: found.indices}),
    correlationTable(project.correlations)
  ];
}

export interface SensitivityOptions extends ParallelOptions {
  /** Columns (`table.column`) of tables of one row. */
  outputs: readonly string[];
  /** Months to analyse. */
  at: readonly number[];
  /** Rows of Saltelli's matrices; a power of two spreads them best. */
  rows?: number;
  seed?: number;
}

/** The influences on some outputs of a scenario: swings of all drivers, and Sobol' indices of the notable ones. */
export interface Sensitivity {
  swings: OutputSwings[];
  indices: OutputIndices[];
  /** The cells of drivers that are among the most influential for some output. */
  notable: ReadonlySet<string>;
}

/** Varies the drivers of some outputs one at a time, and computes Sobol' indices of the most influential ones. */
export function sensitivity(
  project: Project,
  one: ScenarioRun,
  {outputs, at, rows = SOBOL_ROWS, seed = design.seed, ...options}: SensitivityOptions
): Sensitivity {
  const {model, inputs, months} = one.run;
  const ends = bothEnds(months);
  const swings = swingsOf(project, one, {outputs, at: [...new Set([...ends, ...at])]});
  const screened = swings.filter(({month}) => ends.includes(month));
  const grouped = groupings({model, inputs}, driversOf(model, inputs, outputs), screened, project.correlations);
  const {study, result} = drawScenario(
    project,
    one,
    {
      design: {spread: "sobol", draws: rows, seed},
      scheme: {kind: "swaps", factors: swapped(grouped)},
      outputs,
      at,
      months: Math.max(...at) + 1
    },
    options
  );
  return {
    swings: swings.filter(({month}) => at.includes(month)),
    indices: indicesIn(study, grouped, result.draws),
    notable: notableDrivers(screened)
  };
}

/** Each driver's swings of the headline figures in a scenario's first month, and the drivers. */
export function swingTables(project: Project, one: ScenarioRun): PublishedTable[] {
  const {model} = one.run;
  const study = {outputs: headlineColumns, at: [0], months: 1, scheme: {kind: "ends"}} as const;
  const {study: made, result} = drawScenario(project, one, study, {threads: 1});
  return [
    swingTable({study: made, swings: swingsIn(made, result.drivers, result.draws)}),
    driverTable({model, inputs: made.inputs, drivers: result.drivers})
  ];
}

function swingsOf(
  project: Project,
  one: ScenarioRun,
  changes: Pick<SensitivityOptions, "outputs" | "at">
): OutputSwings[] {
  const {study, result} = drawScenario(project, one, {...changes, scheme: {kind: "ends"}}, {threads: 1});
  return swingsIn(study, result.drivers, result.draws);
}

function bothEnds(months: number): number[] {
  return [...new Set([0, months - 1])];
}
