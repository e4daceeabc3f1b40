import {type Option} from "../../components/form/controls.js";
import {where} from "../../components/rows/filter.js";
import {textIn} from "../../components/rows/row-values.js";
import type {Row, Rows} from "../../components/rows/tables.js";

/** The series of the table `quantile`, to choose from: `neocloud atlas, revenue`. */
export function seriesOptions(quantiles: Rows): Option[] {
  const first = quantiles[0]?.date;
  return quantiles
    .filter(({date}) => Number(date) === Number(first))
    .map((row) => ({value: idOf(row), title: titleOf(row)}));
}

/** One series month by month. */
export function oneSeries(quantiles: Rows, id: string): Rows {
  return where(quantiles, (row) => idOf(row) === id);
}

function idOf(row: Row): string {
  return `${textIn(row, "table")}.${textIn(row, "key")}.${textIn(row, "column")}`;
}

function titleOf(row: Row): string {
  const [table, key, column] = ["table", "key", "column"].map((name) => textIn(row, name));
  return `${key === table ? table : `${table} ${key}`}: ${column!.replaceAll("_", " ")}`;
}
