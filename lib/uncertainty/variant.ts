import {InputError, needed, resolve, type Inputs, type Model} from "../sheet/index.js";
import {quantileOf, type Range} from "./distribution.js";
import type {Driver} from "./driver.js";
import {uniforms, type Design} from "./sampler.js";

/**
 * A change to a cell, relative to its value in each draw. `shift` moves a share of the cell, the amount, to `other`.
 */
export interface Move {
  /** `table[row].column`, or `table.column` where the table has one row. */
  cell: string;
  how: "add" | "multiply" | "set" | "shift";
  amount: Range;
  other?: string;
  /** Bounds beyond which the cell is not moved. */
  least?: number;
  most?: number;
  /** Amounts with the same name are drawn together. */
  name: string;
}

/** Moves made one after another; an empty variant is the baseline. */
export type Variant = readonly Move[];

/** A value after a move. A value already beyond a bound stays unchanged. */
export function moved(value: number, {how, least = -Infinity, most = Infinity}: Move, amount: number): number {
  const to = how === "add" ? value + amount : how === "set" ? amount : value * (how === "shift" ? 1 - amount : amount);
  return to < value ? Math.max(to, Math.min(value, least)) : Math.min(to, Math.max(value, most));
}

/**
 * The otherwise certain cells that variants move and outputs depend on, as drivers without width. Throws for unknown
 * cells.
 */
export function certainCells(
  model: Model,
  inputs: Inputs,
  variants: readonly Variant[],
  {drivers, outputs}: {drivers: readonly Driver[]; outputs: readonly string[]}
): Driver[] {
  const known = new Set(drivers.map(({cell}) => cell));
  const read = new Set(needed(model, outputs).map(({id}) => id));
  const cells = variants.flatMap((moves) => moves.flatMap(({cell, other}) => (other ? [cell, other] : [cell])));
  return [...new Set(cells)]
    .filter((cell) => !known.has(cell))
    .map((cell) => certain(model, inputs, cell))
    .filter(({column}) => read.has(column));
}

/**
 * Drivers' values in the draws of all variants: variant by variant, each with the same draws of the design and then the
 * central case.
 */
export function varied(
  drivers: readonly Driver[],
  drawn: readonly Float64Array[],
  variants: readonly Variant[],
  design: Design
): (draws: Int32Array) => Float64Array[] {
  const places = new Map(drivers.map(({cell}, i) => [cell, i]));
  const amounts = new Map(variants.flat().map((move) => [move, amountOf(move, design)]));
  const size = design.draws + 1;
  return (draws) => {
    const values = drivers.map(({central}, k) => {
      const own = drawn[k]!;
      const column = new Float64Array(draws.length);
      for (let i = 0; i < column.length; ++i) column[i] = own[draws[i]! % size] ?? central;
      return column;
    });
    draws.forEach((place, i) => {
      for (const move of variants[Math.floor(place / size)]!) {
        // A cell that is not a driver affects no output.
        if (!places.has(move.cell)) continue;
        const amount = place % size === design.draws ? move.amount.central : amounts.get(move)!(place % size);
        const column = values[places.get(move.cell)!]!;
        const before = column[i]!;
        column[i] = moved(before, move, amount);
        if (move.other) values[places.get(move.other)!]![i]! += before - column[i];
      }
    });
    return values;
  };
}

function certain(model: Model, inputs: Inputs, cell: string): Driver {
  const {column, row} = resolve({model, inputs}, cell);
  const value = inputs[column.table.name]?.columns[column.name]?.values[row];
  if (typeof value !== "number") throw new InputError(`${cell}: not a numeric input\n  only inputs can be varied`);
  return {cell, column: column.id, row, low: value, central: value, high: value, family: "exact"};
}

function amountOf({name, amount}: Move, design: Design): (draw: number) => number {
  const [uniform] = uniforms(design, [name]);
  const quantile = quantileOf(amount);
  return (draw) => quantile(uniform!(draw));
}
