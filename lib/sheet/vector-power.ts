import {SMALLEST} from "./logarithm.js";
import {MOST} from "./power.js";
import {absolute, add, and, andNot, atMost, equal, less, minus, or, times, truncated} from "./vector-arithmetic.js";
import {constant} from "./vector-code.js";
import {exponential, isModerate} from "./vector-exponential.js";
import {logarithmInTwo} from "./vector-logarithm.js";
import type {Steps} from "./vector-steps.js";
import type {Bytes} from "./wasm.js";

/** Two powers, bit-identical to `pow`, with all ones in lanes where e^(b log a) applies. */
export function power(steps: Steps, a: Bytes, b: Bytes): {value: Bytes; holds: Bytes} {
  const {high, low} = logarithmInTwo(steps, a);
  const product = steps.keep(times(b, high));
  const first = exponential(steps, product);
  const correction = add(remainder(steps, b, high, product), times(b, low));
  const exceptions = or(isMultiplied(a, b), equal(b, constant(0.5)));
  return {
    value: add(first, times(first, correction)),
    holds: andNot(and(isPositive(a), isWithin(b, product)), exceptions)
  };
}

/** All ones in lanes that hold a positive number of full precision. */
export function isPositive(a: Bytes): Bytes {
  return and(atMost(constant(SMALLEST), a), less(a, constant(Infinity)));
}

/** The largest exponents that can be split in two. */
const GREATEST_EXPONENT = 0x100000;

function isWithin(b: Bytes, product: Bytes): Bytes {
  return and(isModerate(product), less(absolute(b), constant(GREATEST_EXPONENT)));
}

/** All ones in lanes whose power is computed by multiplication. */
function isMultiplied(a: Bytes, b: Bytes): Bytes {
  const isUpTo = (most: number): Bytes => atMost(absolute(b), constant(most));
  return and(and(isUpTo(MOST), isWhole(b)), or(isUpTo(3), isWhole(a)));
}

function isWhole(value: Bytes): Bytes {
  return equal(value, truncated(value));
}

/** The rounding error of a product, as `pow` computes it. */
function remainder(steps: Steps, a: Bytes, b: Bytes, product: Bytes): Bytes {
  const [a1, b1] = [upper(steps, a), upper(steps, b)];
  const [a2, b2] = [steps.keep(minus(a, a1)), steps.keep(minus(b, b1))];
  const rest = minus(minus(minus(product, times(a1, b1)), times(a2, b1)), times(a1, b2));
  return minus(times(a2, b2), rest);
}

function upper(steps: Steps, value: Bytes): Bytes {
  const c = steps.keep(times(value, constant(0x8000001)));
  return steps.keep(minus(c, minus(c, value)));
}
