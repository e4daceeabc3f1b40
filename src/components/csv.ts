import type {Grid, Value} from "./grid.js";

/** A grid as CSV: names as in the tables, numbers in full, dates as `YYYY-MM-DD`, missing cells empty. */
export function csv({columns, length}: Grid): string {
  const lines = Array.from({length}, (_, row) => columns.map(({values}) => field(values[row] ?? null)));
  return [columns.map(({name}) => field(name)), ...lines].map((line) => `${line.join(",")}\n`).join("");
}

function field(value: Value): string {
  const text = value === null ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
