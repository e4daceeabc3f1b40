import {InputError, unknown} from "./error.js";
import {monthsOf, type InputValues} from "./inputs.js";
import type {ModelColumn} from "./model.js";
import {keysOf, type Run} from "./run.js";

/**
 * Fills a month's cells of an input or reference column with its inputs, or with the clock; NaN where empty. Throws an
 * `InputError` for a column without values or a reference to an unknown row.
 */
export function load(run: Run, column: ModelColumn, month: number, out: Float64Array): void {
  if (isClock(column)) out.fill(clocks[column.name]?.(month, run.start) ?? NaN);
  else if (column.target?.single) out.fill(0);
  else type(run, column, typed(run, column), out);
}

/** Whether a column depends on the month alone. */
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
  const encode = column.holds === "text" ? textCodes(run, column) : rowNumbers(run, column);
  values.forEach((value, row) => {
    const number = value === null ? NaN : typeof value === "number" ? value : encode(value);
    // Filling a single place takes longer than setting it.
    if (run.draws === 1) out[row] = number;
    else out.fill(number, row * run.draws, (row + 1) * run.draws);
  });
}

type Encoder = (text: string) => number;

/** Numbers texts in order of appearance. */
function textCodes(run: Run, {id}: ModelColumn): Encoder {
  const {texts} = run.cells.get(id)!;
  const codes = new Map<string, number>();
  return (text) => {
    const known = codes.get(text) ?? texts.push(text) - 1;
    codes.set(text, known);
    return known;
  };
}

/** Encodes references as row numbers. */
function rowNumbers(run: Run, {id, target}: ModelColumn): Encoder {
  const keys = target ? keysOf(run, target.name) : [];
  const rows = new Map(keys.map((key, row) => [key, row]));
  return (key) => rows.get(key) ?? unknown(id, target!.name, key, keys);
}
