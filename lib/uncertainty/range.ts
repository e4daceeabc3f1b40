import {quantiles} from "./quantile.js";
import type {Draws, Study} from "./study.js";

/** The 5th, 50th and 95th percentiles of an output in a month, over draws. */
export interface CellRange {
  column: string;
  month: number;
  low: number;
  median: number;
  high: number;
}

/** The ranges of a study's outputs, or of some of them, month by month. */
export function ranges(study: Study, draws: Draws, columns = study.outputs): CellRange[] {
  return columns.flatMap((column) =>
    study.at.map((month) => {
      const [low, median, high] = quantiles(outputOf(study, draws, column, month), [0.05, 0.5, 0.95]) as [
        number,
        number,
        number
      ];
      return {column, month, low, median, high};
    })
  );
}

/** The values of an output in a month, draw by draw. */
export function outputOf({outputs, at}: Study, {from, to, values}: Draws, column: string, month: number): Float64Array {
  const first = (outputs.indexOf(column) * at.length + at.indexOf(month)) * (to - from);
  return values.subarray(first, first + to - from);
}

/** Joins parts of a study's draws in order. */
export function joined({outputs, at}: Study, parts: readonly Draws[]): Draws {
  const sorted = parts.toSorted((a, b) => a.from - b.from);
  const from = sorted[0]?.from ?? 0;
  const to = sorted.at(-1)?.to ?? 0;
  const values = new Float64Array(outputs.length * at.length * (to - from));
  for (const part of sorted)
    for (let i = 0; i < outputs.length * at.length; ++i) {
      const length = part.to - part.from;
      values.set(part.values.subarray(i * length, (i + 1) * length), i * (to - from) + part.from - from);
    }
  return {from, to, values};
}
