import type {PublishedColumn, PublishedTable, TableCells} from "./published.js";

/** How a field of a record is published: type, unit and description. */
export type Field = readonly [type: PublishedColumn["type"], unit: string, description: string];
export type Fields = Readonly<Record<string, Field>>;

/** A record before publication: a missing number is NaN or undefined, a date is a text. */
export type RecordOf<F extends Fields> = {
  readonly [K in keyof F]: F[K][0] extends "number"
    ? number | undefined
    : F[K][0] extends "date"
      ? string
      : string | boolean;
};

/** A published table: one column for each of `fields`, in order, filled with records made from a source. */
export interface RecordDefinition<S, F extends Fields> {
  name: string;
  /** One sentence: the meaning of a row. */
  description: string;
  fields: F;
  rows: (source: S) => readonly RecordOf<NoInfer<F>>[];
  /** Columns stored with seven digits. */
  singles?: readonly NoInfer<keyof F>[];
  /** The model's cells that the table holds, if any. */
  cells?: TableCells | ((source: S) => TableCells);
}

/** Makes a table from a source. Its fields are the columns that pages read (`TableRows`). */
export interface RecordTable<S, F extends Fields> {
  (source: S): PublishedTable;
  readonly fields: F;
}

/** Returns a function that turns a definition into a table of sources of type `S`. */
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
