import {
  correlationTable,
  driverTable,
  drawTable,
  headlineColumns,
  quantileTable,
  sensitivityTable,
  seriesColumns,
  swingTable,
  type OutputIndices,
  type PublishedTable,
  type RangedRun
} from "../lib/export/index.js";
import type {Model} from "../lib/sheet/index.js";
import {design} from "../lib/uncertainty/design.js";
import {
  drawInputs,
  driversOf,
  independent,
  notableDrivers,
  outputOf,
  ranges,
  sobolIndices,
  swingsIn,
  type OutputSwings,
  type Driver,
  type Study
} from "../lib/uncertainty/index.js";
import {runStudy, type ParallelOptions, type StudyResult} from "./parallel.js";
import type {Project, ScenarioRun} from "./project.js";

export {design};

/** A scenario's run with what its draws gave. */
export interface DrawnRun {
  one: ScenarioRun;
  study: Study;
  result: StudyResult;
}

/** Draws a scenario's uncertain inputs: headline figures in every month, and the series that are asked for. */
export function drawScenario(
  project: Project,
  one: ScenarioRun,
  {series = [], ...changes}: Partial<Study> = {},
  options?: ParallelOptions
): DrawnRun {
  const {inputs, run, scenario} = one;
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

/** The columns whose counts the published tables need, of one scenario. */
export function publishedSeries({run}: ScenarioRun): string[] {
  return seriesColumns(run.model);
}

/** Every table on the uncertainty of a scenario. */
export function uncertaintyTables(project: Project, {one, study, result}: DrawnRun): PublishedTable[] {
  const {model} = one.run;
  const at = [...new Set([0, study.months - 1])];
  const found = sensitivity(project, one, {outputs: headlineColumns, at});
  const values = drawInputs(model, study).values(0, study.design.draws);
  const kept = result.drivers.flatMap((driver, i) =>
    found.notable.has(driver.cell) ? [{driver, values: values[i]!}] : []
  );
  return [
    driverTable(model, study.inputs, result.drivers),
    drawTable(
      {model, study, draws: result.draws, drivers: kept.map(({driver}) => driver)},
      kept.map((one) => one.values)
    ),
    quantileTable({model, study}, result.sketches),
    swingTable(study, found.swings),
    sensitivityTable(study, found.indices),
    correlationTable(project.correlations)
  ];
}

export interface SensitivityOptions extends ParallelOptions {
  /** Columns (`table.column`) of tables of one row. */
  outputs: readonly string[];
  /** Months in which they are looked at. */
  at: readonly number[];
  /** Rows of Saltelli's matrices; a power of two spreads them best. */
  rows?: number;
  seed?: number;
  /** Of each output, as many of the drivers that move it most are looked at one by one; all others together. */
  each?: number;
}

/** What moves some outputs of a scenario: swings of all drivers, and Sobol' indices of the notable ones. */
export interface Sensitivity {
  swings: OutputSwings[];
  indices: OutputIndices[];
  /** The cells of the drivers that are among those that move some output most. */
  notable: ReadonlySet<string>;
}

/** Moves the drivers of some outputs one by one, and looks at those that move them most with Sobol' indices. */
export function sensitivity(
  project: Project,
  one: ScenarioRun,
  {outputs, at, rows = 256, seed = design.seed, each = 5, ...options}: SensitivityOptions
): Sensitivity {
  const swings = swingsOf(project, one, {outputs, at});
  const notable = notableDrivers(swings, each);
  const factors = factorsOf(project, one, outputs, notable);
  const {study, result} = drawScenario(
    project,
    one,
    {
      design: {spread: "sobol", draws: rows, seed},
      scheme: {kind: "swaps", factors: factors.map(({members}) => members)},
      outputs,
      at,
      months: Math.max(...at) + 1
    },
    options
  );
  const named = factors.map(({factor, title}) => ({factor, title}));
  const indices = outputs.flatMap((output) =>
    at.map((month): OutputIndices => {
      const found = sobolIndices(outputOf(study, result.draws, output, month), rows);
      return {output, month, factors: found.map((index, i) => ({...index, ...named[i]!}))};
    })
  );
  return {swings, indices, notable};
}

function swingsOf(
  project: Project,
  one: ScenarioRun,
  changes: Pick<SensitivityOptions, "outputs" | "at">
): OutputSwings[] {
  const {study, result} = drawScenario(project, one, {...changes, scheme: {kind: "ends"}}, {threads: 1});
  return swingsIn(study, result.drivers, result.draws);
}

interface Factor {
  factor: string;
  title: string;
  members: number[];
}

/** Notable drivers one by one, but for correlated ones, which are swapped together; and all others together. */
function factorsOf(
  project: Project,
  {run: {model}, inputs}: ScenarioRun,
  outputs: readonly string[],
  notable: ReadonlySet<string>
): Factor[] {
  const drivers = driversOf(model, inputs, outputs);
  const groups = independent(drivers, project.correlations);
  const single = groups.filter((group) => group.some((i) => notable.has(drivers[i]!.cell)));
  const rest = groups.filter((group) => !single.includes(group)).flat();
  const named = single.map((members) => ({
    members,
    ...nameOf(
      model,
      members.map((i) => drivers[i]!)
    )
  }));
  const others = {factor: "others", title: `All ${rest.length} other uncertain assumptions`, members: rest};
  return rest.length > 0 ? [...named, others] : named;
}

/** A driver's cell, or the column that correlated drivers share, or their cells. */
function nameOf(model: Model, drivers: readonly Driver[]): {factor: string; title: string} {
  const columns = [...new Set(drivers.map(({column}) => column))];
  const title = columns.map((column) => model.columns.get(column)!.doc).join("; ");
  const together = drivers.length > 1 && columns.length === 1;
  return {factor: together ? columns[0]!.replace(".", "[*].") : drivers.map(({cell}) => cell).join(", "), title};
}
