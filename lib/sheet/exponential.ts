import {BIAS} from "./double-format.js";

/**
 * The exponential function with identical bits on every machine: FreeBSD's algorithm (e_exp.c), which Node and some
 * browsers use for `Math.exp`. Accurate to one unit in the last place. Where |x| is 700 or more, it falls back to
 * `Math.exp`.
 */
export function exp(x: number): number {
  const size = Math.abs(x);
  if (!(size < MODERATE)) return Math.exp(x);
  if (size < TINY) return 1 + x;
  if (x === 1) return Math.E;
  const twos = size > HALF_LN2 ? Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) : 0;
  const high = x - twos * LN2_HIGH;
  const low = twos * LN2_LOW;
  const rest = high - low;
  const square = rest * rest;
  const c = rest - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
  return (1 - (low - (rest * c) / (2 - c) - high)) * powerOf2(twos);
}

/** Below this magnitude, the exponential has full precision. */
export const MODERATE = 700;

/** 2^-28: below it, e^x is 1 + x. */
export const TINY = 3.725290298461914e-9;

/** The largest number whose upper 32 bits are those of half the logarithm of 2. */
export const HALF_LN2 = 0.34657359123229975;

export const INVERSE_LN2 = 1.442695040888963387;
export const [LN2_HIGH, LN2_LOW] = [6.9314718036912381649e-1, 1.90821492927058770002e-10] as const;
export const [P1, P2, P3, P4, P5] = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5, -1.6533902205465251539e-6,
  4.13813679705723846039e-8
] as const;

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

/** 2 to an integer power, written as bits: JavaScript platforms store the low half first. */
function powerOf2(power: number): number {
  halves[1] = (BIAS + power) << 20;
  return number[0]!;
}
