import {call, get, ifElse} from "./instructions.js";
import {MOST, pow, SMALLEST} from "./power.js";
import {absolute, add, and, andNot, atMost, equal, less, minus, or, times, truncated} from "./vector-arithmetic.js";
import {ALL_TRUE, constant, EXTRACT, REPLACE, simd, SPLAT} from "./vector-code.js";
import {exponential} from "./vector-exponential.js";
import {logarithm} from "./vector-logarithm.js";
import {Steps} from "./vector-steps.js";
import {F64, V128, wasmModule, type Bytes, type WasmFunction} from "./wasm.js";

/**
 * A function of WebAssembly that raises two numbers to two powers at once, with the same bits as `pow`: the two draws of
 * a 128-bit value. Where one of them is an exception to e^(b log a), `pow` computes both.
 */
export function vectorPower(): WebAssembly.ExportValue {
  return (made ??= instantiate());
}

let made: WebAssembly.ExportValue | undefined;

function instantiate(): WebAssembly.ExportValue {
  const module = new WebAssembly.Module(wasmModule([{parameters: [F64, F64], results: [F64]}], [written()]));
  const memory = new WebAssembly.Memory({initial: 1});
  return new WebAssembly.Instance(module, {env: {memory, f0: pow}}).exports["g0"]!;
}

function written(): WasmFunction {
  const [a, b] = [get(0), get(1)];
  const steps = new Steps(2);
  const {high, low} = logarithm(steps, a);
  const product = steps.keep(times(b, high));
  const power = exponential(steps, product);
  const correction = add(remainder(steps, b, high, product), times(b, low));
  const isQuick = [isOrdinary(a, b, product), simd(ALL_TRUE)];
  const result = ifElse(isQuick, add(power, times(power, correction)), oneByOne(a, b));
  return {
    parameters: [V128, V128],
    results: [V128],
    locals: [[steps.locals, V128]],
    code: [steps.code, result]
  };
}

/** Products up to this have an exponential of full precision, exponents up to this can be split in two. */
const [GREATEST_PRODUCT, GREATEST_EXPONENT] = [700, 0x100000];

/** All ones in lanes whose power is e^(b log a). */
function isOrdinary(a: Bytes, b: Bytes, product: Bytes): Bytes {
  const isPositive = and(atMost(constant(SMALLEST), a), less(a, constant(Infinity)));
  const isWithin = and(
    less(absolute(product), constant(GREATEST_PRODUCT)),
    less(absolute(b), constant(GREATEST_EXPONENT))
  );
  return andNot(and(isPositive, isWithin), or(isMultiplied(a, b), equal(b, constant(0.5))));
}

/** All ones in lanes whose power is multiplied out. */
function isMultiplied(a: Bytes, b: Bytes): Bytes {
  const isUpTo = (most: number): Bytes => atMost(absolute(b), constant(most));
  return and(and(isUpTo(MOST), isWhole(b)), or(isUpTo(3), isWhole(a)));
}

function isWhole(value: Bytes): Bytes {
  return equal(value, truncated(value));
}

/** What rounding took from a product, as `pow` computes it. */
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

/** Two powers by the imported function of one. */
function oneByOne(a: Bytes, b: Bytes): Bytes {
  const lane = (i: number): Bytes => [a, simd(EXTRACT), i, b, simd(EXTRACT), i, call(0)];
  return [lane(0), simd(SPLAT), lane(1), simd(REPLACE), 1];
}
