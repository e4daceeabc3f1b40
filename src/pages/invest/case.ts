import {
  appraiseRuns,
  measure,
  monthly,
  runProject,
  unlevered,
  type Appraisal,
  type Measure,
  type Spread
} from "../../lib/finance/appraise.js";
import {costStack, type CostPart} from "../../lib/finance/cost-stack.js";
import {projectModel} from "../../lib/finance/project.js";
import {projectInputs, type Choice, type ProjectInputs, type Terms} from "../../lib/finance/project-inputs.js";
import {numericTerms} from "../../lib/finance/term-limits.js";
import {breakEven, driver, rangeOf, twoWay, vary, type Driver, type Variant} from "../../lib/finance/two-way.js";
import {zeroLine, type Piece} from "../../lib/finance/zero-line.js";
import type {Run} from "../../lib/sheet/run.js";
import type {Option} from "../../components/form/controls.js";
import {pause} from "../../components/form/pause.js";
import type {Made} from "../../components/inspector/origin.js";
import {cached} from "../../components/rows/cached.js";
import {isTakenOver} from "../../components/load/prerendering.js";
import {rangesOrKnown, type KnownRanges} from "./first-ranges.js";
import {ofReturns, ofVariant} from "./inspected.js";

/** A project as a page shows it. */
export interface Case {
  inputs: ProjectInputs;
  run: Run;
  free: Run;
  appraisal: Appraisal;
  /** Where equity just earns its cost: found when it is first asked for. */
  readonly break_even: {price_level: number; utilisation: number};
}

/** Appraises a choice. */
export function caseOf(terms: Terms, choice: Choice): Case {
  const inputs = projectInputs(terms, choice);
  const run = runProject(inputs);
  const free = runProject(unlevered(inputs));
  return {
    inputs,
    run,
    free,
    appraisal: appraiseRuns(run, free),
    get break_even() {
      return breakEvensOf(inputs);
    }
  };
}

const breakEvensOf = cached((inputs: ProjectInputs) => ({
  price_level: breakEven(inputs, "price_level", 0.01, 10),
  utilisation: breakEven(inputs, "utilisation", 0.01, 1)
}));

/** A term of a case in its first month. */
export function termOf({run}: Case, name: string): number {
  return monthly(run, name)[0]!;
}

/** What a GPU-hour's levelised cost is made of, largest part first. */
export function sortedStack({run}: Case): CostPart[] {
  return costStack(run).sort((a, b) => b.cost - a.cost);
}

/**
 * The ranges of a case, nothing at first: they are drawn in steps once the page has been painted, unless a newer case
 * has come meanwhile.
 */
export async function* rangesOf({inputs}: Case, known?: KnownRanges): AsyncGenerator<readonly Spread[]> {
  newest = inputs;
  // What was built into the page holds the ranges: it stands until they are here.
  if (isTakenOver()) yield [];
  const steps = rangesOrKnown(inputs, known);
  while (newest === inputs) {
    await pause();
    const {done, value} = steps.next();
    if (!done) continue;
    yield value;
    return;
  }
}

/** The inputs of the case whose ranges are wanted. */
let newest: ProjectInputs | undefined;

/** The ends of a measure's range; nothing where it is not known yet, or low draws have no return. */
export function rangeIn(spreads: readonly Spread[], measure: Measure): {low: number; high: number} | undefined {
  const spread = spreads.find((candidate) => candidate.measure === measure);
  return spread && Number.isFinite(spread.low) ? {low: spread.low, high: spread.high} : undefined;
}

/** A two-way table with the line along which owners, or all who pay, just earn their cost of capital. */
export interface Sensitivity {
  x: Driver;
  y: Driver;
  measure: Measure;
  cells: {column: number; row: number; x: number; y: number; value: number}[];
  line: Piece[];
  /** What the measure is where value is neither made nor lost. */
  turn: number;
}

/** The measures that a reader may ask for. */
export const measureOptions: readonly Option<Measure>[] = [
  {value: "irr", title: "Equity IRR"},
  {value: "npv", title: "NPV of equity"},
  {value: "unlevered_irr", title: "Project IRR"},
  {value: "unlevered_npv", title: "NPV of the project"}
];

/** Two terms by name, to the right and upwards, and the measure over them. */
export interface Axes {
  x: string;
  y: string;
  measure: Measure;
}

/** A measure over seven values each of two terms. */
export function sensitivity(project: Case, axes: Axes): Sensitivity {
  const {inputs} = project;
  const {measure} = axes;
  const x = driver(inputs, axes.x);
  const y = driver(inputs, axes.y);
  const size = x.values.length;
  const value = measure.startsWith("unlevered") ? "unlevered_npv" : "npv";
  const [variants, worth] = twoWay(inputs, x, y, [measure, value]) as [Variant[], Variant[]];
  return {
    x,
    y,
    measure,
    cells: variants.map((variant, i) => ({column: i % size, row: Math.floor(i / size), ...variant})),
    line: zeroLine(y.values.map((_, row) => worth.slice(row * size, (row + 1) * size).map((variant) => variant.value))),
    turn: measure.endsWith("npv") ? 0 : termOf(project, measure === "irr" ? "cost_of_equity" : "discount_rate")
  };
}

/** The terms that may be varied: those with a range, and the price level. */
export function driverOptions(inputs: ProjectInputs): Option[] {
  const uncertain = numericTerms.filter((term) => {
    const {low, high} = rangeOf(inputs, term);
    return high > low && !term.startsWith("growth_") && term !== "count";
  });
  return uncertain.map((value) => ({value, title: titleOf(value)}));
}

/** What a term is, in a few words. */
export function titleOf(term: string): string {
  return isLogarithm(term) ? "Change of the price a year on top of the price path" : columnOf(term).doc;
}

/** A term's value as readers know it: a change for the logarithm of one. */
export function shownOf(term: string, value: number): number {
  return isLogarithm(term) ? Math.expm1(value) : value;
}

/** What is kept as the logarithm of a change is typed and shown as the change. */
function isLogarithm(term: string): boolean {
  return term === "price_drift";
}

/** The unit of a term. */
export function unitOf(term: string): string {
  return columnOf(term).unit.text;
}

function columnOf(term: string) {
  return projectModel.columns.get(`project.${term}`)!;
}

/** A price path by name, and where it is read. */
export interface PricePath {
  name: string;
  terms: Terms;
  flat: boolean;
}

/** What owners earn on a price path. */
export interface PathReturn {
  name: string;
  irr: number;
  npv: number;
  origin: Made;
}

/** What owners earn on each price path. */
export function byPath(paths: readonly PricePath[], terms: Terms, choice: Choice): PathReturn[] {
  const each = paths.map((path) => projectInputs(path.terms, {...choice, flat: path.flat}));
  const growth = numericTerms.filter((term) => term.startsWith("growth_"));
  const samples = growth.map((term) => [term, each.map((inputs) => Number(inputs[term]!.values[0]))] as const);
  const varied = vary(projectInputs(terms, choice), Object.fromEntries(samples));
  const irr = measure(varied, "irr", paths.length);
  const npv = measure(varied, "npv", paths.length);
  return paths.map(({name}, i): PathReturn => {
    const variant = `with the price of a GPU-hour on the path “${name}”`;
    return {name, irr: irr[i]!, npv: npv[i]!, origin: ofVariant(ofReturns(), variant, growth)};
  });
}
