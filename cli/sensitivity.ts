import {loadProject} from "../data-loaders/run/project.js";
import {sensitivity} from "../data-loaders/run/uncertainty.js";
import {oneOf, type Run} from "../lib/sheet/index.js";
import type {Index, OutputIndices, Swing} from "../lib/uncertainty/index.js";
import {folderOf, monthOfRun, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {bar} from "./draws.js";
import {identityJson, identityOf} from "./identity.js";
import {formatNumber, formatUnit, formatWholeShare} from "./format.js";

/** Flags of `sensitivity`, as entered. */
export interface SensitivityFlags extends GlobalFlags {
  scenario: string;
  month: string;
  rows: string;
  seed: string;
  set?: string[];
  json?: boolean;
}

/** Number of drivers whose swings are printed. */
const LISTED = 12;

/** Prints the most influential assumptions for an output: one-at-a-time swings, and shares of the output's variance. */
export async function sensitivityCommand(
  name: string,
  flags: SensitivityFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const {scenario, month, rows, seed, set, json} = flags;
  const one = changedRun(project, scenario, set);
  const output = outputOf(one.run, name);
  const at = monthOfRun("--month", month, one.run);
  const count = wholeNumber("--rows", rows, 16, 2 ** 16);
  const {swings, indices} = sensitivity(project, one, {
    outputs: [output],
    at: [at],
    rows: count,
    seed: wholeNumber("--seed", seed, 0, 2 ** 31 - 1),
    progress: bar()
  });
  const [{central, swings: all}] = swings as [(typeof swings)[0]];
  const [found] = indices as [OutputIndices];
  const factors = found.factors.toSorted((a, b) => b.total.estimate - a.total.estimate);
  const drawn = {rows: found.rows, seed: found.seed, runs: found.rows * (factors.length + 2)};
  const result = {output, scenario, month: at, unit: one.run.model.columns.get(output)!.unit.text, central};
  const identity = await identityOf(project, one, overridesOf(set), {seed: found.seed, draws: drawn.runs});
  const printed = {...result, ...identityJson(identity), swings: all.map(plain), ...drawn, factors};
  if (json) console.log(JSON.stringify(printed, null, 2));
  else console.log([...describeSwings(result, all.slice(0, LISTED)), ...describeIndices(factors, drawn)].join("\n"));
  return 0;
}

/** Resolves `value_per_cost`, or a column of any table of one row. */
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

interface Result {
  output: string;
  scenario: string;
  month: number;
  unit: string;
  central: number;
}

function describeSwings({output, scenario, month, unit, central}: Result, swings: readonly Swing[]): string[] {
  const shown = (value: number): string => formatNumber(value).padStart(10);
  return [
    `${output} of ${scenario} in month ${month}: ${formatNumber(central)} ${formatUnit(unit)}`.trimEnd(),
    "",
    "output with one driver at a time at the low and the high end of its range:",
    ...swings.map(({driver, at_low, at_high}) => `${shown(at_low)} ${shown(at_high)}  ${driver.cell}`)
  ];
}

function describeIndices(
  factors: OutputIndices["factors"],
  {rows, seed, runs}: {rows: number; seed: number; runs: number}
): string[] {
  const together = factors.reduce((sum, {first}) => sum + first.estimate, 0);
  return [
    "",
    "share of the variance explained alone, and with interactions (90 % bootstrap interval):",
    ...factors.map(({factor, rank, first, total}) =>
      `${rank}.`.padStart(5).concat(` ${shareInWords(first).padEnd(28)} ${shareInWords(total).padEnd(28)} ${factor}`)
    ),
    `${factors.length} factors, ${counted(rows)} rows, seed ${seed}, ${counted(runs)} runs; ` +
      `all alone ${formatWholeShare(together)}, interactions ${formatWholeShare(1 - together)}`,
    ...(factors.some(({rank}, i) => rank <= i) ? ["factors of one rank cannot be told apart with these rows"] : [])
  ];
}

function shareInWords({estimate, low, high, resolved}: Index): string {
  if (high < 0.01) return "below 1 %";
  const interval = `(${formatWholeShare(low)} to ${formatWholeShare(high)})`;
  return resolved ? `${formatWholeShare(estimate)} ${interval}` : `not resolved ${interval}`;
}

function counted(count: number): string {
  return count.toLocaleString("en-US");
}
