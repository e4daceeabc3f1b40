import {hashOf} from "../database/link-state.js";
import {tableUrl} from "../rows/catalog.js";
import type {Row} from "../rows/table-types.js";
import {rows as load} from "../rows/tables.js";
import {untilLoaded} from "../load/until-loaded.js";
import {pageAddress} from "../words/page-address.js";
import type {ColumnNote} from "./grid.js";
import {rowsQuery} from "./rows-query.js";

/** The notebook's address with the query of some rows of a table; undefined where no query tells them from others. */
export async function queryAddress(
  table: string,
  rows: readonly object[],
  columns: readonly ColumnNote[]
): Promise<string | undefined> {
  const all = await untilLoaded(() => load(tableUrl(table)));
  const query = rowsQuery(table, rows as readonly Row[], columns, all);
  return query === undefined ? undefined : pageAddress("sql", hashOf(query));
}
