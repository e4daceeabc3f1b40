import {wellFormed} from "./text/well-formed.js";

/** The part of a published table that CSV needs. */
export interface CsvTable {
  columns: readonly {name: string; values: readonly (number | string | boolean | Date | null)[]}[];
}

/**
 * A table as CSV: column names, numbers in full precision, dates as `YYYY-MM-DD`, missing cells empty. A text that a
 * spreadsheet would read as a formula is preceded by an apostrophe; numbers never are, even in columns of text.
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

/** A text as a CSV field: quoted where necessary, and never a formula. */
export function csvText(text: string): string {
  const plain = wellFormed(beginsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text);
  return /[",\r\n]|^\uFEFF/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** What spreadsheets read as the start of a formula, some of them after trimming blanks. */
const beginsFormula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const isNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
