import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {call, integer} from "../../lib/sheet/instructions.js";
import {pow} from "../../lib/sheet/power.js";
import {LOAD, memory, simd, STORE} from "../../lib/sheet/vector-code.js";
import {vectorPower} from "../../lib/sheet/vector-power.js";
import {V128, wasmModule, type Bytes} from "../../lib/sheet/wasm.js";

type Two = readonly [number, number];

const powersOfTwo = raised();
const ordinary = fc.double({min: 1e-6, max: 1e6, noNaN: true});
const nearOne = fc.double({min: 1 - 1e-5, max: 1 + 1e-5, noNaN: true});
const nearRoot = fc.double({min: Math.SQRT2 - 1e-5, max: Math.SQRT2 + 1e-5, noNaN: true});
const base = fc.oneof(ordinary, nearOne, nearRoot, fc.double(), fc.constantFrom(0, -0, 1, 2, -3, 1024, 5e-324));
const exponent = fc.oneof(
  fc.double({min: -5, max: 5, noNaN: true}),
  fc.double({min: -1e-9, max: 1e-9, noNaN: true}),
  fc.double(),
  fc.constantFrom(0, 0.5, -0.5, 1, 2, 3, -4, 65, 1 / 12)
);

describe("powers of two draws at once", () => {
  it("have the bits of `pow`, whatever is raised to what", () =>
    fc.assert(
      fc.property(fc.tuple(base, base), fc.tuple(exponent, exponent), (a, b) => {
        expect(powersOfTwo(a, b)).toEqual([pow(a[0], b[0]), pow(a[1], b[1])]);
      }),
      {seed: 2026, numRuns: 20_000}
    ));
  it.each<[a: Two, b: Two]>([
    [
      [1.1, 0.97],
      [1 / 12, 13 / 12]
    ],
    [
      [0.5, 4],
      [0.3, -0.3]
    ],
    [
      [Math.E, 1],
      [1.0000000001, 0.1]
    ],
    [
      [1.7, 1e300],
      [-0.2, 0.9]
    ],
    [
      [2, 2],
      [1023.5, -1021.5]
    ]
  ])("%j to the power of %j", (a, b) => expect(powersOfTwo(a, b)).toEqual([pow(a[0], b[0]), pow(a[1], b[1])]));
});

/** Puts two numbers and two exponents into a memory, and reads what the function makes of them. */
function raised(): (a: Two, b: Two) => number[] {
  const load = (at: number): Bytes => [integer(at), simd(LOAD), memory(0)];
  const code = [integer(32), load(0), load(16), call(0), simd(STORE), memory(0)];
  const type = {parameters: [V128, V128], results: [V128]};
  const module = new WebAssembly.Module(wasmModule([type], [{locals: [], code}]));
  const own = new WebAssembly.Memory({initial: 1});
  const {exports} = new WebAssembly.Instance(module, {env: {memory: own, f0: vectorPower()}});
  const cells = new Float64Array(own.buffer);
  return (a, b) => {
    cells.set([...a, ...b]);
    (exports["g0"] as () => void)();
    return Array.from(cells.subarray(4, 6));
  };
}
