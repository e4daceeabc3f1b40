import type {FanPoint} from "../charts/fan.js";
import {originFor} from "../inspector/origin.js";
import {numberIn} from "./row-values.js";
import type {RowOf} from "./table-types.js";

/** A figure of the `headline` table over months. */
export function fanPoints(headline: readonly RowOf<"headline">[], figure: string): FanPoint[] {
  return headline
    .filter((row) => row.figure === figure)
    .map((row) => ({
      date: row.date instanceof Date ? row.date : new Date(String(row.date)),
      central: numberIn(row, "central"),
      low: numberIn(row, "low"),
      median: numberIn(row, "median"),
      high: numberIn(row, "high"),
      origin: originFor(row, "central")
    }));
}
