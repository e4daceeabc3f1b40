import {root} from "../finance/root.js";

/** A value of an input, and the resulting figure. */
export interface Tried {
  input: number;
  figure: number;
}

/** The result of a search for a goal. */
export interface Sought {
  /** The points evaluated at the outset, in rising order. */
  tried: readonly Tried[];
  /** Points at which the figure reaches the goal, in rising order; empty if it never does. */
  reached: readonly Tried[];
  /** Points at which the figure jumps over the goal, in rising order: no value between the sides reaches it. */
  jumps: readonly Tried[];
  /** The evaluated point nearest to the goal; undefined where no point has a value. */
  nearest: Tried | undefined;
}

const POINTS = 9;

/**
 * Where a figure reaches a goal between two values of an input: each change of sign between nine points, bisected to
 * the last digit. Two crossings between neighbouring points are missed; where the figure has no value, it reaches
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
  const found = tried.flatMap(({input, figure: value}, i) => {
    if (value === goal) return [{input, figure: value}];
    const next = tried[i + 1];
    if (!next || !((value - goal) * (next.figure - goal) < 0)) return [];
    const crossed = root(gap, input, next.input);
    return [{input: crossed, figure: valueOf(crossed)}];
  });
  const isReached = ({figure: value}: Tried): boolean => reaches(value, goal);
  return {
    tried,
    reached: found.filter(isReached),
    jumps: found.filter((one) => !isReached(one)),
    nearest: nearestTo(goal, tried)
  };
}

/** How far a figure may be from a goal that it reaches. */
export function allowance(goal: number): number {
  return 1e-9 * Math.abs(goal);
}

/** Whether a figure reaches a goal; on either side of a jump it does not. */
export function reaches(figure: number, goal: number): boolean {
  return Math.abs(figure - goal) <= 1e3 * allowance(goal) || Math.abs(figure - goal) < Number.EPSILON;
}

/** The candidate nearest to a goal; undefined where none has a value. */
export function nearestTo<T extends {figure: number}>(goal: number, tried: readonly T[]): T | undefined {
  const known = tried.filter(({figure}) => Number.isFinite(figure));
  return known.sort((a, b) => Math.abs(a.figure - goal) - Math.abs(b.figure - goal))[0];
}
