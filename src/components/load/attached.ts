import {autoType, csvParseRows} from "d3";
import {parquetReadObjects} from "hyparquet";
import {fetched} from "./load-error.js";
import {untilLoaded} from "./until-loaded.js";

/** The rows of a Parquet file, as objects. */
export function readParquet(href: string): Promise<Record<string, unknown>[]> {
  return untilLoaded(async () => parquetReadObjects({file: await fetched("an attached file", href)}));
}

/** What reads the rows of a CSV file: texts, or numbers and dates where it is asked for types. */
export function readCsv(href: string): (options?: {typed?: boolean}) => Promise<readonly object[]> {
  return ({typed = false} = {}) =>
    untilLoaded(async () => {
      const text = new TextDecoder().decode(await fetched("an attached file", href));
      const rows = csvObjects(text);
      return typed ? rows.map((row) => autoType(row)) : rows;
    });
}

/** As D3 reads them, which makes a function of the names: a page's policy forbids that. */
function csvObjects(text: string): Record<string, string>[] {
  const [names = [], ...rows] = csvParseRows(text);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""])));
}
