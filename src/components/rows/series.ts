import type {Series} from "../charts/time-lines.js";
import {cellOf} from "../inspector/cell-link.js";
import {numberIn, textIn} from "./row-values.js";
import type {Row} from "./tables.js";

export interface SeriesOptions {
  /** The column that is drawn. */
  column: string;
  color: (key: string) => string;
  name: (key: string) => string;
}

/** A column over months, a line for every key of the table. */
export function seriesOf(rows: readonly Row[], {column, color, name}: SeriesOptions): Series[] {
  const keys = [...new Set(rows.map((row) => textIn(row, "key")))];
  return keys.map((key) => ({
    name: name(key),
    color: color(key),
    points: rows
      .filter((row) => row.key === key)
      .map((row) => ({
        date: dateIn(row),
        value: numberIn(row, column),
        origin: cellOf(row, column)
      }))
  }));
}

function dateIn({date}: Row): Date {
  return date instanceof Date ? date : new Date(String(date));
}
