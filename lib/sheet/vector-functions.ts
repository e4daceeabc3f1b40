import {exp} from "./exponential.js";
import {log} from "./logarithm.js";
import {call, get, ifElse} from "./instructions.js";
import {pow} from "./power.js";
import {ALL_TRUE, EXTRACT, REPLACE, simd, SPLAT} from "./vector-code.js";
import {exponential, isModerate} from "./vector-exponential.js";
import {logarithm} from "./vector-logarithm.js";
import {isPositive, power} from "./vector-power.js";
import {Steps} from "./vector-steps.js";
import {F64, V128, wasmModule, type Bytes, type WasmFunction} from "./wasm.js";

/** The functions of two draws at once. Powers have an operator rather than a name. */
export type VectorFunction = keyof typeof definitions;

export function isVectorFunction(name: string): name is VectorFunction {
  return Object.hasOwn(definitions, name);
}

/** The vector function for a function of numbers; undefined if there is none. */
export function vectorFunctionOf(evaluate: (...values: number[]) => number): VectorFunction | undefined {
  return names.find((name) => definitions[name].one === evaluate);
}

/**
 * Mathematics of two draws at once in WebAssembly, bit-identical to the scalar function, which takes over both draws if
 * either is exceptional.
 */
export function vectorFunction(name: VectorFunction): WebAssembly.ExportValue {
  made ??= instantiate();
  return made[`g${names.indexOf(name)}`]!;
}

let made: WebAssembly.Exports | undefined;

/** How to compute two values at once, and where that is valid; elsewhere, the scalar function takes over. */
interface Definition {
  one: (...values: number[]) => number;
  arity: number;
  two: (steps: Steps, ...values: Bytes[]) => {value: Bytes; holds: Bytes};
}

const definitions = {
  "**": {one: pow, arity: 2, two: (steps, a, b) => power(steps, a, b)},
  exp: {one: exp, arity: 1, two: (steps, x) => ({value: exponential(steps, x), holds: isModerate(x)})},
  log: {one: log, arity: 1, two: (steps, x) => ({value: logarithm(steps, x), holds: isPositive(x)})}
} satisfies Record<string, Definition>;

const names = Object.keys(definitions) as VectorFunction[];

function instantiate(): WebAssembly.Exports {
  const all: Definition[] = Object.values(definitions);
  const imports = all.map(({arity}) => signature(arity, F64));
  const module = new WebAssembly.Module(wasmModule(imports, all.map(written)));
  const ones = Object.fromEntries(all.map(({one}, i) => [`f${i}`, one]));
  return new WebAssembly.Instance(module, {env: {memory: new WebAssembly.Memory({initial: 1}), ...ones}}).exports;
}

function written({arity, two}: Definition, index: number): WasmFunction {
  const steps = new Steps(arity);
  const values = Array.from({length: arity}, (_, i) => get(i));
  const {value, holds} = two(steps, ...values);
  const result = ifElse([holds, simd(ALL_TRUE)], value, oneByOne(values, index));
  return {...signature(arity, V128), locals: [[steps.locals, V128]], code: [steps.code, result]};
}

/** The signature of a function of several values of one type. */
export function signature(arity: number, type: number): {parameters: number[]; results: number[]} {
  return {parameters: Array.from({length: arity}, () => type), results: [type]};
}

function oneByOne(values: readonly Bytes[], index: number): Bytes {
  const lane = (i: number): Bytes => [values.map((value) => [value, simd(EXTRACT), i]), call(index)];
  return [lane(0), simd(SPLAT), lane(1), simd(REPLACE), 1];
}
