import type {Series} from "../charts/time-lines.js";
import {where} from "./filter.js";
import type {ColumnName, Rows} from "./table-types.js";
import {pointsOf, type MonthRow} from "./series.js";

/** A line of a chart: which column of which row, in which words and colour. */
export interface Line<R> {
  column: ColumnName<R>;
  name: string;
  color: string;
  /** The row; not needed for a table of one row. */
  key?: string;
}

/** Columns over months, each with that of another scenario beside it, dashed, where one is told. */
export function besideBaseline<R extends MonthRow>(
  own: Rows<R>,
  baseline: Rows<R> | undefined,
  lines: readonly Line<R>[]
): Series[] {
  const ours = lines.map((line) => lineOf(own, line));
  if (!baseline) return ours;
  const base = lines.map((line) => lineOf(baseline, {...line, name: `${line.name} (ref.)`}));
  return [...ours, ...base.map((series) => ({...series, dashed: true}))];
}

function lineOf<R extends MonthRow>(rows: Rows<R>, {column, name, color, key}: Line<R>): Series {
  return {name, color, points: pointsOf(key === undefined ? rows : where(rows, (row) => row.key === key), column)};
}
