import type {Aggregate} from "./column.js";

/** Which cells of another table go into which cell: by a reference, or all rows into one. */
export class Groups {
  constructor(
    readonly size: number,
    readonly draws: number,
    readonly by: Float64Array | undefined
  ) {}

  /** The cell that the other table's cell `i` goes into; NaN where its reference is empty. */
  of(i: number): number {
    const draw = i % this.draws;
    return this.by ? this.by[i]! * this.draws + draw : draw;
  }

  /** The other table's cells, of `count`, that go into a cell. */
  members(cell: number, count: number): number[] {
    const draw = cell % this.draws;
    const ofDraw = Array.from({length: count / this.draws}, (_, row) => row * this.draws + draw);
    return ofDraw.filter((i) => this.of(i) === cell);
  }
}

type Aggregator = (groups: Groups, values: Float64Array, out: Float64Array, weights?: Float64Array) => void;

/** How each aggregate fills the cells of `out`; a cell that it can't fill is NaN. */
export const aggregates: Record<Aggregate | "argmax" | "argmin", Aggregator> = {
  sum: (groups, values, out) => each(groups, values, (to, v) => (out[to]! += v)),
  count: (groups, values, out) => each(groups, values, (to) => (out[to]! += 1)),
  mean: (groups, values, out) => weightedMean(groups, values, out, new Float64Array(values.length).fill(1)),
  weighted_mean: (groups, values, out, weights) => weightedMean(groups, values, out, weights!),
  min: (groups, values, out) => extreme(groups, values, out, (v, best) => !(v >= best), false),
  max: (groups, values, out) => extreme(groups, values, out, (v, best) => !(v <= best), false),
  argmin: (groups, values, out) => extreme(groups, values, out, (v, best) => !(v >= best), true),
  argmax: (groups, values, out) => extreme(groups, values, out, (v, best) => !(v <= best), true)
};

function each(groups: Groups, values: Float64Array, visit: (to: number, value: number, i: number) => void): void {
  for (let i = 0; i < values.length; ++i) {
    const to = groups.of(i);
    if (to === to) visit(to, values[i]!, i);
  }
}

/** Rows of no weight do not count, whatever they hold. */
function weightedMean(groups: Groups, values: Float64Array, out: Float64Array, weights: Float64Array): void {
  const total = new Float64Array(out.length);
  each(groups, values, (to, v, i) => {
    if (weights[i] === 0) return;
    out[to]! += v * weights[i]!;
    total[to]! += weights[i]!;
  });
  for (let i = 0; i < out.length; ++i) out[i] = total[i] === 0 ? NaN : out[i]! / total[i]!;
}

/** A NaN wins, so that it spreads; otherwise the first row that is better than all before it. */
function extreme(
  groups: Groups,
  values: Float64Array,
  out: Float64Array,
  better: (v: number, best: number) => boolean,
  index: boolean
): void {
  const best = new Float64Array(out.length);
  const winner = new Float64Array(out.length).fill(NaN);
  each(groups, values, (to, v, i) => {
    if (Number.isNaN(winner[to]) || (!Number.isNaN(best[to]) && better(v, best[to]!)))
      [best[to], winner[to]] = [v, Math.floor(i / groups.draws)];
  });
  for (let i = 0; i < out.length; ++i)
    out[i] = index && !Number.isNaN(best[i]) ? winner[i]! : Number.isNaN(winner[i]) ? NaN : best[i]!;
}
