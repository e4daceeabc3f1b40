import {
  ADD,
  AND_NOT,
  constant,
  DIVIDE,
  finite,
  get,
  isZero,
  LOAD,
  LOAD_SPLAT,
  loop,
  memory,
  MULTIPLY,
  OR,
  set,
  simd,
  STORE,
  until
} from "./vector-code.js";
import type {Place} from "./vector-kernel.js";
import {I32, unsigned, V128, type Bytes, type WasmFunction} from "./wasm.js";

/** A lookup or rollup whose references are the same in every draw and month: each row is a sum of rows of another table. */
export interface Gather {
  out: Place;
  values: Place;
  /** Where given, the mean by these weights; rows of no weight do not count, whatever they hold. */
  weights?: Place;
  /** For each row, the rows that go into it; absent where it refers to none. */
  rows: readonly (readonly number[] | undefined)[];
}

/** Straight-line code, two draws at a time: every row of either table is at a constant offset. */
export function gather({out, values, weights, rows}: Gather, block: number): WasmFunction {
  const at = ({offset, drawn}: Place, row: number): Bytes =>
    drawn
      ? [get(DRAW), simd(LOAD), memory(offset + row * block * 8)]
      : [0x41, 0, simd(LOAD_SPLAT), unsigned(3), unsigned(offset + row * 8)];
  const code = rows.map((from, row) => {
    const value = weights
      ? mean((from ?? []).map((one) => [at(values, one), at(weights, one)]))
      : sum((from ?? []).map((one) => at(values, one)));
    return [get(DRAW), from ? value : constant(NaN), simd(STORE), memory(out.offset + row * block * 8)];
  });
  return {
    locals: [
      [1, I32],
      [3, V128]
    ],
    code: rows.length > 0 ? loop([code, until(DRAW, 16, block * 8)]) : []
  };
}

const [DRAW, SUM, TOTAL, WEIGHT] = [0, 1, 2, 3];

function sum(values: readonly Bytes[]): Bytes {
  return [constant(0), values.map((value) => [value, simd(ADD)]), set(SUM), finite(SUM)];
}

function mean(pairs: readonly (readonly [value: Bytes, weight: Bytes])[]): Bytes {
  const terms = pairs.map(([value, weight]) => [
    set(WEIGHT, weight),
    set(SUM, [get(SUM), value, get(WEIGHT), simd(MULTIPLY), isZero(WEIGHT), simd(AND_NOT), simd(ADD)]),
    set(TOTAL, [get(TOTAL), get(WEIGHT), simd(ADD)])
  ]);
  const quotient = [get(SUM), get(TOTAL), simd(DIVIDE), isZero(TOTAL), simd(OR)];
  return [set(SUM, constant(0)), set(TOTAL, constant(0)), terms, set(SUM, quotient), finite(SUM)];
}
