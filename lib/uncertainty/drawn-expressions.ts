import {needed, type Inputs, type Model} from "../sheet/index.js";
import {liveCells} from "../sheet/live-cells.js";
import type {Driver} from "./driver.js";

/** A cell whose expression reads something drawn, so that its value differs from draw to draw. */
export interface DrawnExpression {
  /** `table.column` */
  column: string;
  row: number;
  /** Its value in a draw, given the cells of drawn columns. */
  valueIn: (drawn: (column: string, row: number) => number) => number;
}

/** The expressions that read a driver or another such expression, each after those that it reads. */
export function drawnExpressions(
  base: {model: Model; inputs: Inputs},
  drivers: readonly Driver[],
  wanted: readonly string[]
): DrawnExpression[] {
  const columns = new Set(needed(base.model, wanted));
  const drawn = new Set(drivers.map(({column, row}) => `${column} ${row}`));
  return liveCells(base).flatMap(({column, row, expression: {reads, evaluate}}): DrawnExpression[] => {
    const isDrawn = reads.map((read) => drawn.has(`${read.column.id} ${read.row}`));
    if (!columns.has(column) || !isDrawn.includes(true)) return [];
    drawn.add(`${column.id} ${row}`);
    const central = reads.map(
      (read) => base.inputs[read.column.table.name]!.columns[read.column.name]!.values[read.row]
    );
    const valueIn: DrawnExpression["valueIn"] = (valueOf) =>
      evaluate(reads.map((read, i) => (isDrawn[i] ? valueOf(read.column.id, read.row) : Number(central[i]))));
    return [{column: column.id, row, valueIn}];
  });
}
