import {withRanges, drawScenario, type DrawnRun} from "../data-loaders/run/uncertainty.js";
import type {Project} from "../data-loaders/run/project.js";
import type {PublishedTable} from "../lib/export/published.js";
import {headlineTable} from "../lib/export/results.js";
import {drawTable, driverTable} from "../lib/export/uncertainty.js";
import {figures, type ScenarioRun} from "../lib/model/index.js";
import {InputError} from "../lib/sheet/index.js";
import {drawInputs, type CellRange} from "../lib/uncertainty/index.js";
import {wholeNumber} from "./arguments.js";
import {formatNumber, formatUnit} from "./format.js";

/** Flags for draws, as entered. */
export interface DrawFlags {
  draws?: string;
  seed?: string;
}

/** A scenario's draws, if the flags request any. Throws an `InputError` for a model without headline figures. */
export function drawsOf(project: Project, one: ScenarioRun, {draws, seed = "1"}: DrawFlags): DrawnRun | undefined {
  if (draws === undefined) return undefined;
  if (one.scenario.model !== "chain")
    throw new InputError(
      `--draws: scenario "${one.scenario.name}" has no uncertain inputs\n  choose a scenario of the chain model`
    );
  const design = {
    spread: "latin" as const,
    draws: wholeNumber("--draws", draws, 2, 1_000_000),
    seed: wholeNumber("--seed", seed, 0, 2 ** 31 - 1)
  };
  return drawScenario(project, one, {design}, {progress: bar()});
}

/** The ranges of the headline figures in the first month. */
export function firstRanges(drawn: DrawnRun): CellRange[] {
  return withRanges(drawn).ranges.filter(({month}) => month === 0);
}

/** The tables of a scenario's draws: every draw with all drivers, the drivers, and the ranges by month. */
export function drawnTables(drawn: DrawnRun): PublishedTable[] {
  const {study, result, one} = drawn;
  const {model} = one.run;
  const values = drawInputs(model, study).values(0, result.draws.to);
  return [
    headlineTable([withRanges(drawn)]),
    driverTable({model, inputs: study.inputs, drivers: result.drivers}),
    drawTable({model, study, drivers: result.drivers, draws: result.draws}, values)
  ];
}

/** One line per figure: 5th, 50th and 95th percentiles. */
export function describeRanges(drawn: DrawnRun): string[] {
  const {model} = drawn.one.run;
  return firstRanges(drawn).map(({column, low, median, high}) => {
    const {unit, name} = model.columns.get(column)!;
    const {title} = figures.find((figure) => figure.column === name)!;
    const [from, middle, to] = [low, median, high].map((value) => formatNumber(value));
    const words = `${formatUnit(unit.text).padEnd(12)} ${title}`;
    return `  ${from!.padStart(9)} ${middle!.padStart(9)} ${to!.padStart(9)} ${words}`;
  });
}

/** A progress bar on the terminal, if there is one; it clears itself at the end. */
export function bar(): (done: number, draws: number) => void {
  const width = 30;
  return (done, draws) => {
    if (!process.stderr.isTTY) return;
    const filled = Math.round((width * done) / draws);
    const line = `${"█".repeat(filled)}${"░".repeat(width - filled)} ${done} of ${draws} draws`;
    process.stderr.write(done < draws ? `\r${line}` : `\r${" ".repeat(line.length)}\r`);
  };
}
