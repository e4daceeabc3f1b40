import type {Column, InputColumn} from "./column.js";

/** A numeric input with its unit: `input("W/GPU", "Thermal design power")`. */
export function input(unit: string, doc: string): Column<number> {
  return {kind: "input", type: "number", unit, doc};
}

/** A text input; formulas may compare it with a string: `site.tenure === "owned"`. */
export function text<V extends string = string>(doc: string): Column<V> {
  return {kind: "input", type: "text", unit: "", doc} satisfies InputColumn;
}

/** A date input, YYYY-MM or YYYY-MM-DD; its value is in months since 2000-01. */
export function date(doc: string): Column<number> {
  return {kind: "input", type: "date", unit: "month", doc};
}

/** The run's clock, for a column of the parameter table named `month`, `step` or `start`. */
export function clock(doc: string): Column<number> {
  return {kind: "input", type: "clock", unit: "month", doc};
}
