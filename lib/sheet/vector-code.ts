import {double, END, signed, unsigned, type Bytes} from "./wasm.js";

// Numbers of 128-bit instructions in the WebAssembly Core Specification 2.0.
export const [LOAD, LOAD_SPLAT, STORE, CONSTANT] = [0, 10, 11, 12];
export const [SPLAT, EXTRACT, REPLACE] = [20, 33, 34];
export const [EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL] = [71, 72, 73, 75];
export const [AND, AND_NOT, OR, SELECT] = [78, 79, 80, 82];
export const [NEGATE, ADD, SUBTRACT, MULTIPLY, DIVIDE] = [237, 240, 241, 242, 243];

export const [CEILING, FLOOR, ABSOLUTE, SQUARE_ROOT, MINIMUM, MAXIMUM] = [116, 117, 236, 239, 246, 247];

// Opcodes of other instructions.
const LOOP = 0x03;
const NO_RESULT = 0x40;
const BRANCH_IF = 0x0d;
const CALL = 0x10;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const I32_CONSTANT = 0x41;
const I32_LESS_UNSIGNED = 0x49;
const I32_ADD = 0x6a;
const SIMD = 0xfd;

/** A 128-bit instruction, by its number in the specification. */
export function simd(instruction: number): Bytes {
  return [SIMD, unsigned(instruction)];
}

/** Where a load or store of 16 bytes goes, beside its address. */
export function memory(offset: number): Bytes {
  return [4, unsigned(offset)];
}

/** A number in both lanes. */
export function constant(value: number): Bytes {
  return [simd(CONSTANT), double(value), double(value)];
}

/** A whole number: an address, or a count of bytes. */
export function integer(value: number): Bytes {
  return [I32_CONSTANT, signed(value)];
}

/** A call of an imported function, by its number. */
export function call(index: number): Bytes {
  return [CALL, unsigned(index)];
}

/** A local's value. */
export function get(local: number): Bytes {
  return [LOCAL_GET, unsigned(local)];
}

/** Puts a value into a local. */
export function set(local: number, value: Bytes = []): Bytes {
  return [value, LOCAL_SET, unsigned(local)];
}

/** Adds a step to a local. */
export function advance(local: number, by: number): Bytes {
  return set(local, [get(local), integer(by), I32_ADD]);
}

/** Code that may begin again. */
export function loop(code: Bytes): Bytes {
  return [LOOP, NO_RESULT, code, END];
}

/** The end of a loop: adds a step to a local, and goes on below a bound. */
export function until(local: number, step: number, bound: number): Bytes {
  return [advance(local, step), get(local), integer(bound), I32_LESS_UNSIGNED, BRANCH_IF, 0];
}

/** All ones in the lanes of a local that are zero. */
export function isZero(x: number): Bytes {
  return [get(x), constant(0), simd(EQUAL)];
}

/** All ones in the lanes of a local that are NaN. */
export function isNaN(x: number): Bytes {
  return [get(x), get(x), simd(NOT_EQUAL)];
}

/** The value, or NaN where it is infinite: x - (x - x). */
export function finite(x: number): Bytes {
  return [get(x), get(x), get(x), simd(SUBTRACT), simd(SUBTRACT)];
}
