import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {sensitivity} from "../data-loaders/run/uncertainty.js";
import {oneOf, type Run} from "../lib/sheet/index.js";
import type {Index, SobolIndices, Swing} from "../lib/uncertainty/index.js";
import {folderOf, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {bar} from "./draws.js";
import {formatNumber, formatWholeShare} from "./format.js";

/** The flags of `sensitivity`, as they were typed. */
export interface SensitivityFlags extends GlobalFlags {
  scenario: string;
  month: string;
  rows: string;
  seed: string;
  set?: string[];
  json?: boolean;
}

/** Drivers that are listed, each with its own Sobol' indices. */
const LISTED = 12;

/** Prints the assumptions that influence an output most: one-at-a-time swings, and shares of the output's variance. */
export function sensitivityCommand(
  name: string,
  flags: SensitivityFlags,
  project = loadProject(folderOf(flags))
): number {
  const {scenario, month, rows, seed, set, json} = flags;
  const one = runScenario(project, scenario, overridesOf(set));
  const output = outputOf(one.run, name);
  const at = wholeNumber("--month", month, 0, one.run.months - 1);
  const count = wholeNumber("--rows", rows, 16, 2 ** 16);
  const {swings, indices} = sensitivity(project, one, {
    outputs: [output],
    at: [at],
    rows: count,
    seed: wholeNumber("--seed", seed, 0, 2 ** 31 - 1),
    each: LISTED,
    progress: bar()
  });
  const [{central, swings: all}] = swings as [(typeof swings)[0]];
  const factors = indices[0]!.factors.toSorted((a, b) => b.total.estimate - a.total.estimate);
  const result = {output, scenario, month: at, unit: one.run.model.columns.get(output)!.unit.text, central};
  if (json) console.log(JSON.stringify({...result, swings: all.map(plain), factors}, null, 2));
  else console.log(describe(result, all.slice(0, LISTED), factors));
  return 0;
}

/** `value_per_cost`, or a column of any table of one row. */
function outputOf({model}: Run, name: string): string {
  const id = name.includes(".") ? name : `economy.${name}`;
  const known = [...model.columns.values()].filter(
    ({table, definition}) => table.single && ["formula", "rollup"].includes(definition.kind)
  );
  return oneOf(
    "",
    "output",
    id,
    known.map((column) => column.id)
  );
}

function plain({driver: {cell, low, central, high}, at_low, at_high}: Swing) {
  return {cell, low, central, high, at_low, at_high};
}

function describe(
  {
    output,
    scenario,
    month,
    unit,
    central
  }: {output: string; scenario: string; month: number; unit: string; central: number},
  swings: readonly Swing[],
  factors: readonly (SobolIndices & {factor: string})[]
): string {
  const shown = (value: number): string => formatNumber(value).padStart(10);
  const share = ({estimate, low, high}: Index): string =>
    `${formatWholeShare(estimate).padStart(5)} (${formatWholeShare(low)} to ${formatWholeShare(high)})`.padEnd(22);
  return [
    `${output} of ${scenario} in month ${month}: ${formatNumber(central)} ${unit}`,
    "",
    "output with one driver at a time at the low and the high end of its range:",
    ...swings.map(({driver, at_low, at_high}) => `${shown(at_low)} ${shown(at_high)}  ${driver.cell}`),
    "",
    "share of the variance explained alone, and with interactions (90 % bootstrap interval):",
    ...factors.map(({factor, first, total}) => `  ${share(first)} ${share(total)} ${factor}`)
  ].join("\n");
}
