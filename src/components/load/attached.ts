import {autoType, csvParse} from "d3";
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
      return typed ? csvParse(text, autoType) : csvParse(text);
    });
}
