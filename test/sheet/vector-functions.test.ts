import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {functions} from "../../lib/model/functions.js";
import {mathematics, type SheetFunction} from "../../lib/sheet/functions.js";
import {Called} from "../../lib/sheet/called.js";
import {exp} from "../../lib/sheet/exponential.js";
import {call, integer, set} from "../../lib/sheet/instructions.js";
import {log} from "../../lib/sheet/logarithm.js";
import {pow} from "../../lib/sheet/power.js";
import {bodyOf} from "../../lib/sheet/vector-body.js";
import {LOAD, memory, simd, STORE} from "../../lib/sheet/vector-code.js";
import type {VectorFunction} from "../../lib/sheet/vector-functions.js";
import {V128, wasmModule, type Bytes} from "../../lib/sheet/wasm.js";

type Numbers = (...values: number[]) => number;

const near = (value: number): fc.Arbitrary<number> => fc.double({min: value - 1e-5, max: value + 1e-5, noNaN: true});
const value = fc.oneof(
  fc.double({min: -20, max: 20, noNaN: true}),
  fc.double({min: 1e-6, max: 1e6, noNaN: true}),
  ...[0, 1, Math.SQRT2, Math.LN2 / 2].map(near),
  fc.double(),
  fc.constantFrom(0, -0, 0.5, -0.5, 1, 2, 3, -4, 65, 1 / 12, 1024, 5e-324, Infinity, -Infinity, NaN)
);

describe("two draws at once have the bits of the function of one", () => {
  it.each<[name: VectorFunction, one: Numbers, arity: number]>([
    ["**", pow, 2],
    ["exp", exp, 1],
    ["log", log, 1]
  ])("%s", (name, one, arity) => {
    const called = new Called(mathematics);
    const index = called.indexOfVector(name, arity);
    expectSame(
      one,
      arity,
      twoAtOnce(called, arity, (values) => [values, call(index)]),
      20_000
    );
  });
  const own = Object.entries<SheetFunction>(functions).filter(([name]) => !(name in mathematics));
  it.each(own.filter(([, {evaluate}]) => bodyOf(evaluate)))("%s, by its body", (_, {evaluate}) => {
    const called = new Called(functions);
    expectSame(evaluate, evaluate.length, bodyAtOnce(called, evaluate), 2000);
  });
  it("all of the model's own except the queue search", () => {
    expect(own.filter(([, {evaluate}]) => !bodyOf(evaluate)).map(([name]) => name)).toEqual(["queue_utilisation"]);
  });
  it.each<[what: string, evaluate: Numbers]>([
    ["logic", (a, b, c) => (a > 0 && !(b <= 1) ? -c : Math.min(a, b, c))],
    ["a comparison of three kinds", (a, b) => (a === b || a !== a ? Math.floor(a) : Math.ceil(Math.abs(b)))]
  ])("%s", (_, evaluate) => {
    expectSame(evaluate, evaluate.length, bodyAtOnce(new Called({}), evaluate), 2000);
  });
  it("a comparison used as a number is left to the scalar function", () => {
    expect(bodyOf((a) => Number(a > 1) * 2)).toBeUndefined();
  });
});

function expectSame(one: Numbers, arity: number, two: (a: number[], b: number[]) => number[], numRuns: number): void {
  const values = fc.array(value, {minLength: arity, maxLength: arity});
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(two(a, b)).toEqual([one(...a), one(...b)]);
    }),
    {seed: 2026, numRuns}
  );
}

function bodyAtOnce(called: Called, evaluate: Numbers): (a: number[], b: number[]) => number[] {
  let locals = 0;
  return twoAtOnce(called, evaluate.length, (values) =>
    bodyOf(evaluate)!(values, {
      keep: (kept, use) => [set(locals++, kept), use(locals - 1)],
      call: (name, given) => [given, call(called.indexOfVector(name, given.length))]
    })
  );
}

/** Puts arguments side by side into a memory, and reads the results. */
function twoAtOnce(
  called: Called,
  arity: number,
  write: (values: Bytes[]) => Bytes
): (a: number[], b: number[]) => number[] {
  const values = Array.from({length: arity}, (_, i): Bytes => [integer(16 * i), simd(LOAD), memory(0)]);
  const code = [integer(16 * arity), write(values), simd(STORE), memory(0)];
  const module = new WebAssembly.Module(wasmModule(called.signatures(), [{locals: [[64, V128]], code}]));
  const own = new WebAssembly.Memory({initial: 1});
  const {exports} = new WebAssembly.Instance(module, {env: {memory: own, ...called.imports()}});
  const cells = new Float64Array(own.buffer);
  return (a, b) => {
    cells.set(a.flatMap((first, i) => [first, b[i]!]));
    (exports["g0"] as () => void)();
    return Array.from(cells.subarray(2 * arity, 2 * arity + 2));
  };
}
