import type {Series} from "../charts/time-lines.js";
import type {Value} from "../figure/grid.js";
import {cellOf} from "../inspector/origin.js";
import {dateIn, numberIn, textIn} from "./row-values.js";
import {type ColumnName} from "./table-types.js";

/** The column to draw, and each row's name and colour by key. */
export interface SeriesOptions<R> {
  column: ColumnName<R>;
  color: (key: string) => string;
  name: (key: string) => string;
}

/** A row of a table over months. */
export interface MonthRow {
  key?: Value;
  date?: Value;
}

/** A column over months, with a line for every key of the table. */
export function seriesOf<R extends MonthRow>(rows: readonly R[], {column, color, name}: SeriesOptions<R>): Series[] {
  const keys = [...new Set(rows.map((row) => textIn(row, "key")))];
  return keys.map((key) => ({
    name: name(key),
    color: color(key),
    points: pointsOf(
      rows.filter((row) => row.key === key),
      column
    )
  }));
}

/** A column over months as a chart's points. */
export function pointsOf<R extends MonthRow>(rows: readonly R[], column: ColumnName<R>): Series["points"] {
  return rows.map((row) => ({date: dateIn(row, "date"), value: numberIn(row, column), origin: cellOf(row, column)}));
}
