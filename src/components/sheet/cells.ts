import type {ModelColumn} from "../../lib/sheet/model.js";
import {columnsOf} from "../../lib/sheet/model.js";
import {keysOf, valueAt} from "../../lib/sheet/run.js";
import {cell as shown} from "../format.js";
import {typedText} from "./typed.js";
import type {Computed} from "./store.js";

/** A cell as the grid draws it. */
export interface SheetCell {
  /** `table[row].column`, or `table.column` where the table has one row. */
  id: string;
  text: string;
  /** What is copied: what was typed, or the value with all its digits. */
  copied: string;
  /** What editing starts from; nothing in a cell that is computed. */
  typed?: string;
  /** What the parent scenario has, and the difference, where there is one. */
  before?: string;
  change?: string;
  state: "input" | "edited" | "wrong" | "computed" | "moved" | "missing";
  /** Why there is no value, or why what was typed is not taken. */
  reason?: string;
}

/** What a cell holds in both runs, in a month. */
export function sheetCell(computed: Computed, column: ModelColumn, row: number, month: number): SheetCell {
  const {run, baseline, state, problems} = computed;
  const id = cellId(computed, column, row);
  const setting = state.own.settings.find(({cell}) => cell === id || cell === column.id);
  const at = column.dynamic ? month : 0;
  const value = valueAt(run, column.id, row, at);
  const known = baseline.cells.has(column.id) && row < keysOf(baseline, column.table.name).length;
  const before = known ? valueAt(baseline, column.id, row, at) : undefined;
  const typed = isTyped(column) ? (setting?.value ?? typedText(run.inputs, column, row)) : undefined;
  const problem = problems.get(id) ?? problems.get(column.id);
  return {
    id,
    text: typeof value === "object" ? "" : shown(value),
    copied: typed ?? (typeof value === "object" ? "" : String(value)),
    ...(typed !== undefined && {typed}),
    ...(problem !== undefined ? {reason: problem} : typeof value === "object" && {reason: value.message}),
    ...difference(value, before),
    state: stateOf(problem !== undefined, setting !== undefined, isTyped(column), value, before)
  };
}

/** The columns of a table that the grid shows: typed ones, and those that are computed where that is asked for. */
export function shownColumns({run}: Computed, table: string, computed: boolean): ModelColumn[] {
  return columnsOf(run.model, table).filter((column) => computed || isTyped(column));
}

/** Whether a column is typed in, and so may be edited. */
export function isTyped({definition, target}: ModelColumn): boolean {
  return (definition.kind === "input" && definition.type !== "clock") || (definition.kind === "ref" && !target?.single);
}

function cellId({run}: Computed, {table, id, name}: ModelColumn, row: number): string {
  return table.single ? id : `${table.name}[${keysOf(run, table.name)[row]}].${name}`;
}

type Held = ReturnType<typeof valueAt>;

function difference(value: Held, before: Held | undefined): Pick<SheetCell, "before" | "change"> {
  if (before === undefined || typeof before === "object" || before === value) return {};
  if (typeof value !== "number" || typeof before !== "number") return {before: shown(before)};
  const change = value - before;
  const relative =
    before === 0 ? "" : ` (${change > 0 ? "+" : ""}${((100 * change) / Math.abs(before)).toPrecision(3)} %)`;
  return {before: shown(before), change: `${change > 0 ? "+" : ""}${shown(change)}${relative}`};
}

function stateOf(wrong: boolean, edited: boolean, typed: boolean, value: Held, before?: Held): SheetCell["state"] {
  if (wrong) return "wrong";
  if (edited) return "edited";
  if (typeof value === "object") return "missing";
  if (before !== undefined && before !== value) return "moved";
  return typed ? "input" : "computed";
}
