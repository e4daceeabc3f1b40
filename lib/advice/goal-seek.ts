import {root} from "../finance/root.js";

/** A value of an input, and what a figure is with it. */
export interface Tried {
  input: number;
  figure: number;
}

/** What was found on the way to a goal. */
export interface Sought {
  /** The points that the range was divided by, in rising order. */
  tried: readonly Tried[];
  /** Where the figure reaches the goal, in rising order; none where it doesn't. */
  reached: readonly Tried[];
  /** Of the points that were tried, the one nearest to the goal; nothing where no point has a value. */
  nearest: Tried | undefined;
}

const POINTS = 9;

/**
 * Where a figure reaches a goal between two values of an input: each change of sign between nine points, narrowed to
 * the last digit. Two crossings between neighbouring points are not found; where the figure has no value, it reaches
 * nothing.
 */
export function goalSeek(figure: (input: number) => number, goal: number, low: number, high: number): Sought {
  const known = new Map<number, number>();
  const valueOf = (input: number): number => {
    const value = known.get(input) ?? figure(input);
    known.set(input, value);
    return value;
  };
  const tried = Array.from({length: POINTS}, (_, i) => {
    const input = low + ((high - low) * i) / (POINTS - 1);
    return {input, figure: valueOf(input)};
  });
  const gap = (input: number): number => valueOf(input) - goal;
  const reached = tried.flatMap(({input, figure: value}, i) => {
    if (value === goal) return [{input, figure: value}];
    const next = tried[i + 1];
    if (!next || !((value - goal) * (next.figure - goal) < 0)) return [];
    const found = root(gap, input, next.input);
    return [{input: found, figure: valueOf(found)}];
  });
  return {tried, reached, nearest: nearestTo(goal, tried)};
}

/** Of what was tried, what comes nearest to a goal; nothing where nothing has a value. */
export function nearestTo<T extends {figure: number}>(goal: number, tried: readonly T[]): T | undefined {
  const known = tried.filter(({figure}) => Number.isFinite(figure));
  return known.sort((a, b) => Math.abs(a.figure - goal) - Math.abs(b.figure - goal))[0];
}
