import {autoType, csvParseRows} from "d3";
import {parquetReadObjects} from "hyparquet";
import {fetched} from "./load-error.js";
import {untilLoaded} from "./until-loaded.js";

/** The rows of a Parquet file, as objects. */
export function readParquet(href: string): Promise<Record<string, unknown>[]> {
  return untilLoaded(async () => parquetReadObjects({file: await fetched("an attached file", href)}));
}

/** A function that reads the rows of a CSV file: as texts or, if typed, as numbers and dates. */
export function readCsv(href: string): (options?: {typed?: boolean}) => Promise<readonly object[]> {
  return ({typed = false} = {}) =>
    untilLoaded(async () => {
      const text = new TextDecoder().decode(await fetched("an attached file", href));
      const rows = csvObjects(text);
      return typed ? rows.map((row) => autoType(row)) : rows;
    });
}

/** Reads like D3, whose parser creates a function from the names, which the page's policy forbids. */
function csvObjects(text: string): Record<string, string>[] {
  const [names = [], ...rows] = csvParseRows(text);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""])));
}
