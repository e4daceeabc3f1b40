import type {Base} from "../model/run-scenario.js";
import {override} from "../model/scenario.js";
import {whatIf, type Question} from "../model/what-if.js";
import {boundsOf, resolve} from "../sheet/index.js";
import {root} from "../finance/root.js";
import {allowance, reaches} from "./goal-seek.js";
import {prepare, swingsIn, type Swing} from "../uncertainty/index.js";

/** The value that one uncertain input needs for a figure to reach a goal, other things equal, and the input's swing. */
export interface Required extends Swing {
  /** The value that reaches the goal; undefined where none within the search range does. */
  value?: number;
  /** Where there is no such value, the value at which the figure jumps over the goal. */
  jump?: number;
}

/** Number of inputs searched: those that move the figure most. */
const INPUTS = 12;

/** How far beyond its range an input is searched, in widths of the half-range on that side. */
const BEYOND = 3;

/**
 * What must be true for a figure to reach a goal: for each of the uncertain inputs that move it most, widest swing
 * first, the value at which it does, other inputs unchanged. The search covers the input's range on both sides of its
 * central value, then goes below and above the range as far as the unit allows.
 */
export function* mustHold(base: Base, question: Question, goal: number, inputs = INPUTS): Generator<Required> {
  const valueOf = whatIf(base, question);
  const central = valueOf([]);
  for (const swing of swingsOf(base, question).slice(0, inputs)) {
    const {cell, column} = swing.driver;
    const figure = (value: number): number => valueOf([{cell, value: String(value), place: "must hold"}]);
    const bounds = boundsOf(base.model.columns.get(column)!.unit.text);
    const value = requiredValue(figure, {...swing, central}, goal, bounds);
    yield {...swing, ...(value !== undefined && {[reaches(figure(value), goal) ? "value" : "jump"]: value})};
  }
}

/** One-at-a-time swings of the figure in its month, widest first. */
function swingsOf(base: Base, {scenario, figure, month}: Question): readonly Swing[] {
  const inputs = override(base.model, base.inputs, scenario.overrides);
  const {column} = resolve({model: base.model, inputs}, figure);
  const at = column.dynamic ? month : 0;
  const study = {
    ...{inputs, formulas: scenario.formulas, start: scenario.start, months: at + 1, at: [at], outputs: [figure]},
    ...{design: {spread: "latin", draws: 1, seed: 1} as const, scheme: {kind: "ends"} as const},
    ...{correlations: [], series: []}
  };
  const prepared = prepare(base.model, study);
  const [found] = swingsIn(study, prepared.drivers, prepared.run(0, prepared.draws));
  return found!.swings.filter(({at_low, at_high}) => Math.abs(at_high - at_low) > 0);
}

/** Where the figure reaches the goal: within the range, or else below or above it. */
function requiredValue(
  figure: (value: number) => number,
  {driver: {low, central: middle, high}, at_low, at_high, central}: Swing & {central: number},
  goal: number,
  {least, most}: {least: number; most: number}
): number | undefined {
  const known = [
    {input: low, gap: at_low - goal},
    {input: middle, gap: central - goal},
    {input: high, gap: at_high - goal}
  ];
  const gap = (input: number): number => figure(input) - goal;
  const end = (input: number) => ({input, gap: gap(input)});
  const between = (points: typeof known): number | undefined => {
    const place = points.findIndex(({gap: here}, i) => i > 0 && here * points[i - 1]!.gap <= 0);
    if (place < 1) return undefined;
    return root(gap, points[place - 1]!.input, points[place]!.input, allowance(goal));
  };
  return (
    between(known) ??
    between([known[0]!, end(Math.max(least, low - BEYOND * (middle - low)))]) ??
    between([known[2]!, end(Math.min(most, high + BEYOND * (high - middle)))])
  );
}
