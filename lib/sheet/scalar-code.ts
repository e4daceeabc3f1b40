import {get} from "./instructions.js";
import {double, type Bytes} from "./wasm.js";

// Opcodes in the WebAssembly Core Specification 2.0, section 5.4.
const SELECT = 0x1b;
export const [LOAD, STORE] = [0x2b, 0x39];
export const [EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL] = [0x61, 0x62, 0x63, 0x65];
export const [AND, OR] = [0x71, 0x72];
export const [ABSOLUTE, NEGATE, CEILING, FLOOR, SQUARE_ROOT] = [0x99, 0x9a, 0x9b, 0x9c, 0x9f];
export const [ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM] = [0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5];
export const CONVERT = 0xb7;
export const SAME_INTEGER = 0x46;
const I32_LOAD = 0x28;
const CONSTANT = 0x44;

// Alignment of loads and stores, as powers of two of bytes.
const [ALIGNED_4, ALIGNED_8] = [2, 3];

/** Pushes a number. */
export function constant(value: number): Bytes {
  return [CONSTANT, double(value)];
}

/** Loads the number at an address. */
export function load(address: Bytes): Bytes {
  return [address, LOAD, ALIGNED_8, 0];
}

/** Stores a number at an address. */
export function store(address: Bytes, value: Bytes): Bytes {
  return [address, value, STORE, ALIGNED_8, 0];
}

/** Loads the integer at an offset from an address held by a local. */
export function loadInteger(local: number, offset: Bytes): Bytes {
  return [get(local), I32_LOAD, ALIGNED_4, offset];
}

/** Selects the first value if the test is not 0, otherwise the second. */
export function select(test: Bytes, then: Bytes, otherwise: Bytes): Bytes {
  return [then, otherwise, test, SELECT];
}

/** Whether a local is zero. */
export function isZero(x: number): Bytes {
  return [get(x), constant(0), EQUAL];
}

/** Whether a local is NaN. */
export function isNaN(x: number): Bytes {
  return [get(x), get(x), NOT_EQUAL];
}

/** Whether a local is not NaN. */
export function isNumber(x: number): Bytes {
  return [get(x), get(x), EQUAL];
}

/** The value, or NaN if it is infinite: x - (x - x). */
export function finite(x: number): Bytes {
  return [get(x), get(x), get(x), SUBTRACT, SUBTRACT];
}
