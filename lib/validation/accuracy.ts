import {table} from "../model/parameter.js";
import type {Inputs, Table} from "../sheet/index.js";
import {classErrors, type ClassError} from "./classes.js";

/** How far predictions of a class of measurements are off, left out in one of several ways. */
export interface AccuracyRow {
  left_out: LeftOut;
  of: string;
  count: number;
  median: number;
  p90: number;
  bias: number;
  ranked_groups: number;
  rank_correlation: number;
}

/** What was left out, and whether what other measurements teach corrects the physics. */
export const leftOuts = {
  fitted: "nothing",
  rate: "pairs of model and accelerator",
  corrected_rate: "pairs of model and accelerator, corrected",
  source_rate: "sources",
  corrected_source_rate: "sources, corrected",
  publisher_rate: "publishers",
  year_rate: "later years"
} as const;

export type LeftOut = (typeof leftOuts)[keyof typeof leftOuts];

export const accuracy: Table<AccuracyRow> = table<AccuracyRow>(
  "accuracy",
  "How far predictions of classes of measurements are off, by what was left out of the fit.",
  ({text, input}) => ({
    left_out: text<LeftOut>("What was left out of the fit together"),
    of: text("Class of measurements"),
    count: input("1", "Measurements in it"),
    median: input("1", "Median error, as a share of the measured rate"),
    p90: input("1", "What nine tenths of the errors stay within"),
    bias: input("1", "Median of predicted over measured rate, less 1"),
    ranked_groups: input("1", "Groups of one model, lengths and limits on three accelerators or more; of all together"),
    rank_correlation: input("1", "Rank correlation of predicted and measured tokens per USD within these groups")
  })
);

/** A class in which errors grew. */
export interface Worse extends ClassError {
  leftOut: LeftOut;
  before: number;
}

/** Classes of fewer measurements tell little. */
const ENOUGH = 15;
/** By how much a median error may grow. */
const TOLERANCE = 0.03;

/**
 * The classes of 15 measurements or more whose median error with pairs or sources left out is over 3 points above that
 * of the table `accuracy`.
 */
export function worseClasses({accuracy: table}: Inputs, now: ReadonlyMap<LeftOut, readonly ClassError[]>): Worse[] {
  const {keys, columns} = table!;
  const before = (leftOut: LeftOut, name: string): number => {
    const row = keys.findIndex((_, i) => columns.left_out!.values[i] === leftOut && columns.of!.values[i] === name);
    return row < 0 ? Infinity : Number(columns.median!.values[row]);
  };
  return [leftOuts.rate, leftOuts.source_rate].flatMap((leftOut) =>
    (now.get(leftOut) ?? [])
      .map((one) => ({...one, leftOut, before: before(leftOut, one.name)}))
      .filter(({count, median, before: was}) => count >= ENOUGH && median > was + TOLERANCE)
  );
}

/** The errors of all classes as the table `held_out` has them, by what was left out. */
export function heldOutErrors(inputs: Inputs): Map<LeftOut, ClassError[]> {
  const {columns} = inputs.held_out!;
  const columnsOf = Object.entries(leftOuts).filter(([column]) => column in columns);
  return new Map(
    columnsOf.map(([column, leftOut]) => {
      const rates = columns.measurement!.values.map((key, row): [string, number] => [
        String(key),
        Number(columns[column]!.values[row] ?? NaN)
      ]);
      return [leftOut, classErrors(inputs, new Map(rates))];
    })
  );
}
