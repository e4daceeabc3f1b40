import {describe, expect, it} from "vitest";
import {sobolIndices, type SobolIndices} from "../../lib/uncertainty/index.js";
import {mixed} from "../../lib/uncertainty/saltelli.js";

const ROWS = 4096;

/** The indices of a function of `dimensions` uniform numbers, each a separate factor. */
function indices(of: (x: number[]) => number, dimensions: number, factors?: number[][]): SobolIndices[] {
  return indicesOf(of, dimensions, {rows: ROWS, seed: 1, factors});
}

function indicesOf(
  of: (x: number[]) => number,
  count: number,
  {rows, seed, factors}: {rows: number; seed: number; factors?: number[][] | undefined}
): SobolIndices[] {
  const names = Array.from({length: count}, (_, i) => `x${i}`);
  const each = factors ?? names.map((_, i) => [i]);
  const places = {dimensions: [...names.keys()], count};
  const drawn = mixed(each, {spread: "sobol", draws: rows, seed}, names, places);
  const values = Float64Array.from({length: rows * (each.length + 2)}, (_, draw) => of(drawn.map((one) => one(draw))));
  return sobolIndices(values, rows);
}

/** Ishigami and Homma (1990), with a = 7 and b = 0.1 on -pi..pi. */
function ishigami(u: number[]): number {
  const [x, y, z] = u.map((one) => Math.PI * (2 * one - 1)) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** Its variance by parts: of x, of y, and of x with z. */
const [X, Y, XZ] = [0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2, 49 / 8, (0.1 ** 2 * Math.PI ** 8 * 8) / 225];

const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
const parts = A.map((a) => 1 / (3 * (1 + a) ** 2));
const product = (values: number[]): number => values.reduce((all, one) => all * (1 + one), 1);

describe("Sobol' indices are the analytic ones, within 0.01 and within their intervals' neighbourhood,", () => {
  const near = ({estimate, low, high}: SobolIndices["first"], truth: number): boolean =>
    Math.abs(estimate - truth) < 0.01 && low - 0.01 <= truth && truth <= high + 0.01 && low <= high;
  it("of the Ishigami function", () => {
    const found = indices(ishigami, 3);
    const total = X + Y + XZ;
    const truth = [
      {first: X / total, total: (X + XZ) / total},
      {first: Y / total, total: Y / total},
      {first: 0, total: XZ / total}
    ];
    expect(found.map(({first, total}, i) => [near(first, truth[i]!.first), near(total, truth[i]!.total)])).toEqual([
      [true, true],
      [true, true],
      [true, true]
    ]);
  });
  it("of Sobol's g function in eight dimensions", () => {
    const found = indices((x) => A.reduce((all, a, i) => (all * (Math.abs(4 * x[i]! - 2) + a)) / (1 + a), 1), 8);
    const variance = product(parts) - 1;
    found.forEach(({first, total}, i) => {
      const others = product(parts.filter((_, k) => k !== i));
      expect(near(first, parts[i]! / variance)).toBe(true);
      expect(near(total, (parts[i]! * others) / variance)).toBe(true);
    });
  });
  it("of inputs swapped together: x and z of the Ishigami function explain what y does not", () => {
    const [together, y] = indices(ishigami, 3, [[0, 2], [1]]) as [SobolIndices, SobolIndices];
    expect(near(together.first, (X + XZ) / (X + Y + XZ))).toBe(true);
    expect(near(together.total, 1 - y.first.estimate)).toBe(true);
  });
});

describe("Sobol' indices", () => {
  it("of a constant output are 0", () =>
    expect(indices(() => 7, 1)[0]).toEqual({
      first: {estimate: 0, low: 0, high: 0, raw: 0, resolved: true},
      total: {estimate: 0, low: 0, high: 0, raw: 0, resolved: true},
      rank: 1
    }));
  it("alone lie between 0 and those with interactions, and so do the ends of their intervals, over 20 seeds", () => {
    const few = Array.from({length: 20}, (_, seed) => indicesOf(ishigami, 3, {rows: 64, seed})).flat();
    const within = ({first, total}: SobolIndices): boolean =>
      (["estimate", "low", "high"] as const).every((end) => 0 <= first[end] && first[end] <= total[end]) &&
      total.high <= 1;
    expect(few.filter((one) => !within(one))).toEqual([]);
    expect(few.some(({first, total}) => first.raw < 0 || first.raw > total.raw)).toBe(true);
  });
  it("are not resolved by too few rows, and are by many", () => {
    const resolved = (rows: number): boolean[] =>
      indicesOf(ishigami, 3, {rows, seed: 1}).flatMap(({first, total}) => [first.resolved, total.resolved]);
    expect(resolved(16)).toContain(false);
    // The third explains nothing alone: its interval reaches 0, but no further than its noise.
    expect(resolved(2 ** 14).toSpliced(4, 1)).toEqual([true, true, true, true, true]);
  });
  it("give equal factors the same rank, and a lesser one a lower rank", () => {
    expect(indices(([x, y, z]) => x! + y! + z! / 3, 3).map(({rank}) => rank)).toEqual([1, 1, 3]);
  });
  it("of a factor that is in two groups are those of each group", () => {
    const found = indices(([x, y, z]) => x! + y! + z!, 3, [[0], [0, 1], [1, 2]]);
    expect(found.map(({first}) => Math.round(30 * first.estimate))).toEqual([10, 20, 20]);
  });
  it("of an output that is missing in a draw are missing", () =>
    expect(indices(([x]) => (x! > 0.999 ? NaN : x!), 1)[0]!.first.estimate).toBeNaN());
  it("of a large constant plus a small term are those of the small term", () =>
    expect(indices(([x]) => 1e9 + x!, 2).map(({first}) => Math.abs(Math.round(first.estimate * 100)) / 100)).toEqual([
      1, 0
    ]));
});
