import type {TableRows} from "../../lib/export/table-rows.js";
import type {ColumnNote, Value} from "../figure/grid.js";

/** A row of a table without its own interface. */
export type Row = Record<string, Value>;

/** A table's rows, with their file's descriptions. */
export type Rows<R extends object = Row> = R[] & {description: string; modelHash: string; columns: ColumnNote[]};

/** A row of a published table. */
export type RowOf<N extends string> = N extends keyof TableRows ? TableRows[N] : Row;

/** The rows of a published table. */
export type RowsOf<N extends string> = Rows<RowOf<N>>;

/** The names of a row's columns. */
export type ColumnName<R> = keyof R & string;

/** The name of a column of a published table. */
export type ColumnOf<N extends string> = ColumnName<RowOf<N>>;
