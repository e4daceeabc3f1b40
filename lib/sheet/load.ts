import {InputError, unknown} from "./error.js";
import {monthsOf, type InputValues} from "./inputs.js";
import type {ModelColumn} from "./model.js";
import {keysOf, type Run} from "./run.js";

/**
 * Fills an input or reference column's cells of a month with what was typed, or with the clock: NaN where nothing was.
 * Throws an `InputError` for a column without values or a reference to no row.
 */
export function load(run: Run, column: ModelColumn, month: number, out: Float64Array): void {
  if (isClock(column)) out.fill(clocks[column.name]?.(month, run.start) ?? NaN);
  else if (column.target?.single) out.fill(0);
  else type(run, column, typed(run, column), out);
}

/** Whether a column follows from the month alone. */
export function isClock({definition}: ModelColumn): boolean {
  return definition.kind === "input" && definition.type === "clock";
}

const clocks: Record<string, (month: number, start: string) => number> = {
  month: (month) => month,
  step: () => 1,
  start: (_, start) => monthsOf(start)
};

function typed({inputs}: Run, {id, name, table}: ModelColumn): InputValues {
  const values = inputs[table.name]?.columns[name];
  if (values) return values;
  throw new InputError(`${id}: no values were given; add the column ${name} to ${table.name}`);
}

function type(run: Run, column: ModelColumn, {values, samples}: InputValues, out: Float64Array): void {
  if (samples) return out.set(samples);
  values.forEach((value, row) =>
    out.fill(value === null ? NaN : encode(run, column, value), row * run.draws, (row + 1) * run.draws)
  );
}

function encode(run: Run, column: ModelColumn, value: number | string): number {
  if (typeof value === "number") return value;
  if (column.holds === "text") return codeOf(run.cells.get(column.id)!.texts, value);
  const keys = keysOf(run, column.target!.name);
  const index = keys.indexOf(value);
  if (index >= 0) return index;
  return unknown(column.id, column.target!.name, value, keys);
}

function codeOf(texts: string[], text: string): number {
  const code = texts.indexOf(text);
  return code < 0 ? texts.push(text) - 1 : code;
}
