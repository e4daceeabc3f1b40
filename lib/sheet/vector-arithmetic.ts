import {integer} from "./instructions.js";
import {constant, simd} from "./vector-code.js";
import type {Bytes} from "./wasm.js";

// Opcodes of 128-bit instructions in the WebAssembly Core Specification 2.0.
const [CONSTANT, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER_WHOLE] = [12, 71, 72, 73, 75, 217];
const [NOT, AND, AND_NOT, OR, SELECT] = [77, 78, 79, 80, 82];
const [SHIFT_LEFT, SHIFT_RIGHT, ADD_WHOLE, SUBTRACT_WHOLE] = [203, 205, 206, 209];
const [CEILING, FLOOR, TRUNCATE, ABSOLUTE, NEGATE, SQUARE_ROOT] = [116, 117, 122, 236, 237, 239];
const [ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM] = [240, 241, 242, 243, 244, 245];

/** Arithmetic of doubles. */
export const add = binary(ADD);
export const minus = binary(SUBTRACT);
export const times = binary(MULTIPLY);
export const over = binary(DIVIDE);
export const negative = unary(NEGATE);
export const absolute = unary(ABSOLUTE);
export const squareRoot = unary(SQUARE_ROOT);
export const truncated = unary(TRUNCATE);
export const roundedDown = unary(FLOOR);
export const roundedUp = unary(CEILING);

/** Minimum and maximum as in `Math`: NaN if either is NaN. */
export const least = binary(MINIMUM);
export const greater = binary(MAXIMUM);

/** All ones in lanes where a comparison of doubles holds. */
export const equal = binary(EQUAL);
export const unequal = binary(NOT_EQUAL);
export const less = binary(LESS);
export const atMost = binary(LESS_OR_EQUAL);

/** Bitwise operations on lanes, and operations on lanes as signed integers. */
export const and = binary(AND);
export const andNot = binary(AND_NOT);
export const or = binary(OR);
export const inverse = unary(NOT);
export const addWhole = binary(ADD_WHOLE);
export const minusWhole = binary(SUBTRACT_WHOLE);
export const exceeds = binary(GREATER_WHOLE);

function unary(instruction: number): (value: Bytes) => Bytes {
  return (value) => [value, simd(instruction)];
}

function binary(instruction: number): (a: Bytes, b: Bytes) => Bytes {
  return (a, b) => [a, b, simd(instruction)];
}

/** Selects lanes from one value where a condition's bits are all ones, and from another where they are zeros. */
export function choose(condition: Bytes, then: Bytes, otherwise: Bytes): Bytes {
  return [then, otherwise, condition, simd(SELECT)];
}

/** Shifts the bits of both lanes to the left. */
export function left(value: Bytes, places: number): Bytes {
  return [value, integer(places), simd(SHIFT_LEFT)];
}

/** Shifts the bits of both lanes to the right. */
export function right(value: Bytes, places: number): Bytes {
  return [value, integer(places), simd(SHIFT_RIGHT)];
}

/** A 64-bit integer in both lanes. */
export function bits(value: bigint): Bytes {
  const bytes = new Uint8Array(BigInt64Array.of(value).buffer);
  return [simd(CONSTANT), bytes, bytes];
}

/** c0 + x (c1 + x (c2 + …)). */
export function polynomial(x: Bytes, [first, ...others]: readonly number[]): Bytes {
  return others.length === 0 ? constant(first!) : add(constant(first!), times(x, polynomial(x, others)));
}
