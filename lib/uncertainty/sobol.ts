import {directionNumbers} from "./joe-kuo.js";
import {hash, unit} from "./random.js";

/** The number of dimensions with known direction numbers. */
export const DIMENSIONS = directionNumbers.length + 1;

/**
 * One dimension, from 0, of Sobol' points with the direction numbers of Joe and Kuo (2008), Owen-scrambled by hashes of
 * `key` (Burley 2020, "Practical hash-based Owen scrambling", JCGT 9(4)). Returns the point at any index, from 0.
 */
export function sobol(dimension: number, key: string): (place: number) => number {
  const columns = directions(dimension);
  const seed = hash(key);
  return (place) => unit(scramble(xorOf(columns, place), seed));
}

/** One dimension of plain Sobol' points, as 32-bit integers. */
export function unscrambled(dimension: number): (place: number) => number {
  const columns = directions(dimension);
  return (place) => xorOf(columns, place) >>> 0;
}

function xorOf(columns: Int32Array, place: number): number {
  let x = 0;
  for (let bits = place, i = 0; bits > 0; bits >>>= 1, ++i) if (bits & 1) x ^= columns[i]!;
  return x;
}

/** The 32 direction numbers of a dimension, by the recurrence of its primitive polynomial (Bratley and Fox 1988). */
function directions(dimension: number): Int32Array {
  const columns = new Int32Array(32);
  if (dimension === 0) return columns.map((_, i) => 1 << (31 - i));
  const {polynomial, initial} = directionNumbers[dimension - 1]!;
  const degree = initial.length;
  for (let i = 0; i < 32; ++i) {
    if (i < degree) columns[i] = initial[i]! << (31 - i);
    else {
      let next = columns[i - degree]! ^ (columns[i - degree]! >>> degree);
      for (let k = 1; k < degree; ++k) if ((polynomial >> (degree - 1 - k)) & 1) next ^= columns[i - k]!;
      columns[i] = next;
    }
  }
  return columns;
}

/** Nested random permutations of halves: Laine and Karras's hash on reversed bits. */
function scramble(x: number, seed: number): number {
  x = reverse(x) + seed;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return reverse(x);
}

function reverse(x: number): number {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}
