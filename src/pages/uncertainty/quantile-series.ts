import {type Option} from "../../components/form/controls.js";
import {where} from "../../components/rows/filter.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";

/** The series of the table `quantile`, to choose from: `neocloud atlas, revenue`. */
export function seriesOptions(quantiles: RowsOf<"quantile">): Option[] {
  const first = quantiles[0]?.date;
  return quantiles
    .filter(({date}) => Number(date) === Number(first))
    .map((row) => ({value: idOf(row), title: titleOf(row)}));
}

/** One series month by month. */
export function oneSeries(quantiles: RowsOf<"quantile">, id: string): RowsOf<"quantile"> {
  return where(quantiles, (row) => idOf(row) === id);
}

function idOf(row: RowOf<"quantile">): string {
  return `${textIn(row, "table")}.${textIn(row, "key")}.${textIn(row, "column")}`;
}

function titleOf(row: RowOf<"quantile">): string {
  const table = textIn(row, "table");
  const key = textIn(row, "key");
  const column = textIn(row, "column").replaceAll("_", " ");
  return `${key === table ? table : `${table} ${key}`}: ${column}`;
}
