/**
 * `a ** b`, the same to the last bit on Node 20, 22 and 24: of all that JavaScript's mathematics offer, only their own
 * power differs between these versions (one unit in the last place of a tenth of results, from V8 13 on). It is
 * e^(b log a) with the logarithm and the product in two parts: within 2e-15 of the true value where |b log a| < 10, on
 * average within 1e-16. Whole powers of whole numbers, squares and square roots are exact, or the nearest number. What
 * is not finite, and powers of zero, are as in JavaScript.
 */
export function pow(a: number, b: number): number {
  if (b === 2) return a * a;
  if (!(a > 0 && a < Infinity && b - b === 0)) return exceptional(a, b);
  if (Math.abs(b) <= MOST && Number.isInteger(b) && (Math.abs(b) <= 3 || Number.isInteger(a))) return whole(a, b);
  return b === 0.5 ? Math.sqrt(a) : exponential(a, b);
}

/**
 * The power as a member of an object: in the text of a function, which exports read, its name outlives bundlers.
 */
export const arithmetic = {pow};

/** The greatest whole exponent that is multiplied out. */
export const MOST = 64;

// The logarithm of 2 in two parts, the first of which has trailing zeros: times a whole number, it is exact
// (FreeBSD, e_log.c).
export const LN2 = 6.9314718036912381649e-1;
export const LN2_REST = 1.90821492927058770002e-10;

/** A number's bits, by which its exponent is read: JavaScript's machines store the low half first. */
const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

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
  const exponent = exponentOf(a);
  const rest = Math.log(number[0]!) + exponent * LN2_REST;
  const high = exponent * LN2 + rest;
  const low = rest - (high - exponent * LN2);
  const product = b * high;
  const power = Math.exp(product);
  const correction = remainder(b, high, product) + b * low;
  return power > 0 && power < Infinity && correction === correction ? power + power * correction : power;
}

/** The exponent of 2 in a number; what remains, between the roots of 1/2 and 2, is left in `number`. */
function exponentOf(a: number): number {
  const scaled = a < SMALLEST ? a * 2 ** 54 : a;
  number[0] = scaled;
  const bits = halves[1]!;
  // The mantissa's upper half, from which the number is halved: about the root of 2.
  const up = (bits & 0xfffff) >= 0x6a09c ? 1 : 0;
  halves[1] = (bits & 0xfffff) | ((1023 - up) << 20);
  return (bits >> 20) - 1023 + up - (scaled === a ? 0 : 54);
}

/** The smallest number of full precision. */
export const SMALLEST = 2.2250738585072014e-308;

/** What rounding took from a product (T. J. Dekker, "A floating-point technique", Numer. Math. 18, 1971). */
function remainder(a: number, b: number, product: number): number {
  const [a1, b1] = [upper(a), upper(b)];
  const [a2, b2] = [a - a1, b - b1];
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

function upper(a: number): number {
  const c = a * (2 ** 27 + 1);
  return c - (c - a);
}
