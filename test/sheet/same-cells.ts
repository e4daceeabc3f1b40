import {isDeepStrictEqual} from "node:util";
import {keysOf, valueAt, type Run} from "../../lib/sheet/index.js";

/**
 * Whether two arrays hold the same numbers: NaN equals NaN, and 0 differs from -0. Bytes are compared first, which is
 * fast.
 */
export function sameNumbers(some: Float64Array | undefined, others: Float64Array | undefined): boolean {
  if (!some || !others) return some === others;
  return bytesOf(some).equals(bytesOf(others)) || isDeepStrictEqual(Array.from(some), Array.from(others));
}

/** The cells of a column in a month: numbers, texts and, where missing, the reason. */
export function valuesOf(run: Run, table: string, column: string, month: number): unknown[] {
  return keysOf(run, table).map((_, row) => valueAt(run, column, row, month));
}

function bytesOf({buffer, byteOffset, byteLength}: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
