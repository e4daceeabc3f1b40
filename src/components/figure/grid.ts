import type {Origin} from "../inspector/origin.js";

/** A cell; null is missing. */
export type Value = number | string | boolean | Date | null;

/** A column with its values and description. */
export interface GridColumn {
  name: string;
  /** Heading, if not its name. */
  label?: string;
  type: "number" | "text" | "date";
  /** Unit; empty if there is none. */
  unit: string;
  description: string;
  values: Value[];
}

/** A table by columns, from which table elements, CSV files and Parquet files are made. */
export interface Grid {
  columns: GridColumn[];
  length: number;
  /** The rows from which it was made. */
  rows?: readonly object[];
  /** The origin of a number by row and column, if its row does not hold one. */
  origin?: (row: number, column: string) => Origin | undefined;
}

/** A column's name, unit and description. */
export type ColumnNote = Omit<GridColumn, "values">;

export function textColumn(name: string, description: string): ColumnNote {
  return {name, label: labelOf(name), type: "text", unit: "", description};
}

export function numberColumn(name: string, unit: string, description: string): ColumnNote {
  return {name, label: labelOf(name), type: "number", unit, description};
}

/**
 * Rows as a grid. Without notes, the columns are those of the first row, and their types those of their first values. A
 * row's `origin` is not a column: it says where its numbers come from.
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

/** A name as people write it: `equity_irr` becomes equity IRR. */
function labelOf(name: string): string {
  return name.replaceAll("_", " ").replaceAll(abbreviations, (word) => word.toUpperCase().replace(/^GPUS$/, "GPUs"));
}

const abbreviations = /\b(?:irr|npv|dscr|ttft|tpot|gpus?)\b/g;
