import {figures, findScenario, override, type Assumptions, type Override, type Scenario} from "../model/index.js";
import {
  columnOfCell,
  InputError,
  keysOf,
  resolve,
  unknown,
  type Inputs,
  type Model,
  type Place,
  type TableInput
} from "../sheet/index.js";
import type {Correlation} from "../uncertainty/index.js";
import {isTerm, measureUnits, measures} from "./investment-terms.js";
import type {Axis, Case} from "./axis.js";
import type {SweepSpec} from "./spec.js";

/** The starting point of a sweep. */
export interface Base {
  chain: Assumptions & {model: Model};
  scenarios: ReadonlyMap<string, Scenario>;
  correlations: readonly Correlation[];
  /** Assumptions on an investment that the chain does not contain. */
  defaults: TableInput;
}

/** An output: its column in the tables, and the cell or measure that it comes from. */
export interface Output {
  name: string;
  unit: string;
  description: string;
  /** `table.column` or, for an investment, the measure. */
  column: string;
  row: number;
}

/** An axis of numbers that affect no row or reference: its points run side by side, like draws. */
export interface NumericAxis extends Axis {
  cells: readonly Place[];
}

/** A sweep with all names resolved. Runs are numbered by point, then by draw, structural axes first. */
export interface Sweep {
  spec: SweepSpec;
  base: Base;
  /** Axes of which each combination needs a separate model. */
  structural: readonly Axis[];
  numeric: readonly NumericAxis[];
  headline: readonly Output[];
  quantiles: readonly Output[];
  /** Months in a run, and those kept; an investment is a run of a single row. */
  months: number;
  at: readonly number[];
  points: number;
  /** Points that share a model and differ in numbers only. */
  pointsPerGroup: number;
  draws: number;
  runs: number;
}

/**
 * Resolves the names in a spec. Throws an `InputError` for an unknown scenario, cell or figure, or an unsuitable value.
 */
export function resolveSweep(spec: SweepSpec, base: Base): Sweep {
  const {axes, outputs, draws} = spec;
  const scenario = findScenario(base.scenarios, spec.scenario);
  for (const used of [scenario, ...scenariosOf(axes, base)])
    if (used.model !== "chain")
      throw new InputError(`scenario ${used.name}: uses the model ${used.model}: choose a scenario of the chain model`);
  const inputs = checkCells(spec, base);
  const months = spec.months ?? scenario.months;
  const {structural, numeric} = sorted(spec, base, inputs);
  const at = spec.model === "investment" ? [0] : monthsKept(spec, months);
  const pointsPerGroup = product(numeric);
  const points = product(structural) * pointsPerGroup;
  return {
    spec,
    base,
    structural,
    numeric,
    headline: outputs.headline.flatMap((name) => outputsOf(name, spec, base, inputs)),
    quantiles: outputs.quantiles.flatMap((name) => outputsOf(name, spec, base, inputs)),
    months: spec.model === "investment" ? 1 : months,
    at,
    points,
    pointsPerGroup,
    draws,
    runs: points * draws
  };
}

/** The case of each axis at a point, structural axes first. */
export function casesAt({structural, numeric}: Sweep, point: number): Case[] {
  const axes = [...structural, ...numeric];
  const cases: Case[] = [];
  let rest = point;
  for (const {cases: axisCases} of [...axes].reverse()) {
    cases.unshift(axisCases[rest % axisCases.length]!);
    rest = Math.floor(rest / axisCases.length);
  }
  return cases;
}

/** The scenario of a point, with all its overrides. */
export function scenarioAt(sweep: Sweep, point: number): Scenario {
  const {spec, base} = sweep;
  const cases = casesAt(sweep, point);
  const name = cases.findLast(({scenario}) => scenario !== undefined)?.scenario ?? spec.scenario;
  const scenario = findScenario(base.scenarios, name);
  const overrides = [...scenario.overrides, ...spec.set, ...cases.flatMap((chosen) => chosen.overrides)];
  return {...scenario, overrides};
}

function scenariosOf(axes: readonly Axis[], {scenarios}: Base): Scenario[] {
  return axes.flatMap(({cases}) => cases.flatMap(({scenario}) => (scenario ? findScenario(scenarios, scenario) : [])));
}

