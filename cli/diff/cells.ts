import type {Inputs, InputValues, Provenance} from "../../lib/sheet/index.js";

/** The inputs of a version's models: rows by name, such as `cluster[atlas-b200]`, and cells, each with its row. */
export interface Cells {
  rows: Map<string, string>;
  cells: Map<string, {row: string; text: string}>;
}

/** All rows and cells of all models; a table shared by several models counts once. */
export function cellsOf(models: Readonly<Record<string, Inputs>>): Cells {
  const found: Cells = {rows: new Map(), cells: new Map()};
  for (const inputs of Object.values(models))
    for (const [table, {keys, columns}] of Object.entries(inputs))
      keys.forEach((key, i) => {
        const row = keys.length === 1 && key === table ? table : `${table}[${key}]`;
        found.rows.set(row, "a row");
        for (const [column, values] of Object.entries(columns))
          found.cells.set(`${row}.${column}`, {row, text: textOf(values, i)});
      });
  return found;
}

/** An input with its range; empty for an empty cell. */
function textOf({values, provenance, live}: InputValues, i: number): string {
  const value = live?.[i] ?? values[i];
  if (value === null || value === undefined) return "";
  return `${value}${rangeOf(provenance?.[i])}`;
}

function rangeOf(provenance: Provenance | null | undefined): string {
  if (!provenance || provenance.family === "exact") return "";
  return ` (${provenance.low}..${provenance.high} ${provenance.family})`;
}
