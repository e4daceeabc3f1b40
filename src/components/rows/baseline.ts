import type {Series} from "../charts/time-lines.js";
import {where} from "./filter.js";
import type {ColumnName, Rows} from "./table-types.js";
import {pointsOf, type MonthRow} from "./series.js";

/** A line of a chart: a column of a row, with its label and colour. */
export interface Line<R> {
  column: ColumnName<R>;
  name: string;
  color: string;
  /** The row's key; not needed for a one-row table. */
  key?: string;
}

/** Columns over months, each with another scenario's beside it, dashed, if given. */
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
