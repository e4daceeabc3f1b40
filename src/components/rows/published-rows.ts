import type {PublishedColumn, PublishedTable} from "../../lib/export/published.js";
import type {Grid, Value} from "../figure/grid.js";
import type {Row, Rows} from "./table-types.js";

/** A published table as rows, as if read from its file. */
export function rowsOf({description, columns}: PublishedTable, modelHash = ""): Rows {
  const rows = (columns[0]?.values ?? []).map((_, i): Row =>
    Object.fromEntries(columns.map((column) => [column.name, valueOf(column, i)]))
  );
  const notes = columns.map(({name, type, unit, description}) => ({name, type, unit, description}));
  return Object.assign(rows, {description, modelHash, columns: notes});
}

/** A published table by columns. */
export function gridOfTable({columns}: PublishedTable): Grid {
  return {
    length: columns[0]?.values.length ?? 0,
    columns: columns.map((column) => ({...column, values: column.values.map((_, i) => valueOf(column, i))}))
  };
}

function valueOf({type, values}: PublishedColumn, i: number): Value {
  const value = values[i] ?? null;
  if (value === null || Number.isNaN(value)) return null;
  return type === "date" ? new Date(dayOf(String(value))) : value;
}

/** A date that may lack its day. */
function dayOf(date: string): string {
  return date.length === "YYYY-MM".length ? `${date}-01` : date;
}
