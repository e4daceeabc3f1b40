import {BIAS} from "./double-format.js";

/**
 * The natural logarithm with identical bits on every machine: FreeBSD's algorithm (e_log.c), which Node and some
 * browsers use for `Math.log`. Accurate to one unit in the last place. Values that are not positive, not finite or
 * subnormal are left to `Math.log`.
 */
export function log(value: number): number {
  if (!(value >= SMALLEST && value < Infinity)) return Math.log(value);
  const exponent = split(value);
  return logarithmOf(exponent * LN2, exponent * LN2_REST);
}

/** The logarithm of a positive finite number in two parts: a rounded value and its rounding error. */
export function logarithmInTwo(value: number): {high: number; low: number} {
  const exponent = split(value);
  const rest = logarithmOf(0, 0) + exponent * LN2_REST;
  const high = exponent * LN2 + rest;
  return {high, low: rest - (high - exponent * LN2)};
}

// The logarithm of 2 in two parts. The first has trailing zeros, so its product with a whole number is exact.
export const LN2 = 6.9314718036912381649e-1;
export const LN2_REST = 1.90821492927058770002e-10;

/** The smallest number of full precision. */
export const SMALLEST = 2.2250738585072014e-308;

/** A number's bits, for reading its exponent: JavaScript platforms store the low half first. */
const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

/** The binary exponent of a number; the rest, between the roots of 1/2 and 2, is left in `number`. */
function split(value: number): number {
  const scaled = value < SMALLEST ? value * 2 ** 54 : value;
  number[0] = scaled;
  const bits = halves[1]!;
  const up = (bits & MANTISSA) >= ROOT_OF_2 ? 1 : 0;
  halves[1] = (bits & MANTISSA) | ((BIAS - up) << 20);
  return (bits >> 20) - BIAS + up - (scaled === value ? 0 : 54);
}

/** The logarithm of the rest left by `split`, plus that of a power of 2 in two parts. */
function logarithmOf(high: number, low: number): number {
  const f = number[0]! - 1;
  return high - (correction(f, halves[1]! & MANTISSA, low) - f);
}

/** The difference between f and the logarithm of 1 + f, less the small part of another logarithm. */
function correction(f: number, mantissa: number, low: number): number {
  if (((2 + mantissa) & MANTISSA) < 3) return f * f * (0.5 - (1 / 3) * f) - low;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (LG2 + w * (LG4 + w * LG6));
  const odd = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7)));
  const series = odd + even;
  if (mantissa < FROM || mantissa >= TO) return s * (f - series) - low;
  const half = 0.5 * f * f;
  return half - (s * (half + series) + low);
}

/** The bits of a mantissa's upper half. */
const MANTISSA = 0xfffff;

/** Bounds of mantissas, by their upper halves. */
export const [ROOT_OF_2, FROM, TO] = [0x6a09c, 0x6147a, 0x6b852] as const;

export const [LG1, LG2, LG3, LG4] = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1
] as const;
export const [LG5, LG6, LG7] = [1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1] as const;
