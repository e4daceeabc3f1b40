import type {ModelColumn} from "../../lib/sheet/model.js";
import {columnsOf} from "../../lib/sheet/model.js";
import {keysOf, valueAt} from "../../lib/sheet/run.js";
import {cell as shown} from "../../components/words/format.js";
import type {CustomScenario} from "../../components/live/custom-scenario.js";
import {inputText} from "./input-text.js";
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
  const {run, state, problems} = computed;
  const id = cellId(computed, column, row);
  const setting = state.own.settings.find(({cell}) => cell === id || cell === column.id);
  const value = valueAt(run, column.id, row, column.dynamic ? month : 0);
  const before = heldBefore(computed, column, row, month);
  const typed = isTyped(column)
    ? (setting?.value ?? inputText(run.inputs, column, row))
    : ownFormula(state.own, column.id);
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

/** In the parent scenario, where a column may be computed from other things, and stay as it is over the months. */
function heldBefore({baseline}: Computed, {id, table}: ModelColumn, row: number, month: number): Held | undefined {
  const column = baseline.model.columns.get(id);
  if (!column || row >= keysOf(baseline, table.name).length) return undefined;
  return valueAt(baseline, id, row, column.dynamic ? month : 0);
}

/** The formula that the reader has given a column. */
function ownFormula({settings}: CustomScenario, column: string): string | undefined {
  return settings.find(({cell, value}) => cell === column && value.startsWith("="))?.value;
}

/**
 * The columns of a table that the grid shows: first those with a formula of the reader's, then typed ones, and those
 * that are computed where that is asked for.
 */
export function shownColumns({run, state}: Computed, table: string, computed: boolean): ModelColumn[] {
  const columns = columnsOf(run.model, table);
  const own = columns.filter(({id}) => ownFormula(state.own, id) !== undefined);
  return [...own, ...columns.filter((column) => !own.includes(column) && (computed || isTyped(column)))];
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
