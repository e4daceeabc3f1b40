import type {Origin} from "../inspector/origin.js";

/** A cell; null is missing. */
export type Value = number | string | boolean | Date | null;

/** A column with its values, and what is known of them. */
export interface GridColumn {
  name: string;
  /** What stands above it, if not its name. */
  label?: string;
  type: "number" | "text" | "date";
  /** Empty when there is none. */
  unit: string;
  description: string;
  values: Value[];
}

/** A table by columns, as a table element, a CSV file and a Parquet file are made of it. */
export interface Grid {
  columns: GridColumn[];
  length: number;
  /** The rows that it was made of. */
  rows?: readonly object[];
  /** Where the number of a row and a column comes from, where its row does not say. */
  origin?: (row: number, column: string) => Origin | undefined;
}

/** A column's name, unit and sentence. */
export type ColumnNote = Omit<GridColumn, "values">;

export function textColumn(name: string, description: string): ColumnNote {
  return {name, label: labelOf(name), type: "text", unit: "", description};
}

export function numberColumn(name: string, unit: string, description: string): ColumnNote {
  return {name, label: labelOf(name), type: "number", unit, description};
}

/**
 * Rows as a grid. Without notes the columns are those of the first row, and their types those of their first value.
 * What a row holds as `origin` is no column: it says where its numbers come from.
 */
export function gridOf(rows: readonly object[], notes?: readonly ColumnNote[]): Grid {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== "origin");
  const columns = notes ?? names.map((name) => noteOf(name, rows));
  return {
    length: rows.length,
    rows,
    columns: columns.map((note) => ({...note, values: rows.map((row) => valueOf(row, note.name))}))
  };
}

function noteOf(name: string, rows: readonly object[]): ColumnNote {
  const first = rows.map((row) => valueOf(row, name)).find((value) => value !== null);
  const type = first instanceof Date ? "date" : typeof first === "number" ? "number" : "text";
  return {name, label: labelOf(name), type, unit: "", description: ""};
}

function valueOf(row: object, name: string): Value {
  return (row as Record<string, Value | undefined>)[name] ?? null;
}

/** A name as people write it: `equity_irr` is equity IRR. */
function labelOf(name: string): string {
  return name.replaceAll("_", " ").replaceAll(abbreviations, (word) => word.toUpperCase().replace(/^GPUS$/, "GPUs"));
}

const abbreviations = /\b(?:irr|npv|dscr|ttft|tpot|gpus?)\b/g;
