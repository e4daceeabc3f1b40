import {REFERENCE} from "../../lib/model/reference.js";
import type {Series} from "../charts/time-lines.js";
import {of, where} from "./filter.js";
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

/** Columns of a scenario over months, each with the reference's beside it, dashed. */
export function besideBaseline<R extends MonthRow>(
  table: Rows<R>,
  scenario: string,
  lines: readonly Line<R>[]
): Series[] {
  const own = lines.map((line) => lineOf(of(table, scenario), line));
  if (scenario === REFERENCE) return own;
  const base = lines.map((line) => lineOf(of(table, REFERENCE), {...line, name: `${line.name} (ref.)`}));
  return [...own, ...base.map((series) => ({...series, dashed: true}))];
}

function lineOf<R extends MonthRow>(rows: Rows<R>, {column, name, color, key}: Line<R>): Series {
  return {name, color, points: pointsOf(key === undefined ? rows : where(rows, (row) => row.key === key), column)};
}
