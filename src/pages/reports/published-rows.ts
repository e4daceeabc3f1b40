import type {PublishedTable} from "../../lib/export/published.js";
import type {Row, Rows} from "../../components/rows/tables.js";

/** A published table as its rows, as if read from its file. */
export function rowsOf({description, columns}: PublishedTable, modelHash = ""): Rows {
  const length = columns[0]?.values.length ?? 0;
  const rows = Array.from({length}, (_, i): Row =>
    Object.fromEntries(columns.map(({name, type, values}) => [name, valueOf(values[i]!, type)]))
  );
  const notes = columns.map(({name, type, unit, description}) => ({name, type, unit, description}));
  return Object.assign(rows, {description, modelHash, columns: notes});
}

function valueOf(value: number | string | null, type: PublishedTable["columns"][number]["type"]): Row[string] {
  if (value === null || Number.isNaN(value)) return null;
  if (type !== "date") return value;
  return new Date(typeof value === "string" && value.length === "YYYY-MM".length ? `${value}-01` : value);
}
