import type {PublishedColumn, PublishedTable, TableCells} from "./published.js";

/** How a field of a record is published: its type, unit and sentence. */
export type Field = readonly [type: PublishedColumn["type"], unit: string, description: string];
export type Fields = Readonly<Record<string, Field>>;

/** A record before it is published: a number that is NaN or undefined is missing, a date is a text. */
export type RecordOf<F extends Fields> = {
  readonly [K in keyof F]: F[K][0] extends "number"
    ? number | undefined
    : F[K][0] extends "date"
      ? string
      : string | boolean;
};

/** A table that is published: one column for each of `fields`, in their order, and the records made of a source. */
export interface RecordDefinition<S, F extends Fields> {
  name: string;
  /** One sentence: what a row is. */
  description: string;
  fields: F;
  rows: (source: S) => readonly RecordOf<NoInfer<F>>[];
  /** Numbers that are stored with seven digits. */
  singles?: readonly NoInfer<keyof F>[];
  /** The model's cells that the table holds; none unless stated. */
  cells?: TableCells | ((source: S) => TableCells);
}

/** Makes a table of a source. Its fields are the columns that pages read (`TableRows`). */
export interface RecordTable<S, F extends Fields> {
  (source: S): PublishedTable;
  readonly fields: F;
}

/** The function that turns a definition into a table of sources of the type `S`. */
export function recordTableOf<S>() {
  return <const F extends Fields>(definition: RecordDefinition<S, F>): RecordTable<S, F> =>
    Object.assign((source: S) => tableOf(definition, source), {fields: definition.fields});
}

function tableOf<S, F extends Fields>(
  {name, description, fields, rows, singles = [], cells = {kind: "none"}}: RecordDefinition<S, F>,
  source: S
): PublishedTable {
  const records = rows(source);
  const columns = Object.entries(fields).map(([field, [type, unit, sentence]]): PublishedColumn => {
    const values = records.map((record) => plain(record[field]));
    return {name: field, type, unit, description: sentence, values, ...(singles.includes(field) && {single: true})};
  });
  return {name, description, cells: typeof cells === "function" ? cells(source) : cells, columns};
}

function plain(value: number | string | boolean | undefined): number | string | null {
  if (value === undefined || Number.isNaN(value)) return null;
  return typeof value === "boolean" ? String(value) : value;
}
