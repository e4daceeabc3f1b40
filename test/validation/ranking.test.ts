import {describe, expect, it} from "vitest";
import {heldOutErrors, leftOuts, rankingOf} from "../../lib/validation/index.js";
import {measuredRates} from "../../lib/validation/fit.js";
import {assumptions} from "./serving.js";

const measured = measuredRates(assumptions);
const rates = (change: (rate: number) => number): Map<string, number> =>
  new Map(assumptions.measurement!.keys.map((key, row) => [key, change(measured[row]!)]));

describe("the order of accelerators by tokens per USD", () => {
  it("is right where rates are, or are all off by the same factor", () => {
    expect(
      rankingOf(
        assumptions,
        rates((rate) => rate)
      ).correlation
    ).toBeCloseTo(1, 12);
    expect(
      rankingOf(
        assumptions,
        rates((rate) => 3 * rate)
      ).correlation
    ).toBeCloseTo(1, 12);
  });
  it("is worse where rates are turned round", () =>
    expect(
      rankingOf(
        assumptions,
        rates((rate) => 1 / rate)
      ).correlation
    ).toBeLessThan(0.5));
  it("of groups left out stands in the table accuracy, for all measurements together", () => {
    const {columns} = assumptions.accuracy!;
    const ranked = columns.of!.values.filter((_, row) => columns.rank_correlation!.values[row] !== null);
    expect(ranked).toEqual(Object.values(leftOuts).map(() => "all"));
    expect(heldOutErrors(assumptions).size).toBe(ranked.length - 1);
  });
});
