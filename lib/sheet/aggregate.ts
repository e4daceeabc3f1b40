import type {Aggregate} from "./column.js";
import {cellAt, type Slab} from "./slab.js";

/** Which rows of another table go into which cell of `out`: by a reference, or all rows into one. */
export class Groups {
  /** As many numbers as `out` has, to count with: made once, used in every month. */
  readonly scratch: Float64Array;

  constructor(
    readonly out: Slab,
    readonly by: Slab | undefined
  ) {
    this.scratch = new Float64Array(out.cells.length);
  }

  /** The row of `out` that the other table's row goes into in a draw; NaN where its reference is empty. */
  of(row: number, draw: number): number {
    return this.by ? cellAt(this.by, row, draw) : 0;
  }

  /**
   * Calls `visit` with a cell of `out`, a row of the other table that goes into it, and the draws that go with it: all
   * where the row's reference is the same in every draw, else one at a time.
   */
  each(rows: number, visit: (to: number, row: number, draw: number, count: number) => void): void {
    const {draws} = this.out;
    const count = this.by && this.by.draws > 1 ? 1 : draws;
    for (let row = 0; row < rows; ++row)
      for (let draw = 0; draw < draws; draw += count) {
        const to = this.of(row, draw);
        if (to === to) visit(to * draws + draw, row, draw, count);
      }
  }

  /** The other table's rows, of `rows`, that go into a cell. */
  members(cell: number, rows: number): number[] {
    const {draws} = this.out;
    const [to, draw] = [Math.floor(cell / draws), cell % draws];
    return Array.from({length: rows}, (_, row) => row).filter((row) => this.of(row, draw) === to);
  }
}

type Aggregator = (groups: Groups, values: Slab, weights?: Slab) => void;

/** How each aggregate fills the cells of a group's `out`; a cell that it can't fill is NaN. */
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

function ones({cells, draws}: Slab): Slab {
  return {cells: new Float64Array(cells.length / draws).fill(1), draws: 1};
}

function sum(groups: Groups, {cells: values, draws}: Slab): void {
  const {cells} = groups.out;
  const step = draws === 1 ? 0 : 1;
  cells.fill(0);
  groups.each(values.length / draws, (to, row, draw, count) => {
    const from = row * draws + draw * step;
    for (let k = 0; k < count; ++k) cells[to + k]! += values[from + k * step]!;
  });
}

/** Rows of no weight do not count, whatever they hold. */
function weightedMean(groups: Groups, {cells: values, draws}: Slab, weights: Slab): void {
  const {scratch: total} = groups;
  const {cells} = groups.out;
  const [step, heavy] = [draws === 1 ? 0 : 1, weights.draws === 1 ? 0 : 1];
  cells.fill(0);
  total.fill(0);
  groups.each(values.length / draws, (to, row, draw, count) => {
    const [from, by] = [row * draws + draw * step, row * weights.draws + draw * heavy];
    for (let k = 0; k < count; ++k) {
      const weight = weights.cells[by + k * heavy]!;
      if (weight === 0) continue;
      cells[to + k]! += values[from + k * step]! * weight;
      total[to + k]! += weight;
    }
  });
  for (let i = 0; i < cells.length; ++i) cells[i] = total[i] === 0 ? NaN : cells[i]! / total[i]!;
}

/** A NaN wins, so that it spreads; otherwise the first row that is better than all before it. Sign 1 is the greatest. */
function extreme(groups: Groups, {cells: values, draws}: Slab, sign: 1 | -1, index: boolean): void {
  const {scratch: winner} = groups;
  const {cells: best} = groups.out;
  const step = draws === 1 ? 0 : 1;
  winner.fill(-1);
  best.fill(NaN);
  groups.each(values.length / draws, (to, row, draw, count) => {
    const from = row * draws + draw * step;
    for (let i = to, k = from; i < to + count; ++i, k += step) {
      const [value, before] = [values[k]!, best[i]!];
      if (winner[i]! >= 0 && (before !== before || sign * value <= sign * before)) continue;
      best[i] = value;
      winner[i] = row;
    }
  });
  if (index) for (let i = 0; i < best.length; ++i) if (best[i] === best[i]) best[i] = winner[i]!;
}
