import {
  correlationTable,
  driverTable,
  drawTable,
  headlineColumns,
  quantileTable,
  sensitivityTable,
  seriesColumns,
  swingTable,
  type FigureIndices,
  type FigureSwings,
  type PublishedTable,
  type RangedRun
} from "../lib/export/index.js";
import type {Model} from "../lib/sheet/index.js";
import {
  driversOf,
  independent,
  outputOf,
  prepare,
  ranges,
  sobolIndices,
  tornado,
  type Driver,
  type Study
} from "../lib/uncertainty/index.js";
import {runStudy, type ParallelOptions, type StudyResult} from "./parallel.js";
import type {Project, ScenarioRun} from "./project.js";

/** The draws that stand behind every published range: the same in every scenario. */
export const design = {spread: "latin", draws: 4096, seed: 1} as const;

/** Rows of Saltelli's matrices. */
const ROWS = 512;

/** Of each figure, as many of the drivers that move it most are looked at one by one; all others together. */
const EACH = 6;

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
export function uncertaintyTables(project: Project, drawn: DrawnRun): PublishedTable[] {
  const {one, study, result} = drawn;
  const {model} = one.run;
  const ends = edges(study);
  const figures = headlineColumns.flatMap((id) => ends.map((month) => ({id, figure: id.split(".")[1]!, month})));
  const swings = swingsOf(project, one, figures, ends);
  const notable = notableOf(result.drivers, swings);
  const values = prepare(model, study).values(0, study.design.draws);
  const kept = result.drivers.flatMap((driver, i) => (notable.has(driver.cell) ? [{driver, values: values[i]!}] : []));
  return [
    driverTable(model, study.inputs, result.drivers),
    drawTable(
      {model, study, draws: result.draws, drivers: kept.map(({driver}) => driver)},
      kept.map((one) => one.values)
    ),
    quantileTable({model, study}, result.sketches),
    swingTable(study, swings),
    sensitivityTable(study, indicesOf(project, one, figures, notable)),
    correlationTable(project.correlations)
  ];
}

function edges({months}: Pick<Study, "months">): number[] {
  return [...new Set([0, months - 1])];
}

interface FigureMonth {
  id: string;
  figure: string;
  month: number;
}

function swingsOf(project: Project, one: ScenarioRun, figures: readonly FigureMonth[], at: number[]): FigureSwings[] {
  const {study, result} = drawScenario(project, one, {scheme: {kind: "ends"}, at});
  return figures.map(({id, figure, month}) => {
    const values = outputOf(study, result.draws, id, month);
    return {figure, month, central: values.at(-1)!, swings: tornado(result.drivers, values)};
  });
}

/** The cells of drivers that are among those that move some figure most. */
function notableOf(drivers: readonly Driver[], swings: readonly FigureSwings[]): Set<string> {
  const cells = swings.flatMap((one) => one.swings.slice(0, EACH).map(({driver}) => driver.cell));
  return new Set(drivers.map(({cell}) => cell).filter((cell) => cells.includes(cell)));
}

/** Sobol' indices of notable drivers, of correlated ones together, and of all others together. */
function indicesOf(
  project: Project,
  one: ScenarioRun,
  figures: readonly FigureMonth[],
  notable: ReadonlySet<string>
): FigureIndices[] {
  const {model} = one.run;
  const drivers = driversOf(model, one.inputs, headlineColumns);
  const groups = independent(drivers, project.correlations);
  const single = groups.filter((group) => group.some((i) => notable.has(drivers[i]!.cell)));
  const rest = groups.filter((group) => !single.includes(group)).flat();
  const factors = rest.length > 0 ? [...single, rest] : single;
  const named = factors.map((factor) => (factor === rest ? others(rest) : nameOf(model, drivers, factor)));
  const {study, result} = drawScenario(project, one, {
    design: {spread: "sobol", draws: ROWS, seed: design.seed},
    scheme: {kind: "swaps", factors},
    at: edges(one.run)
  });
  return figures.map(({id, figure, month}) => {
    const indices = sobolIndices(outputOf(study, result.draws, id, month), ROWS);
    return {figure, month, factors: indices.map((index, i) => ({...index, ...named[i]!}))};
  });
}

function others(rest: readonly number[]): {factor: string; title: string} {
  return {factor: "others", title: `All ${rest.length} other uncertain assumptions`};
}

/** A driver's cell, or the column that correlated drivers share, or their cells. */
function nameOf(model: Model, drivers: readonly Driver[], factor: readonly number[]): {factor: string; title: string} {
  const own = factor.map((i) => drivers[i]!);
  const columns = [...new Set(own.map(({column}) => column))];
  const title = columns.map((column) => model.columns.get(column)!.doc).join("; ");
  const together = own.length > 1 && columns.length === 1;
  return {factor: together ? columns[0]!.replace(".", "[*].") : own.map(({cell}) => cell).join(", "), title};
}
