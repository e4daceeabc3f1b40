import {boundsOf, cellName, drawnColumns, needed, type Inputs, type Model} from "../sheet/index.js";
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
  return {...driver, within: boundsOf(model.columns.get(driver.column)!.unit.text)};
}

/** Whether a driver has anything to do with an output: whether the output depends on its column. */
export function reaches(model: Model, driver: Driver, output: string): boolean {
  return drawnColumns(model, [driver.column], [output]).some(({id}) => id === output);
}
