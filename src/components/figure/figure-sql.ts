import {identifier} from "../../lib/export/sql/identifier.js";
import {OWN} from "../live/custom-scenario.js";
import {untilLoaded} from "../load/until-loaded.js";
import {tableUrl} from "../rows/catalog.js";
import {madeOf, originOf, placeIn} from "../rows/row-source.js";
import type {Row} from "../rows/table-types.js";
import {rows as load} from "../rows/tables.js";
import type {Drawn} from "./figure-query.js";
import {rowsQuery} from "./rows-query.js";

/** The query that returns what a figure draws, or why there is none. */
export async function figureSql({query, grid}: Pick<Drawn, "query" | "grid">): Promise<{sql: string} | {made: string}> {
  if (query !== "rows") return query;
  const {rows = [], columns} = grid();
  const [first] = rows;
  const table = first && originOf(first);
  if (table === undefined) return {made: "there are no rows to query"};
  if (!rows.every((row) => originOf(row) === table)) return {made: "its rows come from two tables"};
  if (!rows.every((row) => [undefined, OWN].includes(madeOf(row))))
    return {made: "drawn on this page, at your request"};
  const all = await untilLoaded(() => load(tableUrl(table)));
  const drawn = rows.map((row) => all[placeIn(row) ?? -1] ?? row) as readonly Row[];
  const sql = rowsQuery(identifier(table), drawn, columns, all);
  return sql === undefined ? {made: "no condition selects exactly these rows of their table"} : {sql};
}
