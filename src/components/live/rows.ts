import type {PublishedColumn, PublishedTable} from "../../lib/export/published.js";
import type {Value} from "../figure/grid.js";
import {register} from "../rows/row-source.js";
import type {Row, Rows} from "../rows/tables.js";

/** A table made here of a scenario, as if it had been read from its file. */
export function rowsOf({name, description, cells, columns}: PublishedTable, modelHash: string, scenario: string): Rows {
  const rows = (columns[0]?.values ?? []).map((_, i): Row =>
    Object.fromEntries(columns.map((column) => [column.name, valueOf(column, i)]))
  );
  const notes = columns.map(({name, type, unit, description}) => ({name, type, unit, description}));
  return Object.assign(register(rows, {table: name, cells, madeOf: scenario}), {
    description,
    modelHash,
    columns: notes
  });
}

function valueOf({type, values}: PublishedColumn, i: number): Value {
  const value = values[i] ?? null;
  if (value === null || Number.isNaN(value)) return null;
  return type === "date" ? new Date(dayOf(String(value))) : value;
}

/** A date that may end with its month. */
function dayOf(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}
