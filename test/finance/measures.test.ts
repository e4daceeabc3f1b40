import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cover, levelised, linearRoot, moic, npv, payback, root} from "../../lib/finance/index.js";
import {rate} from "./arbitraries.js";

describe("payback", () => {
  it.each([
    [[-100, 50, 50], 2],
    [[-100, 40, 40, 40], 2.5],
    [[-100, 200, -200, 150], 2 + 2 / 3], // comes back, goes missing again, comes back
    [[100, 10], 0]
  ])("of %j is after %d periods", (flows, expected) => expect(payback(flows)).toEqual(expect.closeTo(expected, 12)));
  it("of what does not come back has no value", () => expect([payback([-100, 40]), payback([])]).toEqual([NaN, NaN]));
  it.each([
    [[-100, 60, 60], NaN],
    [[-100, 200], -1],
    [[NaN, 60, 60], 0],
    [[-100, Infinity], 0]
  ])("of %j at %d has no value", (flows, rate) => expect(payback(flows, rate)).toBeNaN());
  it("at present value takes longer", () => {
    expect(payback([-100, 110], 0.1)).toBeCloseTo(1, 12);
    expect(payback([-100, 110], 0.11)).toBeNaN();
  });
});

describe("moic", () => {
  it("is all that comes out over all that goes in", () => expect(moic([-100, 150, -50, 150])).toBe(2));
  it("has no value where nothing goes in", () => expect(moic([10, 20])).toBeNaN());
});

describe("cover", () => {
  it("is cash over debt service, least, average, and where it is below the covenant", () =>
    expect(cover([10, 30, 20, 20], [0, 20, 20, 10], 1.2)).toEqual({
      ratios: [NaN, 1.5, 1, 2],
      least: 1,
      average: 1.4,
      breaches: [2]
    }));
  it("has no value where an amount is missing in a period with debt service", () =>
    expect(cover([NaN, 5, NaN], [1, 1, 0], 1.2)).toEqual({
      ratios: [NaN, 5, NaN],
      least: NaN,
      average: NaN,
      breaches: []
    }));
  it("has no value without debt service", () =>
    expect(cover([10], [0], 1.2)).toEqual({ratios: [NaN], least: NaN, average: NaN, breaches: []}));
});

describe("levelised", () => {
  it("of a plant of 100 that makes 60 a period twice, at 10 %, is 0.96", () =>
    expect(levelised([100, 0, 0], [0, 60, 60], 0.1)).toBeCloseTo(100 / (60 / 1.1 + 60 / 1.21), 12));
  it("has no value without output", () => expect(levelised([100], [0], 0.1)).toBeNaN());
  it("is the constant price at which the net present value is 0", () =>
    fc.assert(
      fc.property(
        rate,
        fc.array(fc.tuple(fc.integer({min: 0, max: 1e6}), fc.integer({min: 1, max: 1e6})), {
          minLength: 1,
          maxLength: 60
        }),
        (at, periods) => {
          const [costs, outputs] = [periods.map(([cost]) => cost), periods.map(([, output]) => output)];
          const price = levelised(costs, outputs, at);
          const profit = periods.map(([cost, output]) => price * output - cost);
          expect(Math.abs(npv(at, profit))).toBeLessThanOrEqual(1e-9 * npv(at, costs));
        }
      )
    ));
});

describe("root", () => {
  it.each([
    ["x^2 - 2", (x: number) => x * x - 2, 0, 2, Math.SQRT2],
    ["a kink", (x: number) => (x < 1 ? x - 1 : 100 * (x - 1)), -3, 2, 1],
    ["an end that is one", (x: number) => x, 0, 5, 0],
    ["a steep step", (x: number) => Math.atan(1e9 * (x - 0.3)), 0, 1, 0.3]
  ])("of %s", (_, f, low, high, expected) => expect(root(f, low, high)).toBeCloseTo(expected, 12));
  it("has no value where the sign does not change", () => expect(root((x) => x * x + 1, -1, 1)).toBeNaN());
  it("of a straight line is exact", () => {
    expect(linearRoot([0, -6], [1, -3])).toBe(2);
    expect(linearRoot([0, 1], [1, 1])).toBeNaN();
  });
});
