/** A column as it is published; NaN and null are missing. */
export interface PublishedColumn {
  name: string;
  type: "number" | "text" | "date";
  /** Stored with seven digits, in half the bytes: for what pages load first. */
  single?: boolean;
  /** The unit of a number, such as `USD/GPU-hour`; empty for texts and dates. */
  unit: string;
  /** One sentence. */
  description: string;
  /** A date is `YYYY-MM` or `YYYY-MM-DD`. */
  values: (number | string | null)[];
}

/** A table as it is published: its name is that of the file and of the SQL table. */
export interface PublishedTable {
  name: string;
  /** One sentence: what a row is. */
  description: string;
  columns: PublishedColumn[];
}

/** What the pages know of a table before they load it. */
export interface CatalogTable extends Omit<PublishedTable, "columns"> {
  rows: number;
  columns: Omit<PublishedColumn, "values" | "single">[];
}

/** The tables without their values. */
export function catalogOf(tables: readonly PublishedTable[]): CatalogTable[] {
  return tables.map(({name, description, columns}) => ({
    name,
    description,
    rows: columns[0]?.values.length ?? 0,
    columns: columns.map(({name, type, unit, description}) => ({name, type, unit, description}))
  }));
}
