import {ADDED} from "../../lib/sheet/formula-override.js";
import {columnOfCell} from "../../lib/sheet/address.js";
import type {Provenance} from "../../lib/sheet/inputs.js";
import {rowInBaseline} from "./baseline-row.js";
import {columnsOf, rule, type ModelColumn} from "../../lib/sheet/model.js";
import {keysOf, valueAt} from "../../lib/sheet/run.js";
import type {CustomScenario} from "../live/custom-scenario.js";
import {cell as exact, short} from "../words/format.js";
import {inputText} from "./input-text.js";
import type {Computed} from "./store.js";

/** A cell as the grid draws it. */
export interface SheetCell {
  /** `table[row].column`, or `table.column` for a one-row table. */
  id: string;
  /** Whether it is right-aligned, as numbers are. */
  numeric: boolean;
  text: string;
  /** Text to copy: a plain number in full precision, a text, or a row's key. */
  copied: string;
  /** Initial text for editing: the input, or the column's formula. */
  source: string;
  /** Whether it is an input; otherwise it has its column's formula. */
  typed: boolean;
  /** Whether the reader gave it its own expression. */
  live: boolean;
  range?: Range;
  /** The base scenario's value and the difference, if there is one. */
  before?: string;
  change?: Change;
  state: "input" | "edited" | "wrong" | "computed" | "moved" | "missing";
  /** Why there is no value, or why the entry was not applied. */
  reason?: string;
  /** The reader's note on it. */
  note?: string;
}

/** An input's central value between its 5th and 95th percentiles. */
export type Range = Pick<Provenance, "low" | "high"> & {central: number};

/** A difference from the base scenario, in the cell's unit and, where meaningful, in per cent. */
export interface Change {
  difference: string;
  percent?: string;
  rises: boolean;
}

/** A cell in both runs, in a month. */
export function sheetCell(computed: Computed, column: ModelColumn, row: number, month: number): SheetCell {
  const {run, state, problems} = computed;
  const id = cellId(computed, column, row);
  const typed = isTyped(column);
  const settings = settingsOf(state.own);
  const own = settings.get(id);
  const setting = own ?? settings.get(column.id);
  const value = valueAt(run, column.id, row, column.dynamic ? month : 0);
  const before = heldBefore(computed, column, row, month);
  const problem = problems.get(id) ?? problems.get(column.id);
  const source = sourceOf(computed, column, row, setting);
  const range = typed && setting?.startsWith("=") !== true ? rangeOf(computed, column, row) : undefined;
  return {
    id,
    numeric: column.holds === "number",
    text: problem !== undefined && own !== undefined ? own : isDate(column) ? source : shownAs(value, source, typed),
    copied: typeof value === "object" ? "" : String(value),
    source,
    typed,
    live: own?.startsWith("=") ?? false,
    ...(range && {range}),
    ...(problem !== undefined ? {reason: problem} : typeof value === "object" && {reason: value.message}),
    ...noteOf(state.own, id),
    ...(isDate(column) ? dateBefore(computed, column, row, source) : difference(value, before)),
    state: stateOf(problem !== undefined, setting !== undefined, typed, value, before)
  };
}

function noteOf({notes = []}: CustomScenario, id: string): Pick<SheetCell, "note"> {
  const note = notes.find(({cell}) => cell === id)?.text;
  return note === undefined ? {} : {note};
}

/** The accelerators of a large cluster, as the upper end for numbers that are initially zero. */
const CLUSTER = 10_000;

/**
 * Ends of the interval over which an input may be varied: its range or, failing that, half and twice its former value.
 */
export function endsOf({range, before, copied}: SheetCell, unit: string): {low: number; high: number} {
  if (range) return range;
  const central = Number((before ?? copied).replaceAll(",", "")) || Number(copied);
  if (central === 0) return {low: 0, high: unit === "GPU" ? CLUSTER : 1};
  const ends = [central / 2, central * 2];
  return {low: Math.min(...ends), high: Math.max(...ends)};
}

/** A cell's text with its change, for screen readers. */
export function changeText({difference, percent}: Change): string {
  return percent === undefined ? difference : `${difference} (${percent})`;
}

/** The formula that the reader gave a column. */
function ownFormula({settings}: CustomScenario, column: string): string | undefined {
  return settings.find(({cell, value}) => cell === column && value.startsWith("="))?.value;
}

/** Whether a column holds inputs, and can be edited cell by cell. */
export function isTyped({definition, target}: ModelColumn): boolean {
  return (definition.kind === "input" && definition.type !== "clock") || (definition.kind === "ref" && !target?.single);
}

