import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {spreads, uniforms, type Design} from "../../lib/uncertainty/index.js";
import {permuted} from "../../lib/uncertainty/sampler.js";
import {unscrambled} from "../../lib/uncertainty/sobol.js";

const design = (spread: Design["spread"], draws = 256, seed = 1): Design => ({spread, draws, seed});

function drawn({spread, draws, seed}: Design, names: string[]): number[][] {
  return uniforms({spread, draws, seed}, names).map((one) => Array.from({length: draws}, (_, i) => one(i)));
}

describe.each(spreads)("%s numbers", (spread) => {
  it("are the same for the same seed, name and place, and others for another", () => {
    const first = drawn(design(spread), ["a", "b"]);
    expect(drawn(design(spread), ["a", "b"])).toEqual(first);
    expect(drawn(design(spread, 256, 2), ["a", "b"])).not.toEqual(first);
    expect(first[0]).not.toEqual(first[1]);
  });
  it("have the same bytes on every machine", () => {
    const bytes = new Uint8Array(Float64Array.from(drawn(design(spread, 64), ["a", "b", "c"]).flat()).buffer);
    expect(bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 0)).toMatchSnapshot();
  });
  it("lie between 0 and 1, and are uniform: no cumulative share is off by more than chance explains", () => {
    const one = drawn(design(spread, 4096), ["a"])[0]!.sort((a, b) => a - b);
    const off = one.map((u, i) => Math.abs(u - (i + 0.5) / one.length));
    expect(one[0]).toBeGreaterThan(0);
    expect(one.at(-1)).toBeLessThan(1);
    expect(Math.max(...off)).toBeLessThan(1.63 / Math.sqrt(one.length));
  });
  it("of two names are not correlated", () => {
    const [a, b] = drawn(design(spread, 4096), ["a", "b"]) as [number[], number[]];
    const covariance = a.reduce((sum, u, i) => sum + (u - 0.5) * (b[i]! - 0.5), 0) / a.length;
    expect(Math.abs(12 * covariance)).toBeLessThan(3 / Math.sqrt(a.length));
  });
});

describe("latin and sobol numbers", () => {
  it.each(["latin", "sobol"] as const)(
    "%s has one draw in each of as many equal parts as there are draws",
    (spread) => {
      const parts = drawn(design(spread), ["a", "b", "c"]).map((column) => column.map((u) => Math.floor(u * 256)));
      for (const column of parts) expect(new Set(column).size).toBe(256);
    }
  );
  it("random and latin do not depend on which other names there are", () => {
    for (const spread of ["random", "latin"] as const)
      expect(drawn(design(spread), ["b", "a"])[1]).toEqual(drawn(design(spread), ["a"])[0]);
  });
  it("sobol has one point in each of 16 x 16 squares, of any two of its first dimensions", () => {
    const [a, b] = drawn(design("sobol"), ["a", "b"]) as [number[], number[]];
    expect(new Set(a.map((u, i) => 16 * Math.floor(16 * u) + Math.floor(16 * b[i]!))).size).toBe(256);
  });
  it("beyond its 768 dimensions, sobol goes on as latin: one draw in each part", () => {
    const names = Array.from({length: 769}, (_, i) => `${i}`);
    const last = uniforms(design("sobol"), names).at(-1)!;
    const {draws} = design("sobol");
    const parts = Array.from({length: draws}, (_, draw) => Math.floor(draws * last(draw)));
    expect(new Set(parts).size).toBe(draws);
  });
  it("the unscrambled points are those of SciPy 1.17 (in its Gray code order: 1, 3, 2, 6)", () => {
    const points = [1, 3, 2, 6].map((place) =>
      [0, 1, 2, 3, 4].map((dimension) => unscrambled(dimension)(place) / 2 ** 32)
    );
    expect(points).toEqual(SCIPY);
  });
});

describe("permuted", () => {
  it("is a permutation for any count and key", () =>
    fc.assert(
      fc.property(fc.integer({min: 1, max: 3000}), fc.integer(), (count, key) => {
        const places = Array.from({length: count}, (_, i) => permuted(i, count, key)).sort((a, b) => a - b);
        expect(places).toEqual(Array.from({length: count}, (_, i) => i));
      }),
      {seed: 2026, numRuns: 60}
    ));
});

const SCIPY = [
  [0.5, 0.5, 0.5, 0.5, 0.5],
  [0.75, 0.25, 0.25, 0.25, 0.75],
  [0.25, 0.75, 0.75, 0.75, 0.25],
  [0.375, 0.375, 0.625, 0.875, 0.375]
];
