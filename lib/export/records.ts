import type {PublishedColumn, PublishedTable} from "./published.js";

/** How a field of a record is published: its type, unit and sentence. */
export type Fields<R> = {
  readonly [K in keyof R]: readonly [type: PublishedColumn["type"], unit: string, description: string];
};

/** A table that is published: one column for each of `fields`, in their order, and how its records follow from a source. */
export interface RecordDefinition<S, R extends object> {
  name: string;
  /** One sentence: what a row is. */
  description: string;
  fields: Fields<R>;
  rows: (source: S) => readonly NoInfer<R>[];
  /** Numbers that are stored with seven digits. */
  singles?: readonly (keyof NoInfer<R>)[];
}

/** The function that makes a table of its definition. */
export function recordTableOf<S>() {
  return <R extends object>({name, description, fields, rows, singles}: RecordDefinition<S, R>) =>
    (source: S): PublishedTable =>
      recordTable(name, description, fields, rows(source), singles);
}

/**
 * A table from records: one column for each of `fields`, in their order. A number that is NaN is missing; those of
 * `singles` are stored with seven digits.
 */
export function recordTable<R extends object>(
  name: string,
  description: string,
  fields: Fields<R>,
  records: readonly NoInfer<R>[],
  singles: readonly (keyof NoInfer<R>)[] = []
): PublishedTable {
  const columns = (Object.keys(fields) as (keyof R & string)[]).map((field): PublishedColumn => {
    const [type, unit, sentence] = fields[field];
    const values = records.map((record) => plain(record[field]));
    return {name: field, type, unit, description: sentence, values, ...(singles.includes(field) && {single: true})};
  });
  return {name, description, columns};
}

function plain(value: unknown): number | string | null {
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : null;
}