/** The columns of a table, inputs first, each group in the order of definition. */
export function columnsInOrder({run, state}: Computed, table: string): ModelColumn[] {
  const columns = columnsOf(run.model, table);
  const added = (column: ModelColumn): boolean => ownFormula(state.own, column.id) !== undefined && isNew(column);
  const rank = (column: ModelColumn): number => (isTyped(column) ? 0 : added(column) ? 2 : 1);
  return [...columns].sort((a, b) => rank(a) - rank(b));
}

/** The address of a cell. */
export function cellId({run}: Pick<Computed, "run">, {table, id, name}: ModelColumn, row: number): string {
  return table.single ? id : `${table.name}[${keysOf(run, table.name)[row]}].${name}`;
}

/** The column that a setting, or its cell, belongs to. */
export function columnOfSetting({run}: Pick<Computed, "run">, cell: string): ModelColumn | undefined {
  return run.model.columns.get(columnOfCell(cell));
}

/** The scenario's settings, by cell or column. */
export function settingsOf(own: CustomScenario): ReadonlyMap<string, string> {
  const found = known.get(own) ?? new Map(own.settings.map(({cell, value}) => [cell, value]));
  known.set(own, found);
  return found;
}

const known = new WeakMap<CustomScenario, ReadonlyMap<string, string>>();

function isNew({doc}: ModelColumn): boolean {
  return doc === ADDED;
}

/** The value in the base scenario, where a column may be computed differently and may not change over time. */
function heldBefore(computed: Computed, {id, table}: ModelColumn, row: number, month: number): Held | undefined {
  const {baseline} = computed;
  const column = baseline.model.columns.get(id);
  const at = rowInBaseline(computed, table, row);
  return column && at !== undefined ? valueAt(baseline, id, at, column.dynamic ? month : 0) : undefined;
}

function sourceOf({run}: Computed, column: ModelColumn, row: number, setting: string | undefined): string {
  if (setting !== undefined) return setting;
  if (isTyped(column)) return inputText(run.inputs, column, row);
  return column.definition.kind === "formula" ? `=${rule(column)}` : "";
}

function rangeOf({run}: Computed, {table, name}: ModelColumn, row: number): Range | undefined {
  const {values, provenance} = run.inputs[table.name]?.columns[name] ?? {values: []};
  const [central, range] = [values[row], provenance?.[row]];
  if (typeof central !== "number" || !range || range.family === "exact" || range.low === range.high) return undefined;
  return {central, low: range.low, high: range.high};
}

type Held = ReturnType<typeof valueAt>;

function isDate({definition}: ModelColumn): boolean {
  return definition.kind === "input" && definition.type === "date";
}

function shownAs(value: Held, source: string, typed: boolean): string {
  if (typeof value === "object") return typed ? source : "–";
  return typed ? exact(value) : short(value);
}

/** The base scenario's date in entry notation, since a number of months would mean nothing. */
function dateBefore(computed: Computed, column: ModelColumn, row: number, source: string): Pick<SheetCell, "before"> {
  const at = rowInBaseline(computed, column.table, row);
  const before = at === undefined ? source : inputText(computed.baseline.inputs, column, at);
  return before === source ? {} : {before};
}

function difference(value: Held, before: Held | undefined): Pick<SheetCell, "before" | "change"> {
  if (before === undefined || typeof before === "object" || before === value) return {};
  if (typeof value !== "number" || typeof before !== "number") return {before: exact(before)};
  const by = value - before;
  const share = (100 * by) / Math.abs(before);
  return {
    before: short(before),
    change: {
      difference: signed(short(Math.abs(by)), by),
      ...(Number.isFinite(share) && {percent: `${signed(percent(Math.abs(share)), by)}\u202f%`}),
      rises: by > 0
    }
  };
}

function percent(share: number): string {
  if (share < 0.05) return share.toPrecision(1);
  return share >= 1000 ? short(Math.round(share)) : share.toFixed(share < 99.95 ? 1 : 0);
}

function signed(text: string, by: number): string {
  return `${by < 0 ? "\u2212" : "+"}${text}`;
}

function stateOf(wrong: boolean, edited: boolean, typed: boolean, value: Held, before?: Held): SheetCell["state"] {
  if (wrong) return "wrong";
  if (edited) return "edited";
  if (typeof value === "object") return "missing";
  if (before !== undefined && before !== value) return "moved";
  return typed ? "input" : "computed";
}
