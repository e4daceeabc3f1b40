import {cellName, drawnColumns, needed, SHARE, type Inputs, type Model} from "../sheet/index.js";
import type {Distribution, Range} from "./distribution.js";

/** An input cell that is not known exactly, and that some output depends on. */
export interface Driver extends Range {
  /** `table[row].column`, or `table.column` where the table has one row. */
  cell: string;
  /** `table.column` */
  column: string;
  row: number;
}

/** The drivers of some columns (`table.column`), in the model's order. */
export function driversOf(model: Model, inputs: Inputs, outputs: readonly string[]): Driver[] {
  return needed(model, outputs).flatMap((column) => {
    const {values = [], provenance} = inputs[column.table.name]?.columns[column.name] ?? {};
    return values.flatMap((central, row): Driver[] => {
      const range = provenance?.[row];
      if (typeof central !== "number" || !range || range.family === "exact" || !(range.high > range.low)) return [];
      const {low, high, family} = range;
      const cell = cellName({model, inputs}, column, row, 0);
      return [{cell, column: column.id, row, low, central, high, family}];
    });
  });
}

/** A driver's distribution: a share stays within 0..1, and what can't be negative above 0. */
export function distributionOf(model: Model, driver: Driver): Distribution {
  const unit = model.columns.get(driver.column)!.unit.text;
  if (unit === SHARE) return {...driver, within: [0, 1]};
  return unit === "1" || unit.startsWith("1/") || driver.low < 0 ? driver : {...driver, within: [0, Infinity]};
}

/** Whether a driver has anything to do with an output: whether the output depends on its column. */
export function reaches(model: Model, driver: Driver, output: string): boolean {
  return drawnColumns(model, [driver.column], [output]).some(({id}) => id === output);
}
