import type {DescribedColumn} from "../../components/database/exact-query.js";
import {tableUrl} from "../../components/rows/catalog.js";

/** What the first example comes to on the published tables: its rows as DuckDB's text, and the values in its texts. */
export interface FirstResult {
  rows: Record<string, FirstRows>;
  values: Record<string, Record<string, string>>;
}

/** A cell's result before DuckDB is there. */
export interface FirstRows {
  columns: DescribedColumn[];
  texts: (string | null)[][];
}

/** Where the build leaves it, beside the tables' folder. */
const FIRST_RESULT = "first-result.json";

/** The result that came with the site; undefined in a preview, which has none. */
export async function firstResult(): Promise<FirstResult | undefined> {
  try {
    const answer = await fetch(new URL(`../${FIRST_RESULT}`, tableUrl("headline")));
    return answer.ok ? ((await answer.json()) as FirstResult) : undefined;
  } catch {
    return undefined;
  }
}
