import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Family} from "../../lib/sheet/index.js";
import {quantileOf, quantiles, type Distribution, type Range} from "../../lib/uncertainty/index.js";
import {beta, normalQuantile, normalShare} from "../../lib/uncertainty/special.js";

const range = (low: number, central: number, high: number, family: Family): Range => ({low, central, high, family});

/** Values of a distribution at the midpoints of equal parts: their mean is its mean. */
function values(distribution: Distribution, count = 20_000): Float64Array {
  const quantile = quantileOf(distribution);
  return Float64Array.from({length: count}, (_, i) => quantile((i + 0.5) / count));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: Float64Array): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

describe("the moments of", () => {
  it.each([
    [0, 5, 10],
    [0, 1, 10],
    [-3, -3, 2],
    [0.2577, 1, 1]
  ])("pert(%d, %d, %d) are (low + 4 central + high) / 6 and (mean - low)(high - mean) / 7", (low, central, high) => {
    const drawn = values(range(low, central, high, "pert"));
    const expected = (low + 4 * central + high) / 6;
    expect(mean(drawn)).toBeCloseTo(expected, 4);
    expect(variance(drawn) / (((expected - low) * (high - expected)) / 7)).toBeCloseTo(1, 3);
  });
  it.each<[Distribution, number, number]>([
    [range(0, 1, 5, "triangular"), 2, (25 + 1 - 5) / 18],
    [range(0, 1, 5, "uniform"), 2.5, 25 / 12],
    [range(-1.6448536269514722, 0, 1.6448536269514722, "normal"), 0, 1],
    [range(1, 2, 6, "discrete"), 3, 14 / 3],
    [{family: "discrete", values: [1, 5], weights: [3, 1]}, 2, 3],
    [{family: "empirical", values: [2, 0, 1]}, 1, 1 / 3]
  ])("%j are %d and %d", (distribution, expected, spread) => {
    const drawn = values(distribution);
    expect(mean(drawn)).toBeCloseTo(expected, 3);
    expect(variance(drawn) / spread).toBeCloseTo(1, 2);
  });
});

