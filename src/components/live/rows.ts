import type {PublishedTable} from "../../lib/export/published.js";
import {rowsOf} from "../rows/published-rows.js";
import {register} from "../rows/row-source.js";
import type {Rows, RowsOf} from "../rows/table-types.js";

/** The table `N` computed on this page for a scenario, as if read from its file. */
export function rowsOfScenario<N extends string>(
  table: PublishedTable,
  modelHash: string,
  scenario: string
): RowsOf<N> {
  const rows = register(rowsOf(table, modelHash), {table: table.name, cells: table.cells, madeOf: scenario});
  return rows as Rows<object> as RowsOf<N>;
}
