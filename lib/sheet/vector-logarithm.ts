import {FROM, LG1, LG2, LG3, LG4, LG5, LG6, LG7, LN2, LN2_REST, ROOT_OF_2, TO} from "./logarithm.js";
import {
  add,
  addWhole,
  and,
  choose,
  exceeds,
  left,
  minus,
  minusWhole,
  or,
  over,
  polynomial,
  right,
  times,
  bits
} from "./vector-arithmetic.js";
import {BIAS, TWO_TO_52} from "./double-format.js";
import {constant} from "./vector-code.js";
import type {Steps} from "./vector-steps.js";
import type {Bytes} from "./wasm.js";

/** The natural logarithms of two positive numbers of full precision, bit-identical to `log`. */
export function logarithm(steps: Steps, a: Bytes): Bytes {
  const {exponent, ...fraction} = split(steps, a);
  const high = steps.keep(times(exponent, constant(LN2)));
  const low = steps.keep(times(exponent, constant(LN2_REST)));
  return logarithmOf(steps, fraction, high, low);
}

/** The natural logarithms, each in two parts, as `pow` computes them. */
export function logarithmInTwo(steps: Steps, a: Bytes): {high: Bytes; low: Bytes} {
  const {exponent, ...fraction} = split(steps, a);
  const near = logarithmOf(steps, fraction, constant(0), constant(0));
  const rest = steps.keep(add(near, times(exponent, constant(LN2_REST))));
  const coarse = steps.keep(times(exponent, constant(LN2)));
  const high = steps.keep(add(coarse, rest));
  return {high, low: steps.keep(minus(rest, minus(high, coarse)))};
}

/** A number between the roots of 1/2 and 2: its distance from 1, and the bits of its mantissa. */
interface Fraction {
  f: Bytes;
  mantissa: Bytes;
}

/** Splits numbers into fractions and powers of 2. */
function split(steps: Steps, a: Bytes): Fraction & {exponent: Bytes} {
  const mantissa = steps.keep(and(a, bits(MANTISSA)));
  // -1, all ones, where a number exceeds the root of 2 and is halved.
  const halved = steps.keep(exceeds(mantissa, bits(upperHalf(ROOT_OF_2) - 1n)));
  const biased = minusWhole(right(a, 52), halved);
  const exponent = steps.keep(minus(or(biased, bits(BITS_OF_TWO_TO_52)), constant(TWO_TO_52 + BIAS)));
  const scale = left(addWhole(halved, bits(BigInt(BIAS))), 52);
  return {mantissa, exponent, f: steps.keep(minus(or(mantissa, scale), constant(1)))};
}

const MANTISSA = (1n << 52n) - 1n;

/** Adding an integer to a mantissa with this exponent stores it there. */
const BITS_OF_TWO_TO_52 = BigInt(BIAS + 52) << 52n;

/** The bits of a mantissa with this upper half and a lower half of zeros. */
function upperHalf(half: number): bigint {
  return BigInt(half) << 32n;
}

/** The logarithm of 1 + f, plus that of a power of 2 in two parts. */
function logarithmOf(steps: Steps, {f, mantissa}: Fraction, high: Bytes, low: Bytes): Bytes {
  const s = steps.keep(over(f, add(constant(2), f)));
  const z = steps.keep(times(s, s));
  const w = steps.keep(times(z, z));
  const even = times(w, polynomial(w, [LG2, LG4, LG6]));
  const odd = times(z, polynomial(w, [LG1, LG3, LG5, LG7]));
  const series = steps.keep(add(odd, even));
  const halfSquare = steps.keep(times(times(constant(0.5), f), f));
  const far = minus(halfSquare, add(times(s, add(halfSquare, series)), low));
  const close = minus(times(s, minus(f, series)), low);
  const tiny = minus(times(times(f, f), minus(constant(0.5), times(constant(1 / 3), f))), low);
  const isFar = and(exceeds(mantissa, bits(upperHalf(FROM) - 1n)), exceeds(bits(upperHalf(TO)), mantissa));
  const isTiny = or(exceeds(mantissa, bits(upperHalf(0xffffe) - 1n)), exceeds(bits(upperHalf(1)), mantissa));
  return steps.keep(minus(high, minus(choose(isTiny, tiny, choose(isFar, far, close)), f)));
}
