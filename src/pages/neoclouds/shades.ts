import {textIn} from "../../components/rows/row-values.js";
import type {MonthRow} from "../../components/rows/series.js";

/** A colour for each key of a table, in the order in which they come. */
export function shadeOf(rows: readonly MonthRow[]): (key: string) => string {
  const keys = [...new Set(rows.map((row) => textIn(row, "key")))];
  return (key) => shades[keys.indexOf(key) % shades.length]!;
}

const shades = [
  "var(--layer-neocloud)",
  "var(--layer-inference)",
  "var(--layer-application)",
  "var(--layer-value)",
  "var(--layer-materials)"
];
