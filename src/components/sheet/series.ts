import {numberAt, type Run} from "../../lib/sheet/run.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import {keysOf} from "../../lib/sheet/run.js";
import type {Computed} from "./store.js";

/** A cell's value in each month of a run. */
export function seriesOf(run: Run, column: ModelColumn, row: number): number[] {
  return Array.from({length: run.months}, (_, month) => numberAt(run, column.id, row, column.dynamic ? month : 0));
}

/** A cell's value in each month of the parent's run; none where the parent does not have it. */
export function baselineOf({baseline}: Computed, {id, table}: ModelColumn, row: number): number[] {
  const column = baseline.model.columns.get(id);
  return column && row < keysOf(baseline, table.name).length ? seriesOf(baseline, column, row) : [];
}
