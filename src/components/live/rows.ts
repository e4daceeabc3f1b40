import type {PublishedTable} from "../../lib/export/published.js";
import {rowsOf} from "../rows/published-rows.js";
import {register} from "../rows/row-source.js";
import type {Rows} from "../rows/tables.js";

/** A table computed on this page for a scenario, as if read from its file. */
export function rowsOfScenario(table: PublishedTable, modelHash: string, scenario: string): Rows {
  return register(rowsOf(table, modelHash), {table: table.name, cells: table.cells, madeOf: scenario});
}
