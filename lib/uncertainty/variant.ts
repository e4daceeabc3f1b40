import {InputError, needed, resolve, type Inputs, type Model} from "../sheet/index.js";
import {quantileOf, type Range} from "./distribution.js";
import type {Driver} from "./driver.js";
import {uniforms, type Design} from "./sampler.js";

/**
 * A cell that a variant changes, starting from what it is in each draw. `shift` takes a share of the cell, the amount,
 * and gives it to `other`.
 */
export interface Move {
  /** `table[row].column`, or `table.column` where the table has one row. */
  cell: string;
  how: "add" | "multiply" | "set" | "shift";
  amount: Range;
  other?: string;
  /** What the cell is not moved beyond. */
  least?: number;
  most?: number;
  /** Amounts of one name are drawn together. */
  name: string;
}

/** Moves that are made one after another; none of them is the case that others are compared with. */
export type Variant = readonly Move[];

/** A value after a move by an amount. A value that is beyond a bound already stays where it is. */
export function moved(value: number, {how, least = -Infinity, most = Infinity}: Move, amount: number): number {
  const to = how === "add" ? value + amount : how === "set" ? amount : value * (how === "shift" ? 1 - amount : amount);
  return to < value ? Math.max(to, Math.min(value, least)) : Math.min(to, Math.max(value, most));
}

/**
 * The cells that some variants move, that outputs depend on and that are certain otherwise, as drivers of no width.
 * Throws for cells that are not there.
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
 * Drivers' values in the draws of all variants, from those of the design: variant after variant, each with all draws of
 * the design, the same in all of them, and after them one with everything at its central value.
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
    const values = drivers.map(({central}, k) =>
      Float64Array.from(draws, (place) => drawn[k]![place % size] ?? central)
    );
    draws.forEach((place, i) => {
      for (const move of variants[Math.floor(place / size)]!) {
        // No output depends on a cell that is not a driver.
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
