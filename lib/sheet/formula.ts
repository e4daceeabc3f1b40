import type {Cells, Column} from "./column.js";

/** Computed from this row's other columns, the parameters and the functions, in the unit stated. */
export type FormulaBuilder<T, P, F> = (
  unit: string,
  doc: string,
  formula: (row: Cells<T>, parameters: P, functions: F) => number | boolean
) => Column<number>;

export function formula(unit: string, doc: string, formula: (...parameters: never[]) => unknown): Column<number> {
  return {kind: "formula", unit, doc, formula};
}
