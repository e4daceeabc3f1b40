import {exp} from "./exponential.js";
import {log, logarithmInTwo} from "./logarithm.js";

/**
 * `a ** b`, identical to the last bit on Node 20, 22 and 24. Of all functions in JavaScript's mathematics, only the
 * built-in power differs between these versions (one unit in the last place of a tenth of results, from V8 13 on). It
 * is e^(b log a), with the logarithm and the product in two parts: within 2e-15 of the true value where |b log a| < 10,
 * and within 1e-16 on average. Whole powers of whole numbers, squares and square roots are exact or correctly rounded.
 * Non-finite values and powers of zero are as in JavaScript.
 */
export function pow(a: number, b: number): number {
  if (b === 2) return a * a;
  if (!(a > 0 && a < Infinity && b - b === 0)) return exceptional(a, b);
  if (Math.abs(b) <= MOST && Number.isInteger(b) && (Math.abs(b) <= 3 || Number.isInteger(a))) return whole(a, b);
  return b === 0.5 ? Math.sqrt(a) : exponential(a, b);
}

/** Mathematics as members of an object: exports read the text of functions, in which member names survive bundlers. */
export const arithmetic = {pow, exp, log};

/** The largest integer exponent computed by multiplication. */
export const MOST = 64;

function exceptional(a: number, b: number): number {
  if (!(a < 0 && a > -Infinity && b - b === 0)) return Math.pow(a, b);
  if (!Number.isInteger(b)) return NaN;
  return b % 2 === 0 ? pow(-a, b) : -pow(-a, b);
}

function whole(a: number, b: number): number {
  let result = 1;
  let square = a;
  for (let rest = Math.abs(b); rest > 0; rest >>= 1) {
    if (rest & 1) result *= square;
    square *= square;
  }
  return b < 0 ? 1 / result : result;
}

/** e^(b log a) of a positive number. */
function exponential(a: number, b: number): number {
  const {high, low} = logarithmInTwo(a);
  const product = b * high;
  const power = exp(product);
  const correction = remainder(b, high, product) + b * low;
  return power > 0 && power < Infinity && correction === correction ? power + power * correction : power;
}

/** The rounding error of a product (T. J. Dekker, "A floating-point technique", Numer. Math. 18, 1971). */
function remainder(a: number, b: number, product: number): number {
  const [a1, b1] = [upper(a), upper(b)];
  const [a2, b2] = [a - a1, b - b1];
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

function upper(a: number): number {
  const c = a * (2 ** 27 + 1);
  return c - (c - a);
}
