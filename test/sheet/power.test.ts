import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {pow} from "../../lib/sheet/power.js";

const bits = (value: number): string => new BigUint64Array(Float64Array.of(value).buffer)[0]!.toString(16);

describe("pow(a, b) has the same bits on every version of Node", () => {
  it.each<[a: number, b: number, bits: string]>([
    [1.1, 0.08333333333333333, "3ff020a97e05b193"],
    [1.12, -5, "3fe2285c5d85df2f"],
    [0.97, 1.0833333333333333, "3feef6188c98354e"],
    [2.5, -0.7, "3fe0d9856dd52513"],
    [8.3, 8, "41757ac2a5246a49"],
    [1.0083, -59, "3fe3a64c2f9e8e9e"],
    [47.165, -4.106, "3e8206f2a10ddf35"],
    [0.01168, -4.784, "41da3767f6119d79"],
    [123456.789, 0.35, "404e44e71c060757"],
    [3, 0.1, "3ff1dba3f92c888b"],
    [-1.7, 3, "c013a6e978d4fdf3"],
    [1e-310, 0.3, "2ca0aff95cc5b0b3"],
    [1e300, 0.9, "77fe494034e79ede"],
    [2, 1023.5, "7fe6a09e667f3bcc"]
  ])("%d to the power of %d is %s", (a, b, expected) => expect(bits(pow(a, b))).toBe(expected));
});

describe("pow(a, b)", () => {
  const finite = fc.double({min: 1e-3, max: 1e3, noNaN: true});
  const exponent = fc.double({min: -5, max: 5, noNaN: true});
  it("is the language's power to 14 digits", () =>
    fc.assert(
      fc.property(finite, exponent, (a, b) => Math.abs(pow(a, b) / Math.pow(a, b) - 1) < 2e-14),
      {seed: 2026, numRuns: 5000}
    ));
  it.each([0, -0, 1, -1, 2, -2.5, 1e308, -1e308, 5e-324, Infinity, -Infinity, NaN])(
    "of %d is the language's power where that is exact: infinite, zero, one or no number",
    (a) => {
      for (const b of [0, -0, 1, -1, 2, 3, -3, 0.5, -0.5, 1 / 3, 1e300, -1e300, Infinity, -Infinity, NaN]) {
        const expected = Math.pow(a, b);
        if ([0, 1, -1, Infinity, -Infinity].includes(expected) || Number.isNaN(expected))
          expect(pow(a, b), `${a} ** ${b}`).toBe(expected);
      }
    }
  );
  it("of a square is the product, of a half the root", () =>
    fc.assert(
      fc.property(finite, (a) => pow(a, 2) === a * a && pow(a, 0.5) === Math.sqrt(a)),
      {seed: 2026}
    ));
  it("of a whole number to a whole power is exact where a number can hold it", () => {
    expect([pow(10, 3), pow(2, 31), pow(2, 53), pow(7, 5), pow(10, 22), pow(2, -10)]).toEqual([
      1000,
      2 ** 31,
      2 ** 53,
      16807,
      1e22,
      1 / 1024
    ]);
  });
  it.each([
    [5e-324, 0.25],
    [1e-310, -0.9],
    [1e-310, 0.999],
    [2, -1021.5]
  ])("of %d to the power of %d keeps its digits", (a, b) => expect(pow(a, b) / Math.pow(a, b)).toBeCloseTo(1, 12));
  it("overflows to infinity, and underflows to 0", () => {
    expect([pow(10, 308.5), pow(10, -330.5), pow(1.5, 1e6), pow(1.5, -1e6)]).toEqual([Infinity, 0, Infinity, 0]);
  });
});
