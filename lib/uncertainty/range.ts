import {evaluate, keysOf, needed, type Inputs, type Model, type RunOptions} from "../sheet/index.js";
import {quantiles} from "./quantile.js";
import {sample} from "./sample.js";

/** The 5th, 50th and 95th percentile of a cell over draws. */
export interface CellRange {
  column: string;
  row: number;
  month: number;
  low: number;
  median: number;
  high: number;
}

export interface RangeOptions extends RunOptions {
  draws: number;
  seed: number;
}

/**
 * Runs a model with every uncertain input drawn from its distribution, and gives the ranges of some columns
 * (`table.column`), row by row and month by month. The same seed gives the same ranges.
 */
export function ranges(
  model: Model,
  inputs: Inputs,
  columns: readonly string[],
  {draws, seed, ...options}: RangeOptions
): CellRange[] {
  const run = evaluate(model, sample(needed(model, columns), inputs, draws, seed), {...options, draws, only: columns});
  return columns.flatMap((column) =>
    Array.from({length: run.months}, (_, month) =>
      keysOf(run, column.split(".")[0]!).map((_, row) => {
        const cells = run.cells.get(column)!;
        const values = (cells.history[month] ?? cells.history[0]!).subarray(row * draws, (row + 1) * draws);
        const [low, median, high] = quantiles(values, [0.05, 0.5, 0.95]) as [number, number, number];
        return {column, row, month, low, median, high};
      })
    ).flat()
  );
}
