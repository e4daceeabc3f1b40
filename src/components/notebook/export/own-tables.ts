import {identifier, quoted} from "../../../lib/export/sql/identifier.js";
import {InputError} from "../../../lib/sheet/error.js";
import {freeName} from "../edits.js";
import type {Notebook, SqlCell} from "../notebook.js";
import {ownTablesIn, withReplaced} from "../sql-names.js";

/** A reader's own table with its values as text, column by column. */
export interface OwnValues {
  name: string;
  columns: readonly {name: string; type: string}[];
  values: readonly (readonly (string | null)[])[];
}

/** Maximum number of an own table's rows in an export. */
export const EXPORTED_ROWS = 1000;

/** The reader's own tables that a notebook reads. */
export function ownRead({cells}: Notebook): string[] {
  const places = cells.flatMap((cell) => (cell.kind === "sql" ? ownTablesIn(cell.query) : []));
  return [...new Set(places.map(({name}) => name))];
}

/**
 * A notebook in which the reader's own tables that it reads become cells with their values, `own_quotes` for
 * `own.quotes`, for programs without such tables. Throws an `InputError` for a table that is missing or too long.
 */
export function withOwnTables(notebook: Notebook, tables: readonly OwnValues[]): Notebook {
  const names = new Map(ownRead(notebook).map((name) => [name, freeName(notebook, `own_${name}`, [])]));
  const made = [...names].map(([name, cell]) => ({...valuesCell(found(tables, name)), name: cell}));
  const cells = notebook.cells.map((cell) =>
    cell.kind === "sql"
      ? {...cell, query: withReplaced(cell.query, ownTablesIn(cell.query), (name) => names.get(name)!)}
      : cell
  );
  return {...notebook, cells: [...made, ...cells]};
}

function found(tables: readonly OwnValues[], name: string): OwnValues {
  const table = tables.find((one) => one.name === name);
  if (!table) throw new InputError(`own.${name} exists only on this page: an export can't include it`);
  const rows = table.values[0]?.length ?? 0;
  if (rows > EXPORTED_ROWS)
    throw new InputError(
      `own.${name} has ${grouped(rows)} rows: an export includes at most ${grouped(EXPORTED_ROWS)}\n` +
        "  download it as Parquet and read that file instead"
    );
  return table;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function valuesCell({columns, values}: OwnValues): Omit<SqlCell, "name"> {
  const texts = (row: number): string[] => values.map((column) => textOf(column[row] ?? null));
  const rows = Array.from({length: values[0]?.length ?? 0}, (_, row) => `(${texts(row).join(", ")})`);
  const items = columns.map(({name, type}, i) => `CAST(c${i} AS ${type}) AS ${identifier(name)}`);
  const names = columns.map((_, i) => `c${i}`).join(", ");
  const from = rows.length === 0 ? noRows(columns.length) : `(VALUES\n${rows.join(",\n")})`;
  return {kind: "sql", query: `SELECT ${items.join(", ")}\nFROM ${from} AS held(${names})`};
}

function textOf(value: string | null): string {
  return value === null ? "NULL" : quoted(value);
}

function noRows(columns: number): string {
  return `(SELECT ${Array.from({length: columns}, () => "NULL").join(", ")} LIMIT 0)`;
}