describe("quantileOf", () => {
  it.each(["normal", "lognormal"] as const)("%s has low, central and high at 5, 50 and 95 %%", (family) => {
    const quantile = quantileOf(range(1, 2, 5, family));
    expect([0.05, 0.5, 0.95].map((share) => Number(quantile(share).toPrecision(9)))).toEqual([1, 2, 5]);
  });
  it("beta has low and high at 5 and 95 %", () => {
    const quantile = quantileOf(range(0.1, 0.3, 0.6, "beta"));
    expect([0.05, 0.95].map((share) => Number(quantile(share).toPrecision(7)))).toEqual([0.1, 0.6]);
  });
  it.each([
    [0.198, 0.202, 0.19917571609288137, 0.1999949998074156, 0.20081596509546346],
    [0.499, 0.501, 0.499589939007204, 0.5, 0.500410060992796],
    [0.89, 0.91, 0.896146450215464, 0.9002972529881298, 0.9043480545749231],
    [0.5, 0.99, 0.730200528121, 0.857620391532989, 0.9403775758141388],
    [0.0001, 0.000101, 0.0001002942800961616, 0.00010049917089024733, 0.00010070434051357283],
    [0.99, 0.9999, 0.9956465135591385, 0.997979083363706, 0.9992545179920461],
    [0.05, 0.06, 0.052830847498543096, 0.05485694833526112, 0.056931166439424266]
  ])("the quartiles of beta with %d and %d at 5 and 95 %% are those of SciPy 1.17", (low, high, ...quartiles) => {
    const quantile = quantileOf(range(low, (low + high) / 2, high, "beta"));
    const expected = [low, ...quartiles, high];
    [0.05, 0.25, 0.5, 0.75, 0.95].forEach((share, i) =>
      expect(Math.abs(quantile(share) / expected[i]! - 1)).toBeLessThan(1e-9)
    );
  });
  it("beta never falls, however narrow it is", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0.001, max: 0.999, noNaN: true}),
        fc.double({min: 1, max: 7, noNaN: true}),
        (middle, digits) => {
          const half = Math.min(middle, 1 - middle) * 10 ** -digits;
          const quantile = quantileOf(range(middle - half, middle, middle + half, "beta"));
          const drawn = Array.from({length: 257}, (_, i) => quantile(i / 256));
          expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
          expect(quantile(0.05)).toBeCloseTo(middle - half, 9);
          expect(quantile(0.95)).toBeCloseTo(middle + half, 9);
        }
      ),
      {seed: 2026, numRuns: 40}
    ));
  it.each<[Family, number, number, number, number]>([
    ["normal", 1, 5, 9, Infinity],
    ["normal", 0.9, 5, 12, Infinity],
    ["normal", 0.12, 0.6, 0.93, 1],
    ["lognormal", 0.5, 0.6, 0.9, 1]
  ])("%s keeps %d, %d and %d at 5, 50 and 95 %% where it is cut off", (family, low, central, high, most) => {
    const quantile = quantileOf({...range(low, central, high, family), within: {least: 0, most}});
    const found = [0.05, 0.5, 0.95].map((share) => Number(quantile(share).toPrecision(8)));
    expect(found).toEqual([low, central, high]);
    expect(quantile(1e-9)).toBeGreaterThanOrEqual(0);
    expect(quantile(1 - 1e-9)).toBeLessThanOrEqual(most);
  });
  it("pert inverts the beta distribution to 2e-7 of a share", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.double({min: 1e-9, max: 1 - 1e-9, noNaN: true}),
        (mode, share) => {
          const value = quantileOf(range(0, mode, 1, "pert"))(share);
          expect(Math.abs(beta(1 + 4 * mode, 5 - 4 * mode).share(value) - share)).toBeLessThan(2e-7);
        }
      ),
      {seed: 2026, numRuns: 300}
    ));
  it("never falls, whatever the family, and stays within its truncation", () =>
    fc.assert(
      fc.property(
        fc.constantFrom<Family>("pert", "triangular", "uniform", "normal", "lognormal", "beta", "discrete"),
        fc.array(fc.double({min: 0.01, max: 0.99, noNaN: true}), {minLength: 3, maxLength: 3}),
        (family, three) => {
          const [low, central, high] = three.sort((a, b) => a - b) as [number, number, number];
          if (high - low < 1e-3) return;
          const drawn = [...values({...range(low, central, high, family), within: {least: 0.2, most: 1}}, 50)];
          expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
          if (high > 0.2) expect(drawn.every((value) => value > 0.2 - 1e-9 && value <= 1 + 1e-9)).toBe(true);
        }
      ),
      {seed: 2026, numRuns: 150}
    ));
  it("of a point is the point", () => expect(quantileOf(range(7, 7, 7, "pert"))(0.3)).toBe(7));
});

describe("special functions agree with SciPy 1.17", () => {
  it.each([
    [1e-12, -7.034483825301131],
    [0.01, -2.326347874040841],
    [0.7, 0.5244005127080407],
    [0.999999, 4.753424308817087]
  ])("normalQuantile(%d) = %d", (share, value) => expect(normalQuantile(share)).toBeCloseTo(value, 12));
  it.each([
    [-3, 0.0013498980316300933],
    [0.5, 0.6914624612740131],
    [6, 0.9999999990134123]
  ])("normalShare(%d) = %d", (value, share) => expect(normalShare(value)).toBeCloseTo(share, 14));
  it.each([
    [0.3, 2.5, 3.5, 0.29675298929566646],
    [0.01, 4.9, 1.1, 1.972407795178862e-10]
  ])("the share below %d of beta(%d, %d) is %d", (x, a, b, share) => expect(beta(a, b).share(x)).toBeCloseTo(share, 9));
});

describe("quantiles", () => {
  it("are linear between neighbours", () =>
    expect(quantiles(Float64Array.of(4, 1, 3, 2), [0, 0.5, 1])).toEqual([1, 2.5, 4]));
  it("of values with one missing are missing", () => expect(quantiles(Float64Array.of(1, NaN), [0.5])).toEqual([NaN]));
});
