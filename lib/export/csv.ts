import {wellFormed} from "./text/well-formed.js";

/** What a column's name and values are, as far as CSV needs to know. */
export interface CsvTable {
  columns: readonly {name: string; values: readonly (number | string | boolean | Date | null)[]}[];
}

/**
 * A table as CSV: names as in the tables, numbers in full, dates as `YYYY-MM-DD`, missing cells empty. A text that a
 * spreadsheet program would take for a formula has an apostrophe before it; numbers, also those that are text, have
 * none.
 */
export function csv({columns}: CsvTable): string {
  const length = columns[0]?.values.length ?? 0;
  const lines = Array.from({length}, (_, row) => columns.map(({values}) => field(values[row] ?? null)));
  return [columns.map(({name}) => csvText(name)), ...lines].map((line) => `${line.join(",")}\n`).join("");
}

function field(value: number | string | boolean | Date | null): string {
  const isMissing = value === null || Number.isNaN(value);
  if (isMissing) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" ? csvText(value) : String(value);
}

/** A text as a field of CSV: in quotes where it must be, and never a formula. */
export function csvText(text: string): string {
  const plain = wellFormed(beginsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text);
  return /[",\r\n]|^\uFEFF/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** What spreadsheet programs take for the beginning of a formula, some after they have cut off blanks. */
const beginsFormula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const isNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
