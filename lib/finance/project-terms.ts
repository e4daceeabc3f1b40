import {keysOf, numberAt, unknown, valueAt, type Inputs, type Run} from "../sheet/index.js";
import type {Cell, Terms} from "./project-inputs.js";

/**
 * The terms of projects in a scenario: what was typed in, and what its run computes. `defaults` are those of projects
 * alone.
 */
export function termsOfRun(run: Run, defaults: Inputs): Terms {
  return {
    keys: (table) => keysOf(run, table),
    cell: (table, key, column) =>
      table in defaults ? typed(defaults, table, key, column) : cellOf(run, table, key, column),
    prices: (accelerator) => {
      const row = keysOf(run, "price_book").indexOf(`${accelerator}-on-demand`);
      if (row < 0) return [];
      return Array.from({length: run.months}, (_, month) => numberAt(run, "price_book.new_price", row, month));
    }
  };
}

function cellOf(run: Run, table: string, key: string, column: string): Cell {
  if (run.inputs[table]?.columns[column]) return typed(run.inputs, table, key, column);
  const value = valueAt(run, `${table}.${column}`, rowOf(keysOf(run, table), table, key), 0);
  return {value: typeof value === "object" ? null : value};
}

function typed(inputs: Inputs, table: string, key: string, column: string): Cell {
  const {keys, columns} = inputs[table]!;
  const row = rowOf(keys, table, key);
  const {values, provenance} = columns[column]!;
  return {value: values[row]!, provenance: provenance?.[row] ?? null};
}

function rowOf(keys: readonly string[], table: string, key: string): number {
  const row = keys.indexOf(key);
  if (row >= 0) return row;
  return unknown("", table, key, keys);
}