/** Checks every cell and value once; returns the inputs of the base scenario. */
function checkCells({scenario, set, axes, model}: SweepSpec, {chain, scenarios}: Base): Inputs {
  const ofChain = (settings: readonly Override[]): Override[] =>
    settings.filter((setting) => model === "chain" || !isTerm(setting));
  const inputs = override(chain.model, chain.inputs, [...findScenario(scenarios, scenario).overrides, ...ofChain(set)]);
  for (const {cases} of axes)
    for (const {overrides} of cases)
      checkReferences(override(chain.model, inputs, ofChain(overrides)), ofChain(overrides), chain);
  return inputs;
}

/** Checks that a reference names an existing row. */
function checkReferences(inputs: Inputs, overrides: readonly Override[], {model}: Base["chain"]): void {
  for (const {cell, value, place} of overrides) {
    const target = model.columns.get(columnOfCell(cell))?.target;
    const keys = target && keysOf({model, inputs}, target.name);
    if (keys && !keys.includes(value)) unknown(`${place}: ${cell}`, target.name, value, keys);
  }
}

/** Inputs on which the rows of other tables depend. */
const shaping = new Set([
  "deployment.replica",
  "deployment.large_replica",
  "language_model.experts",
  "generation.from"
]);

function sorted({model: kind, axes}: SweepSpec, {chain}: Base, inputs: Inputs): Pick<Sweep, "structural" | "numeric"> {
  const structural: Axis[] = [];
  const numeric: NumericAxis[] = [];
  for (const axis of axes) {
    const cells = axis.cases[0]!.overrides.map(({cell}) => cell);
    const fits =
      kind === "chain" &&
      cells.length > 0 &&
      axis.cases.every(
        ({label, overrides}) =>
          overrides.length === cells.length &&
          typeof label === "number" &&
          overrides.every(({value}) => Number.isFinite(Number(value)))
      );
    if (fits && cells.every((cell) => isNumeric(chain.model, cell)))
      numeric.push({
        ...axis,
        cells: cells.map((cell) => resolve({...chain, inputs}, cell))
      });
    else structural.push(axis);
  }
  return {structural, numeric};
}

function isNumeric(model: Model, cell: string): boolean {
  const {definition} = model.columns.get(columnOfCell(cell))!;
  return definition.kind === "input" && definition.type === "number" && !shaping.has(columnOfCell(cell));
}

function product(axes: readonly Axis[]): number {
  return axes.reduce((count, {cases}) => count * cases.length, 1);
}

function monthsKept({outputs: {at, draws}}: SweepSpec, months: number): number[] {
  if (draws) return Array.from({length: months}, (_, month) => month);
  const wrong = at?.find((month) => month >= months);
  if (wrong !== undefined)
    throw new InputError(`outputs: at: month ${wrong} is outside the run: use whole numbers from 0 to ${months - 1}`);
  return [...(at ?? new Set([0, months - 1]))];
}

function outputsOf(name: string, {model: kind}: SweepSpec, base: Base, inputs: Inputs): Output[] {
  if (kind === "investment") return measureOutputs(name);
  const {model} = base.chain;
  const names = figures.map(({column}) => column);
  if (name === "all") return names.map((column) => outputOf(`economy.${column}`, model, inputs));
  if (names.includes(name)) return [outputOf(`economy.${name}`, model, inputs)];
  if (name.includes(".")) return [outputOf(name, model, inputs)];
  return unknown("outputs", "figure", name, names, "or use a cell such as cluster[atlas-b200].price");
}

function measureOutputs(name: string): Output[] {
  const names = measures.filter((measure) => name === "all" || measure === name);
  if (names.length === 0) unknown("outputs", "measure", name, measures);
  return names.map((measure) => ({name: measure, ...measureUnits[measure], column: measure, row: 0}));
}

function outputOf(cell: string, model: Model, inputs: Inputs): Output {
  const {column, row} = resolve({model, inputs}, cell, "outputs");
  if (column.holds !== "number") throw new InputError(`outputs: ${cell}: not a number`);
  const name = column.table.name === "economy" ? column.name : cell.replace(/[^a-z_0-9]+/g, "_");
  return {name, unit: column.unit.text, description: column.doc, column: column.id, row};
}
