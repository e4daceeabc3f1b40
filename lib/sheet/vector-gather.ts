import {CodeWriter} from "./code-writer.js";
import {get, integer, loop, set, until} from "./instructions.js";
import {
  ADD,
  AND_NOT,
  constant,
  DIVIDE,
  finite,
  isZero,
  LOAD,
  LOAD_SPLAT,
  MULTIPLY,
  OR,
  simd,
  STORE
} from "./vector-code.js";
import type {Place} from "./vector-kernel.js";
import {I32, packed, V128, type WasmFunction} from "./wasm.js";

/**
 * A lookup or rollup whose references are the same in every draw and month: each row is a sum of rows of another table.
 */
export interface Gather {
  kind: "gather";
  out: Place;
  values: Place;
  /** For a mean, the weights; rows of weight zero do not count, whatever their value. */
  weights?: Place;
  /** For each row, the rows that contribute to it; undefined if it refers to none. */
  rows: readonly (readonly number[] | undefined)[];
}

/** Straight-line code for two draws at a time: every row of either table has a constant offset. */
export function gather({out, values, weights, rows}: Gather, block: number): WasmFunction {
  const code = new CodeWriter();
  const load = ({offset, drawn}: Place, row: number): CodeWriter =>
    code.add(drawn ? LOAD_DRAWN : LOAD_SHARED).addUnsigned(offset + row * 8 * (drawn ? block : 1));
  rows.forEach((from, row) => {
    code.add(GET_DRAW);
    if (!from) code.add(NONE);
    else if (weights) mean(code, from, {value: (one) => load(values, one), weight: (one) => load(weights, one)});
    else sum(code, from, (one) => load(values, one));
    code.add(STORE_DRAWN).addUnsigned(out.offset + row * 8 * block);
  });
  return {
    locals: [
      [1, I32],
      [3, V128]
    ],
    code: rows.length > 0 ? loop([code.written(), until(DRAW, 16, integer(block * 8))]) : []
  };
}

const [DRAW, SUM, TOTAL, WEIGHT] = [0, 1, 2, 3];

// Code common to all terms, packed once, since a model has tens of thousands of them.
const GET_DRAW = packed([get(DRAW)]);
const LOAD_DRAWN = packed([get(DRAW), simd(LOAD), 4]);
const LOAD_SHARED = packed([integer(0), simd(LOAD_SPLAT), 3]);
const STORE_DRAWN = packed([simd(STORE), 4]);
const NONE = packed(constant(NaN));
const ZERO = packed(constant(0));
const PLUS = packed([simd(ADD)]);
const TAKE_SUM = packed([set(SUM), finite(SUM)]);
const START_MEAN = packed([set(SUM, constant(0)), set(TOTAL, constant(0))]);
const KEEP_WEIGHT = packed([set(WEIGHT), get(SUM)]);
const ADD_WEIGHTED = packed([
  [get(WEIGHT), simd(MULTIPLY), isZero(WEIGHT), simd(AND_NOT), simd(ADD), set(SUM)],
  set(TOTAL, [get(TOTAL), get(WEIGHT), simd(ADD)])
]);
const TAKE_MEAN = packed([get(SUM), get(TOTAL), simd(DIVIDE), isZero(TOTAL), simd(OR), TAKE_SUM]);

/** Writes code that leaves a number of a row of the other table. */
type Load = (row: number) => CodeWriter;

function sum(code: CodeWriter, rows: readonly number[], value: Load): void {
  code.add(ZERO);
  for (const row of rows) value(row).add(PLUS);
  code.add(TAKE_SUM);
}

function mean(code: CodeWriter, rows: readonly number[], {value, weight}: Record<"value" | "weight", Load>): void {
  code.add(START_MEAN);
  for (const row of rows) {
    weight(row).add(KEEP_WEIGHT);
    value(row).add(ADD_WEIGHTED);
  }
  code.add(TAKE_MEAN);
}
