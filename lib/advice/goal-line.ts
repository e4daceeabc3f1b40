import {root} from "../finance/root.js";
import {allowance, nearestTo} from "./goal-seek.js";

/** Values of two inputs, and the resulting figure. */
export interface Pair {
  across: number;
  up: number;
  figure: number;
}

/** The interval in which an input is searched. */
export interface Interval {
  low: number;
  high: number;
}

/** The line along which a figure of two inputs reaches a goal. */
export interface GoalLine {
  /**
   * Pairs that reach the goal, joined into lines; a closed line ends where it begins. Where the figure jumps over the
   * goal, a pair holds the figure on one side of the jump.
   */
  lines: readonly (readonly Pair[])[];
  /** The grid points evaluated, row by row from the lowest `up`. */
  tried: readonly Pair[];
  /** The grid point nearest to the goal; undefined where no point has a value. */
  nearest: Pair | undefined;
}

/** Grid points along each input. */
const POINTS = 7;

/**
 * The pairs of two inputs at which a figure reaches a goal. On a grid of seven by seven points, each edge whose ends
 * lie on opposite sides of the goal is searched as by `goalSeek`; the crossings are then joined through the grid's
 * squares. Features smaller than a square go unnoticed, and a line ends where the figure has no value.
 */
export function goalLine(figure: Figure, goal: number, across: Interval, up: Interval): GoalLine {
  const valueOf = remembered(figure);
  const at = ({low, high}: Interval, i: number): number => low + ((high - low) * i) / (POINTS - 1);
  const tried = Array.from({length: POINTS * POINTS}, (_, k) => {
    const [x, y] = [at(across, k % POINTS), at(up, Math.floor(k / POINTS))];
    return {across: x, up: y, figure: valueOf(x, y)};
  });
  const crossings = new Map<string, Pair>();
  const segments = squares().flatMap((corners) => segmentsIn(corners, tried, goal));
  for (const edge of segments.flat())
    if (!crossings.has(edge)) crossings.set(edge, crossingOn(edge, tried, valueOf, goal));
  return {
    lines: joined(segments).map((edges) => edges.map((edge) => crossings.get(edge)!)),
    tried,
    nearest: nearestTo(goal, tried)
  };
}

/** Caches values, because a search begins and ends at grid points. */
function remembered(figure: Figure): Figure {
  const known = new Map<string, number>();
  return (across, up) => {
    const key = `${across} ${up}`;
    const value = known.get(key) ?? figure(across, up);
    known.set(key, value);
    return value;
  };
}

type Figure = (across: number, up: number) => number;

/** The corners of a square by their index, anticlockwise from the lowest. */
type Square = readonly [number, number, number, number];

function squares(): Square[] {
  return Array.from({length: (POINTS - 1) * (POINTS - 1)}, (_, k) => {
    const corner = (k % (POINTS - 1)) + Math.floor(k / (POINTS - 1)) * POINTS;
    return [corner, corner + 1, corner + 1 + POINTS, corner + POINTS];
  });
}

/** A line segment between two edges of the grid. An edge has one name, `3-4`, in both of its squares. */
type Segment = readonly [string, string];

/** The line's segments within a square. */
function segmentsIn(corners: Square, tried: readonly Pair[], goal: number): Segment[] {
  const values = corners.map((corner) => tried[corner]!.figure);
  if (!values.every(Number.isFinite)) return [];
  const above = values.map((value) => value >= goal);
  const crossed = corners.flatMap((corner, i) => {
    const next = (i + 1) % 4;
    return above[i] === above[next] ? [] : [edgeBetween(corner, corners[next]!)];
  });
  const [first, second, third, fourth] = crossed;
  if (first === undefined || second === undefined) return [];
  if (third === undefined || fourth === undefined) return [[first, second]];
  // A saddle, with opposite corners on the same side: the value at the centre decides which corners are connected.
  const middle = values.reduce((sum, value) => sum + value, 0) / 4 >= goal;
  return middle === above[0]
    ? [
        [first, second],
        [third, fourth]
      ]
    : [
        [fourth, first],
        [second, third]
      ];
}

function edgeBetween(a: number, b: number): string {
  return `${Math.min(a, b)}-${Math.max(a, b)}`;
}

function crossingOn(edge: string, tried: readonly Pair[], figure: Figure, goal: number): Pair {
  const [from, to] = edge.split("-").map((place) => tried[Number(place)]!) as [Pair, Pair];
  const pair = (across: number, up: number): Pair => ({across, up, figure: figure(across, up)});
  const enough = allowance(goal);
  return from.up === to.up
    ? pair(
        root((x) => figure(x, from.up) - goal, from.across, to.across, enough),
        from.up
      )
    : pair(
        from.across,
        root((y) => figure(from.across, y) - goal, from.up, to.up, enough)
      );
}

/** Joins segments that share an edge: open lines from their ends first, then closed ones. */
function joined(segments: readonly Segment[]): string[][] {
  const neighbours = new Map<string, string[]>();
  const add = (edge: string, other: string): void =>
    void neighbours.set(edge, [...(neighbours.get(edge) ?? []), other]);
  for (const [a, b] of segments) {
    add(a, b);
    add(b, a);
  }
  const follow = (from: string): string[] => {
    const line = [from];
    for (let edge = from; ;) {
      const next = neighbours.get(edge)!.shift();
      if (next === undefined) return line;
      neighbours.set(
        next,
        neighbours.get(next)!.filter((one) => one !== edge)
      );
      line.push((edge = next));
    }
  };
  const ends = [...neighbours].filter(([, others]) => others.length === 1).map(([edge]) => edge);
  return [...ends, ...neighbours.keys()].map(follow).filter((line) => line.length > 1);
}
