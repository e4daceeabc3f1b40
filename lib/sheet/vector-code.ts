import {get} from "./instructions.js";
import {double, unsigned, type Bytes} from "./wasm.js";

// Opcodes of 128-bit instructions in the WebAssembly Core Specification 2.0.
export const [LOAD, LOAD_SPLAT, STORE, CONSTANT] = [0, 10, 11, 12];
export const [SPLAT, EXTRACT, REPLACE] = [20, 33, 34];
export const [EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL] = [71, 72, 73, 75];
export const [AND, AND_NOT, OR, SELECT, ALL_TRUE] = [78, 79, 80, 82, 195];
export const [NEGATE, ADD, SUBTRACT, MULTIPLY, DIVIDE] = [237, 240, 241, 242, 243];

export const [CEILING, FLOOR, ABSOLUTE, SQUARE_ROOT, MINIMUM, MAXIMUM] = [116, 117, 236, 239, 246, 247];

const SIMD = 0xfd;

/** A 128-bit instruction, by its opcode. */
export function simd(instruction: number): Bytes {
  return [SIMD, unsigned(instruction)];
}

/** Alignment and offset of a 16-byte load or store. */
export function memory(offset: number): Bytes {
  return [4, unsigned(offset)];
}

/** A number in both lanes. */
export function constant(value: number): Bytes {
  return [simd(CONSTANT), double(value), double(value)];
}

/** All ones in the lanes of a local that are zero. */
export function isZero(x: number): Bytes {
  return [get(x), constant(0), simd(EQUAL)];
}

/** All ones in the lanes of a local that are NaN. */
export function isNaN(x: number): Bytes {
  return [get(x), get(x), simd(NOT_EQUAL)];
}

/** The value, or NaN if it is infinite: x - (x - x). */
export function finite(x: number): Bytes {
  return [get(x), get(x), get(x), simd(SUBTRACT), simd(SUBTRACT)];
}
