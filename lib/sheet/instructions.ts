import {END, signed, unsigned, V128, type Bytes} from "./wasm.js";

// Opcodes in the WebAssembly Core Specification 2.0, section 5.4.
const LOOP = 0x03;
const NO_RESULT = 0x40;
const IF = 0x04;
const ELSE = 0x05;
const BRANCH_IF = 0x0d;
const CALL = 0x10;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const I32_CONSTANT = 0x41;
const I32_LESS_UNSIGNED = 0x49;
const I32_ADD = 0x6a;

/** An integer: an address or a number of bytes. */
export function integer(value: number): Bytes {
  return [I32_CONSTANT, signed(value)];
}

/** Calls an imported function by its index. */
export function call(index: number): Bytes {
  return [CALL, unsigned(index)];
}

/** Reads a local. */
export function get(local: number): Bytes {
  return [LOCAL_GET, unsigned(local)];
}

/** Stores a value in a local. */
export function set(local: number, value: Bytes = []): Bytes {
  return [value, LOCAL_SET, unsigned(local)];
}

/** Adds two integers. */
export function plus(a: Bytes, b: Bytes): Bytes {
  return [a, b, I32_ADD];
}

/** Adds a step to a local. */
export function advance(local: number, by: number): Bytes {
  return set(local, plus(get(local), integer(by)));
}

/** A loop around code. */
export function loop(code: Bytes): Bytes {
  return [LOOP, NO_RESULT, code, END];
}

/** Ends a loop: adds a step to a local, and repeats while it is below a bound. */
export function until(local: number, step: number, bound: Bytes): Bytes {
  return [advance(local, step), get(local), bound, I32_LESS_UNSIGNED, BRANCH_IF, 0];
}

/** Ends a loop: decrements a local, and repeats until it is 0. */
export function untilNone(local: number): Bytes {
  return [advance(local, -1), get(local), BRANCH_IF, 0];
}

/** Selects one of two 128-bit values. */
export function ifElse(condition: Bytes, then: Bytes, otherwise: Bytes): Bytes {
  return [condition, IF, V128, then, ELSE, otherwise, END];
}
