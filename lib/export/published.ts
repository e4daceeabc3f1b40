/** A column as published; NaN and null are missing. */
export interface PublishedColumn {
  name: string;
  type: "number" | "text" | "date";
  /** Stored with seven digits, in half the bytes, for tables that pages load first. */
  single?: boolean;
  /** The unit of a number, such as `USD/GPU-hour`; empty for texts and dates. */
  unit: string;
  /** One sentence. */
  description: string;
  /** A date is `YYYY-MM` or `YYYY-MM-DD`. */
  values: (number | string | null)[];
}

/**
 * The model's cells that a table holds. Addresses name fields of a row in braces: `economy.{figure}`. A row's month and
 * scenario are its `date` and `scenario`; a row without a scenario belongs to the reference.
 */
export type TableCells =
  /** None. */
  | {kind: "none"}
  /** Each row is a row of the model, `cluster[{key}]`: its numbers are that row's cells. */
  | {kind: "row"; row: string}
  /** Each row is about a cell. */
  | {
      kind: "about";
      cell: string;
      /** Columns that hold the cell's value. */
      columns: readonly string[];
      /** Where only some of the tables named by rows have cells: the scenario of those cells, by table. */
      scenarios?: Readonly<Record<string, string>>;
    };

/** A table as published; its name is that of the file and of the SQL table. */
export interface PublishedTable {
  name: string;
  /** One sentence: the meaning of a row. */
  description: string;
  cells: TableCells;
  columns: PublishedColumn[];
}

/** What pages know about a table before they load it. */
export interface CatalogTable extends Omit<PublishedTable, "cells" | "columns"> {
  rows: number;
  columns: Omit<PublishedColumn, "values" | "single">[];
}

/** Tables without their values. */
export function catalogOf(tables: readonly PublishedTable[]): CatalogTable[] {
  return tables.map(({name, description, columns}) => ({
    name,
    description,
    rows: columns[0]?.values.length ?? 0,
    columns: columns.map(({name, type, unit, description}) => ({name, type, unit, description}))
  }));
}
