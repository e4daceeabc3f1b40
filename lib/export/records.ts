import type {PublishedColumn, PublishedTable, TableCells} from "./published.js";

/** How a field of a record is published: its type, unit and sentence. */
export type Fields<R> = {
  readonly [K in keyof R]: readonly [type: PublishedColumn["type"], unit: string, description: string];
};

/**
 * A table that is published: one column for each of `fields`, in their order, and how its records follow from a source.
 */
export interface RecordDefinition<S, R extends object> extends RecordOptions<NoInfer<R>> {
  name: string;
  /** One sentence: what a row is. */
  description: string;
  fields: Fields<R>;
  rows: (source: S) => readonly NoInfer<R>[];
}

/** What is stated of a table where it is not as in most. */
export interface RecordOptions<R> {
  /** Numbers that are stored with seven digits. */
  singles?: readonly (keyof R)[];
  /** The model's cells that the table holds; none unless stated. */
  cells?: TableCells;
}

/** The function that makes a table of its definition. */
export function recordTableOf<S>() {
  return <R extends object>({name, description, fields, rows, ...options}: RecordDefinition<S, R>) =>
    (source: S): PublishedTable =>
      recordTable(name, description, fields, rows(source), options);
}

/** A table from records: one column for each of `fields`, in their order. A number that is NaN is missing. */
export function recordTable<R extends object>(
  name: string,
  description: string,
  fields: Fields<R>,
  records: readonly NoInfer<R>[],
  {singles = [], cells = {kind: "none"}}: RecordOptions<NoInfer<R>> = {}
): PublishedTable {
  const columns = (Object.keys(fields) as (keyof R & string)[]).map((field): PublishedColumn => {
    const [type, unit, sentence] = fields[field];
    const values = records.map((record) => plain(record[field]));
    return {name: field, type, unit, description: sentence, values, ...(singles.includes(field) && {single: true})};
  });
  return {name, description, cells, columns};
}

function plain(value: unknown): number | string | null {
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : null;
}
