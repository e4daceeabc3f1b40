import {
  absolute,
  add,
  and,
  bits,
  choose,
  equal,
  exceeds,
  left,
  less,
  minus,
  or,
  over,
  polynomial,
  times,
  truncated
} from "./vector-arithmetic.js";
import {constant} from "./vector-code.js";
import type {Steps} from "./vector-steps.js";
import type {Bytes} from "./wasm.js";

/**
 * e to the powers of two moderate numbers, with the same bits as `Math.exp` of JavaScript's machines
 * (FreeBSD, e_exp.c, and e itself as the power of 1).
 */
export function exponential(steps: Steps, x: Bytes): Bytes {
  const size = steps.keep(absolute(x));
  const sign = and(x, bits(SIGN));
  const nearest = truncated(add(times(constant(INVERSE_LN2), x), or(constant(0.5), sign)));
  const twos = steps.keep(and(nearest, exceeds(size, bits(HALF_LN2))));
  const high = steps.keep(minus(x, times(twos, constant(LN2_HIGH))));
  const low = steps.keep(times(twos, constant(LN2_LOW)));
  const rest = steps.keep(minus(high, low));
  const square = steps.keep(times(rest, rest));
  const c = steps.keep(minus(rest, times(square, polynomial(square, P))));
  const quotient = over(times(rest, c), minus(constant(2), c));
  const reduced = minus(constant(1), minus(minus(low, quotient), high));
  const ordinary = times(reduced, powerOf2(twos));
  const isTiny = exceeds(bits(TINY), size);
  return steps.keep(choose(isTiny, add(constant(1), x), choose(equal(x, constant(1)), constant(Math.E), ordinary)));
}

/** All ones in lanes whose exponential has full precision. */
export function isModerate(x: Bytes): Bytes {
  return less(absolute(x), constant(700));
}

// Constants of FreeBSD's e_exp.c.
const INVERSE_LN2 = 1.442695040888963387;
const [LN2_HIGH, LN2_LOW] = [6.9314718036912381649e-1, 1.90821492927058770002e-10];
const P = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5, -1.6533902205465251539e-6,
  4.13813679705723846039e-8
];

const SIGN = -(1n << 63n);

/** The greatest bits of a size that is not above half the logarithm of 2, as far as its upper half tells. */
const HALF_LN2 = 0x3fd62e42ffffffffn;

/** The bits of 2^-28, below which e^x is 1 + x. */
const TINY = 0x3e3n << 52n;

const TWO_TO_52 = 0x10000000000000;

/** 2 to a whole power between -1000 and 1000: its exponent, moved from the end of a mantissa to its place. */
function powerOf2(power: Bytes): Bytes {
  return left(add(power, constant(TWO_TO_52 + 1023)), 52);
}
