import {describe, expect, it} from "vitest";
import {irr, returnOf, yearlyRate} from "../../lib/finance/index.js";

/** Amounts of years, each in the last month of its year. */
const years = (...amounts: readonly number[]): number[] =>
  amounts.flatMap((amount) => [...Array.from({length: 11}, () => 0), amount]);

describe("returnOf", () => {
  it("is the rate at which months are worth nothing, a year", () => {
    const flows = [-100, ...Array.from({length: 24}, () => 5)];
    expect(returnOf(flows)).toEqual({rates: irr(flows).map(yearlyRate), reason: ""});
  });
  it.each([
    [years(100, 10), "nothing is paid in"],
    [years(-100, -10), "nothing comes back"],
    [years(0, 0), "nothing is paid in"],
    [years(100, -50), "money comes out before any is paid in"],
    [years(-100, 0.5), "nearly all is lost"]
  ])("of %j is none, and says why", (flows, reason) => expect(returnOf(flows)).toEqual({rates: [], reason}));
  it("where an amount is missing is missing", () => expect(returnOf([-1, NaN])).toEqual({rates: [NaN], reason: ""}));
  it("a month's bill among receipts of its year makes no second return", () => {
    const flows = [...years(-100, 60, 60), 300, -290];
    expect(irr(flows).length).toBeGreaterThan(1);
    expect(returnOf(flows).rates).toHaveLength(1);
  });
  it("money that goes in again in a later year makes several, and all are told", () => {
    const flows = years(-1600, 10000, -10000);
    expect(returnOf(flows).rates.map((rate) => Number(rate.toFixed(6)))).toEqual([0.25, 4]);
  });
});
