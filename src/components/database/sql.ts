import type {Grid, Value} from "../figure/grid.js";
import {query} from "./query.js";
import {tableElement} from "../figure/table-element.js";
import {grid} from "../rows/tables.js";
import {type Row, type Rows} from "../rows/table-types.js";

/** Runs SQL on the model's tables and returns the rows: sql`SELECT … WHERE region = ${region}`. */
export async function sql(strings: readonly string[], ...parameters: unknown[]): Promise<Rows> {
  return rowsOf(await query(strings.join("?"), {parameters}));
}

/** The rows of a query as a table element. */
export function resultTable(rows: Rows): HTMLElement {
  return tableElement(grid(rows), {label: "Query result"});
}

function rowsOf({columns, length}: Grid): Rows {
  const objects = Array.from({length}, (_, index): Row => {
    return Object.fromEntries(columns.map(({name, values}): [string, Value] => [name, values[index] ?? null]));
  });
  const notes = columns.map(({name, type, unit, description}) => ({name, type, unit, description}));
  return Object.assign(objects, {description: "", modelHash: "", columns: notes});
}
