import {boundsOf, cellName, drawnColumns, needed, type Inputs, type Model} from "../sheet/index.js";
import type {Distribution, Range} from "./distribution.js";

/** An uncertain input cell on which some output depends. */
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

/** A driver's distribution, truncated to 0..1 for a share and to positive values where negative ones are impossible. */
export function distributionOf(model: Model, driver: Driver): Distribution {
  return {...driver, within: boundsOf(model.columns.get(driver.column)!.unit.text)};
}

/** Whether an output depends on a driver's column. */
export function reaches(model: Model, driver: Driver, output: string): boolean {
  return drawnColumns(model, [driver.column], [output]).some(({id}) => id === output);
}
