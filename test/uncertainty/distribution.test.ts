import {describe, expect, it} from "vitest";
import type {Family} from "../../lib/sheet/index.js";
import {draw, quantiles, stream, type Range} from "../../lib/uncertainty/index.js";

function draws(range: Range, seed = "seed", count = 40_000): Float64Array {
  const random = stream(seed);
  return Float64Array.from({length: count}, () => draw(range, random));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const range = (low: number, central: number, high: number, family: Family): Range => ({low, central, high, family});

describe("draw", () => {
  it.each([
    [0, 5, 10],
    [0, 1, 10],
    [-3, -3, 2],
    [0.2577, 1, 1]
  ])(
    "pert(%d, %d, %d) has mean (low + 4 central + high) / 6 and variance (mean - low)(high - mean) / 7",
    (low, central, high) => {
      const drawn = draws(range(low, central, high, "pert"));
      const expected = (low + 4 * central + high) / 6;
      const centre = mean(drawn);
      const variance = mean(drawn.map((value) => (value - centre) ** 2));
      expect(Math.abs(centre - expected)).toBeLessThan(0.01 * (high - low));
      expect(variance / (((expected - low) * (high - expected)) / 7)).toBeCloseTo(1, 1);
      expect(quantiles(drawn, [0])[0]).toBeGreaterThanOrEqual(low);
      expect(quantiles(drawn, [1])[0]).toBeLessThanOrEqual(high);
    }
  );
  it("triangular has mean (low + central + high) / 3", () =>
    expect(mean(draws(range(0, 1, 5, "triangular")))).toBeCloseTo(2, 1));
  it("uniform has mean (low + high) / 2", () => expect(mean(draws(range(0, 1, 5, "uniform")))).toBeCloseTo(2.5, 1));
  it.each(["normal", "lognormal"] as const)("%s has low, central and high at 5, 50 and 95 %%", (family) => {
    const [low, median, high] = quantiles(draws(range(1, 2, 5, family)), [0.05, 0.5, 0.95]);
    expect([low! / 1, median! / 2, high! / 5].map((ratio) => Math.abs(ratio - 1) < 0.03)).toEqual([true, true, true]);
  });
  it("of a point is the point", () => expect([...draws(range(7, 7, 7, "pert"), "seed", 3)]).toEqual([7, 7, 7]));
  it("the same seed gives the same draws, another seed others", () => {
    const some = range(0, 1, 2, "pert");
    expect(draws(some, "a", 5)).toEqual(draws(some, "a", 5));
    expect(draws(some, "a", 5)).not.toEqual(draws(some, "b", 5));
  });
});

describe("quantiles", () => {
  it("are linear between neighbours", () =>
    expect(quantiles(Float64Array.of(4, 1, 3, 2), [0, 0.5, 1])).toEqual([1, 2.5, 4]));
  it("of values with one missing are missing", () => expect(quantiles(Float64Array.of(1, NaN), [0.5])).toEqual([NaN]));
});
