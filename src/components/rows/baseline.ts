import {REFERENCE} from "../../lib/model/reference.js";
import type {Series} from "../charts/time-lines.js";
import {of} from "./filter.js";
import {cellOf} from "../inspector/cell-link.js";
import {numberIn} from "./row-values.js";
import type {Row, Rows} from "./tables.js";

/** A line of a chart: which column of which row, in which words and colour. */
export interface Line {
  column: string;
  name: string;
  color: string;
  /** The row; not needed for a table of one row. */
  key?: string;
}

/** Columns of a scenario over months, each with the reference's beside it, dashed. */
export function besideBaseline(table: Rows, scenario: string, lines: readonly Line[]): Series[] {
  const own = lines.map((line) => seriesOf(of(table, scenario), line));
  if (scenario === REFERENCE) return own;
  const base = lines.map((line) => seriesOf(of(table, REFERENCE), {...line, name: `${line.name} (ref.)`}));
  return [...own, ...base.map((series) => ({...series, dashed: true}))];
}

function seriesOf(rows: readonly Row[], {column, name, color, key}: Line): Series {
  const own = key === undefined ? rows : rows.filter((row) => row.key === key);
  return {
    name,
    color,
    points: own.map((row) => ({date: row.date as Date, value: numberIn(row, column), origin: cellOf(row, column)}))
  };
}
