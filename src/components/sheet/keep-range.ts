import {SHARE} from "../../lib/sheet/unit.js";
import {rowInBaseline} from "./baseline-row.js";
import type {PlacedCell} from "./facts.js";
import type {Computed} from "./store.js";

/** A plain number entered over an input with a range. */
export interface RangedEntry {
  /** The number with the former range, scaled in proportion: `0.1 (0.08..0.12)`. */
  value: string;
  low: number;
  high: number;
}

/** A number entered alone, with the range that its cell had; undefined if there is none to keep. */
export function withRangeOfBefore(computed: Computed, {cell, column, row}: PlacedCell): RangedEntry | undefined {
  const {values, provenance} = computed.baseline.inputs[column.table.name]?.columns[column.name] ?? {values: []};
  const at = rowInBaseline(computed, column.table, row);
  if (cell.state !== "edited" || cell.live || cell.range || at === undefined) return undefined;
  const [before, range, now] = [values[at], provenance?.[at], Number(cell.copied)];
  if (typeof before !== "number" || !range || range.family === "exact" || !(now / before > 0)) return undefined;
  const [low, high] = [range.low, range.high].map((end) => Number(((end * now) / before).toPrecision(6)));
  if (column.unit.text === SHARE && high! >= 1) return undefined;
  const family = range.family === "pert" ? "" : ` ${range.family}`;
  return {value: `${cell.copied} (${low}..${high}${family})`, low: low!, high: high!};
}
