import type {Aggregate} from "./column.js";
import {isNumber, valueInDraw, type Slab} from "./slab.js";

/** Which rows of another table belong to which cell of `out`: by reference, or all rows in one cell. */
export class Groups {
  /** Counters, one per number in `out`, allocated once and reused every month. */
  readonly scratch: Float64Array;

  constructor(
    readonly out: Slab,
    readonly by: Slab | undefined
  ) {
    this.scratch = new Float64Array(out.rows * out.draws);
  }

  /** The row of `out` to which a row of the other table belongs in a draw; NaN if its reference is empty. */
  of(row: number, draw: number): number {
    return this.by ? valueInDraw(this.by, row, draw) : 0;
  }

  /** How many consecutive draws of a row share a row of `out`: all or one. */
  get together(): number {
    return this.by && this.by.draws > 1 ? 1 : this.out.draws;
  }

  /** The other table's rows, out of `rows`, that belong to a cell. */
  members(cell: number, rows: number): number[] {
    const {draws} = this.out;
    const [to, draw] = [Math.floor(cell / draws), cell % draws];
    return Array.from({length: rows}, (_, row) => row).filter((row) => this.of(row, draw) === to);
  }
}

type Aggregator = (groups: Groups, values: Slab, weights?: Slab) => void;

/** How each aggregate fills a group's `out`; a cell that cannot be computed is NaN. */
export const aggregates: Record<Aggregate | "argmax" | "argmin", Aggregator> = {
  sum: (groups, values) => sum(groups, values),
  count: (groups, values) => sum(groups, ones(values)),
  mean: (groups, values) => weightedMean(groups, values, ones(values)),
  weighted_mean: (groups, values, weights) => weightedMean(groups, values, weights!),
  min: (groups, values) => extreme(groups, values, -1, false),
  max: (groups, values) => extreme(groups, values, 1, false),
  argmin: (groups, values) => extreme(groups, values, -1, true),
  argmax: (groups, values) => extreme(groups, values, 1, true)
};

function ones({rows}: Slab): Slab {
  return {cells: new Float64Array(rows).fill(1), start: 0, rows, draws: 1};
}

function sum(groups: Groups, slab: Slab): void {
  const {together, out} = groups;
  if (out.draws === 1) return sumOne(out, groups.by, slab);
  const {cells: values, start, rows, draws} = slab;
  const {cells} = out;
  const step = draws === 1 ? 0 : 1;
  cells.fill(0, out.start, out.start + out.rows * out.draws);
  for (let row = 0; row < rows; ++row)
    for (let draw = 0; draw < out.draws; draw += together) {
      const to = out.start + groups.of(row, draw) * out.draws + draw;
      const from = start + row * draws + draw * step;
      if (to === to) for (let k = 0; k < together; ++k) cells[to + k]! += values[from + k * step]!;
    }
}

/** Runs without draws sum in a loop of their own, where references and values are read one after another. */
function sumOne(out: Slab, by: Slab | undefined, {cells: values, start, rows}: Slab): void {
  const {cells, start: first} = out;
  cells.fill(0, first, first + out.rows);
  for (let row = 0; row < rows; ++row) {
    const to = by ? by.cells[by.start + row]! : 0;
    if (isNumber(to)) cells[first + to]! += values[start + row]!;
  }
}

/** Rows of weight zero do not count, whatever their value. */
function weightedMean(groups: Groups, values: Slab, weights: Slab): void {
  const {scratch: total, together, out} = groups;
  const {cells, start} = out;
  cells.fill(0, start, start + total.length);
  total.fill(0);
  for (let row = 0; row < values.rows; ++row)
    for (let draw = 0; draw < out.draws; draw += together) {
      const to = groups.of(row, draw) * out.draws + draw;
      if (to === to)
        for (let k = 0; k < together; ++k) {
          const weight = valueInDraw(weights, row, draw + k);
          if (weight === 0) continue;
          cells[start + to + k]! += valueInDraw(values, row, draw + k) * weight;
          total[to + k]! += weight;
        }
    }
  for (let i = 0; i < total.length; ++i) cells[start + i] = total[i] === 0 ? NaN : cells[start + i]! / total[i]!;
}

/** NaN propagates; otherwise the first row with the extreme value wins. Sign 1 seeks the maximum. */
function extreme(groups: Groups, values: Slab, sign: 1 | -1, index: boolean): void {
  const {scratch: winner, together, out} = groups;
  const {cells: best, start} = out;
  winner.fill(-1);
  best.fill(NaN, start, start + winner.length);
  for (let row = 0; row < values.rows; ++row)
    for (let draw = 0; draw < out.draws; draw += together) {
      const to = groups.of(row, draw) * out.draws + draw;
      if (to === to)
        for (let k = 0; k < together; ++k) {
          const value = valueInDraw(values, row, draw + k);
          const before = best[start + to + k]!;
          if (winner[to + k]! >= 0 && (before !== before || sign * value <= sign * before)) continue;
          best[start + to + k] = value;
          winner[to + k] = row;
        }
    }
  if (!index) return;
  for (let i = 0; i < winner.length; ++i) if (best[start + i] === best[start + i]) best[start + i] = winner[i]!;
}
