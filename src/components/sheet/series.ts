import {numberAt, type Run} from "../../lib/sheet/run.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import {rowInBaseline} from "./baseline-row.js";
import type {Computed} from "./store.js";

/** A cell's value in each month of a run. */
export function seriesOf(run: Run, column: ModelColumn, row: number): number[] {
  return Array.from({length: run.months}, (_, month) => numberAt(run, column.id, row, column.dynamic ? month : 0));
}

/** A cell's value in each month of the base scenario's run; empty if the base scenario lacks the cell. */
export function baselineOf(computed: Computed, {id, table}: ModelColumn, row: number): number[] {
  const column = computed.baseline.model.columns.get(id);
  const at = rowInBaseline(computed, table, row);
  return column && at !== undefined ? seriesOf(computed.baseline, column, at) : [];
}
