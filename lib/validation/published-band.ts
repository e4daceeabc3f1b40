import type {TableInput} from "../sheet/index.js";
import {quantiles} from "../uncertainty/index.js";

/** What is published of a quantity: a band, and a value in it where there is one. */
export interface PublishedBand {
  low: number;
  high: number;
  published: number | null;
}

/** The band that a row of a table publishes, in columns `low`, `high` and `published`. */
export function bandIn(table: TableInput, row: number): PublishedBand {
  const isPublished = table.columns.published!.values[row] !== null;
  return {
    low: numberIn(table, "low", row),
    high: numberIn(table, "high", row),
    published: isPublished ? numberIn(table, "published", row) : null
  };
}

/** How a prediction, and the 5 to 95 % range of its draws, stand to what is published. */
export function agreement(
  predicted: number,
  [from, to]: readonly [low: number, high: number],
  {low, high, published}: PublishedBand
): {inside: boolean; covered: boolean} {
  return {
    inside: predicted >= low && predicted <= high,
    covered: published === null ? to >= low && from <= high : published >= from && published <= to
  };
}

/** The 5 to 95 % range of draws. One that serves nobody has no ratios: it says nothing of the range. */
export function centralRange(draws: Iterable<number>): [low: number, high: number] {
  return quantiles(Float64Array.from(draws).filter(Number.isFinite), [0.05, 0.95]) as [number, number];
}

function numberIn(table: TableInput, column: string, row: number): number {
  return Number(table.columns[column]!.values[row]);
}

/** A text of a row; empty where it is missing. */
export function textIn(table: TableInput, column: string, row: number): string {
  return String(table.columns[column]!.values[row] ?? "");
}
