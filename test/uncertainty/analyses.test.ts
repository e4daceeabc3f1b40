import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  breakEven,
  RELATIVE_ERROR,
  Sketches,
  thresholdSplit,
  stream,
  tornado,
  type Driver
} from "../../lib/uncertainty/index.js";

const uniform = (name: string, count = 2000): Float64Array => {
  const random = stream(name);
  return Float64Array.from({length: count}, () => random());
};

describe("breakEven", () => {
  it.each<[string, (x: number) => number, number, number[]]>([
    ["one crossing", (x) => 2 * x - 1, 2, [1.5]],
    ["a falling one", (x) => 4 - x * x, 0, [2]],
    ["two", (x) => (x - 1) * (x - 3), 0, [1, 3]],
    ["none", (x) => x * x + 1, 0, []],
    ["one at an end", (x) => x, 0, [0]],
    ["none across a gap without values", (x) => (x > 1 && x < 2 ? NaN : x < 1.5 ? -1 : 1), 0, []]
  ])("finds %s", (_, of, target, places) =>
    expect(breakEven(of, target, 0, 4).map((x) => Number(x.toPrecision(10)))).toEqual(places)
  );
});

describe("thresholdSplit", () => {
  const driver = uniform("driver");
  it("of a condition on the driver itself is complete", () =>
    expect(
      thresholdSplit(
        driver,
        [...driver].map((x) => x > 0.7)
      )
    ).toMatchObject({distance: 1, significant: true}));
  it("of an unrelated condition is not significant", () =>
    expect(
      thresholdSplit(
        driver,
        [...uniform("other")].map((x) => x > 0.7)
      )
    ).toMatchObject({significant: false}));
  it("gives the median on both sides", () => {
    const {inside, outside} = thresholdSplit(Float64Array.of(1, 2, 3, 10, 20, 30), [
      false,
      false,
      false,
      true,
      true,
      true
    ]);
    expect([inside, outside]).toEqual([20, 2]);
  });
  it("of a condition that always holds is missing", () =>
    expect(thresholdSplit(Float64Array.of(1, 2), [true, true])).toEqual({
      distance: NaN,
      significant: false,
      inside: 1.5,
      outside: NaN
    }));
});

describe("tornado", () => {
  it("sorts drivers by their effect on the output, missing ones last", () => {
    const named = (cell: string): Driver => ({cell, column: cell, row: 0, low: 0, central: 1, high: 2, family: "pert"});
    const swings = tornado([named("a"), named("b"), named("c")], Float64Array.of(1, 2, NaN, 1, 9, 1, 5));
    expect(swings.map(({driver, at_low, at_high}) => [driver.cell, at_low, at_high])).toEqual([
      ["c", 9, 1],
      ["a", 1, 2],
      ["b", NaN, 1]
    ]);
  });
});

describe("sketches", () => {
  const numbers = fc.array(
    fc.oneof(fc.double({min: -1e6, max: 1e6, noNaN: true}), fc.constantFrom(0, -0, 1, -1, 1e-9, 1e12, -1e12)),
    {minLength: 1, maxLength: 60}
  );
  it("give every quantile within the stated error of the value of its rank", () =>
    fc.assert(
      fc.property(numbers, fc.double({min: 0, max: 1, noNaN: true}), (values, share) => {
        const rank = values.toSorted((a, b) => a - b)[Math.round(share * (values.length - 1))]!;
        const [found] = filled(values).quantiles(0, [share]);
        expect(Math.abs(found! - rank)).toBeLessThanOrEqual(RELATIVE_ERROR * Math.abs(rank) + 1e-300);
      }),
      {seed: 2026, numRuns: 500}
    ));
  it("of parts add up to the whole's, packed or not, in any order", () =>
    fc.assert(
      fc.property(numbers, numbers, (some, others) => {
        const whole = filled([...some, ...others]);
        const [one, other] = [filled(others), Sketches.unpack(filled(some).pack())];
        one.merge(other);
        const shares = [0, 0.05, 0.5, 0.95, 1];
        expect(one.quantiles(0, shares)).toEqual(whole.quantiles(0, shares));
      }),
      {seed: 2026, numRuns: 200}
    ));
  it("of values with one missing are missing", () => expect(filled([1, NaN]).quantiles(0, [0.5])).toEqual([NaN]));
});

function filled(values: readonly number[]): Sketches {
  const sketches = new Sketches(1);
  sketches.add(0, new Int32Array(Float64Array.from(values).buffer), 0, values.length);
  return sketches;
}
