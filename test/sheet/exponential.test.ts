import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {exp} from "../../lib/sheet/exponential.js";
import {log} from "../../lib/sheet/logarithm.js";

const bits = (value: number): string => new BigUint64Array(Float64Array.of(value).buffer)[0]!.toString(16);

/** Whether two numbers differ by at most one unit in the last place. */
function areNext(a: number, b: number): boolean {
  return Math.abs(a - b) <= Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));
}

describe("exp(x) has the same bits on every machine", () => {
  it.each<[x: number, bits: string]>([
    [0.1, "3ff1aec7b35a00d4"],
    [-0.35, "3fe68cce09671f71"],
    [0.3465735913, "3ff6a09e66e25d2c"],
    [1, "4005bf0a8b145769"],
    [-1, "3fd78b56362cef38"],
    [2.5, "40285d6fd931e0bb"],
    [-17.25, "3e614f49dbc5078c"],
    [300.7, "5b0c3714f17ae742"],
    [1e-9, "3ff000000044b830"],
    [699.9, "7f0ac3c2d2582f8f"]
  ])("%d: %s", (x, expected) => expect(bits(exp(x))).toBe(expected));
  it("is the machine's, or adjacent to it", () =>
    fc.assert(
      fc.property(fc.double({min: -745, max: 709, noNaN: true}), (x) => areNext(exp(x), Math.exp(x))),
      {seed: 2026, numRuns: 5000}
    ));
  it.each([0, -0, 800, -800, Infinity, -Infinity, NaN])("of %d is the language's", (x) =>
    expect(exp(x)).toBe(Math.exp(x))
  );
});

describe("log(x) has the same bits on every machine", () => {
  it.each<[x: number, bits: string]>([
    [0.1, "c0026bb1bbb55515"],
    [0.75, "bfd269621134db92"],
    [1.4142, "3fd62e1ac5b1d181"],
    [1.0000001, "3e7ad7f2847b6492"],
    [0.9999999, "be7ad7f2b1049b9f"],
    [2, "3fe62e42fefa39ef"],
    [123456.789, "40277281cad8a844"],
    [3e-300, "c0858d6a52bb2934"],
    [1e300, "4085963447f87fb5"],
    [0.7071067, "bfd62e437a425df8"]
  ])("%d: %s", (x, expected) => expect(bits(log(x))).toBe(expected));
  it("is the machine's, or adjacent to it", () =>
    fc.assert(
      fc.property(fc.double({min: 5e-324, max: 1e308, noNaN: true}), (x) => areNext(log(x), Math.log(x))),
      {seed: 2026, numRuns: 5000}
    ));
  it.each([0, -0, 1, -1, 5e-324, Infinity, NaN])("of %d is the language's", (x) => expect(log(x)).toBe(Math.log(x)));
});
