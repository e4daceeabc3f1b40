import {dateOf, type Inputs} from "../../lib/sheet/inputs.js";
import type {ModelColumn} from "../../lib/sheet/model.js";

/** An input in entry notation: `28000 (25000..40000)`. */
export function inputText(inputs: Inputs, {table, name, definition}: ModelColumn, row: number): string {
  const {values, provenance} = inputs[table.name]?.columns[name] ?? {values: []};
  const value = values[row] ?? null;
  if (value === null) return "";
  if (definition.kind === "input" && definition.type === "date") return dateOf(Number(value));
  const range = provenance?.[row];
  if (typeof value !== "number" || !range || range.family === "exact") return String(value);
  return `${value} (${range.low}..${range.high}${range.family === "pert" ? "" : ` ${range.family}`})`;
}
