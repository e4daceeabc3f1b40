import {
  absolute,
  add,
  and,
  bits,
  choose,
  equal,
  left,
  less,
  minus,
  or,
  over,
  polynomial,
  times,
  truncated
} from "./vector-arithmetic.js";
import {BIAS, TWO_TO_52} from "./double-format.js";
import {constant} from "./vector-code.js";
import {HALF_LN2, INVERSE_LN2, LN2_HIGH, LN2_LOW, MODERATE, P1, P2, P3, P4, P5, TINY} from "./exponential.js";
import type {Steps} from "./vector-steps.js";
import type {Bytes} from "./wasm.js";

/** The exponentials of two numbers of moderate size, bit-identical to `exp`. */
export function exponential(steps: Steps, x: Bytes): Bytes {
  const size = steps.keep(absolute(x));
  const sign = and(x, bits(SIGN));
  const nearest = truncated(add(times(constant(INVERSE_LN2), x), or(constant(0.5), sign)));
  const twos = steps.keep(and(nearest, less(constant(HALF_LN2), size)));
  const high = steps.keep(minus(x, times(twos, constant(LN2_HIGH))));
  const low = steps.keep(times(twos, constant(LN2_LOW)));
  const rest = steps.keep(minus(high, low));
  const square = steps.keep(times(rest, rest));
  const c = steps.keep(minus(rest, times(square, polynomial(square, [P1, P2, P3, P4, P5]))));
  const quotient = over(times(rest, c), minus(constant(2), c));
  const reduced = minus(constant(1), minus(minus(low, quotient), high));
  const ordinary = times(reduced, powerOf2(twos));
  const isTiny = less(size, constant(TINY));
  return steps.keep(choose(isTiny, add(constant(1), x), choose(equal(x, constant(1)), constant(Math.E), ordinary)));
}

/** All ones in lanes whose exponential has full precision. */
export function isModerate(x: Bytes): Bytes {
  return less(absolute(x), constant(MODERATE));
}

const SIGN = -(1n << 63n);

/** 2 to an integer power between -1000 and 1000: the exponent is shifted from the end of the mantissa into place. */
function powerOf2(power: Bytes): Bytes {
  return left(add(power, constant(TWO_TO_52 + BIAS)), 52);
}
