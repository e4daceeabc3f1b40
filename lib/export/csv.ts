/** What a column's name and values are, as far as CSV needs to know. */
export interface CsvTable {
  columns: readonly {name: string; values: readonly (number | string | boolean | Date | null)[]}[];
}

/** A table as CSV: names as in the tables, numbers in full, dates as `YYYY-MM-DD`, missing cells empty. */
export function csv({columns}: CsvTable): string {
  const length = columns[0]?.values.length ?? 0;
  const lines = Array.from({length}, (_, row) => columns.map(({values}) => field(values[row] ?? null)));
  return [columns.map(({name}) => field(name)), ...lines].map((line) => `${line.join(",")}\n`).join("");
}

function field(value: number | string | boolean | Date | null): string {
  const isMissing = value === null || Number.isNaN(value);
  return quoted(isMissing ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
}

/** A text as a field of CSV: in quotes where it must be. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
