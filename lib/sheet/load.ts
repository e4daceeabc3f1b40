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
  const encode = column.holds === "text" ? textCodes(run, column) : rowNumbers(run, column);
  values.forEach((value, row) => {
    const number = value === null ? NaN : typeof value === "number" ? value : encode(value);
    out.fill(number, row * run.draws, (row + 1) * run.draws);
  });
}

type Encoder = (text: string) => number;

/** Texts are numbered as they come. */
function textCodes(run: Run, {id}: ModelColumn): Encoder {
  const {texts} = run.cells.get(id)!;
  const codes = new Map<string, number>();
  return (text) => {
    const known = codes.get(text) ?? texts.push(text) - 1;
    codes.set(text, known);
    return known;
  };
}

/** References are numbers of rows. */
function rowNumbers(run: Run, {id, target}: ModelColumn): Encoder {
  const keys = target ? keysOf(run, target.name) : [];
  const rows = new Map(keys.map((key, row) => [key, row]));
  return (key) => rows.get(key) ?? unknown(id, target!.name, key, keys);
}
