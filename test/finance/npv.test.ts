import * as excel from "@formulajs/formulajs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dated, irr, monthlyRate, npv, regular, xirr, xnpv, yearlyRate} from "../../lib/finance/index.js";
import {amounts, rate} from "./arbitraries.js";

const dates = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"].map((day) => new Date(day));
const microsoft = [-10000, 2750, 4250, 3250, 2750].map((amount, i) => ({date: dates[i]!, amount}));

describe("npv", () => {
  it("leaves the first amount as it is and discounts the second by one period", () =>
    expect(npv(0.25, [-100, 125])).toBe(0));
  it("is the NPV of Excel, which discounts the first amount too, times 1 + rate", () =>
    expect(npv(0.1, [-10000, 3000, 4200, 6800]) / (excel.NPV(0.1, -10000, 3000, 4200, 6800) as number)).toBeCloseTo(
      1.1,
      12
    ));
  it("is the sum of discounted amounts, so that of two projects is the sum of theirs", () =>
    fc.assert(
      fc.property(rate, amounts, amounts, (at, one, two) => {
        const both = Array.from({length: Math.max(one.length, two.length)}, (_, i) => (one[i] ?? 0) + (two[i] ?? 0));
        expect(npv(at, both)).toBeCloseTo(npv(at, one) + npv(at, two), 4);
      })
    ));
  it("of no amounts is 0", () => expect(npv(0.1, [])).toBe(0));
});

describe("xnpv", () => {
  it("is the XNPV of Excel", () =>
    expect(xnpv(0.09, dated(microsoft))).toBeCloseTo(
      excel.XNPV(
        0.09,
        microsoft.map(({amount}) => amount),
        dates
      ) as number,
      9
    ));
  it("gives the value in Excel's manual, 2086.65", () =>
    expect(xnpv(0.09, dated(microsoft))).toBeCloseTo(2086.6476, 4));
});

describe("irr", () => {
  it.each([
    [[-100, 110], 0.1],
    [[-100, 60, 60], 0.130662386292],
    [[-70000, 12000, 15000, 18000, 21000], -0.021244848273],
    [[-70000, 12000, 15000, 18000, 21000, 26000], 0.08663094803653162],
    [[-100, 0, 0, 0, 0, 3], 0.03 ** 0.2 - 1], // nearly all is lost
    [[-1, 1e6], 999999]
  ])("of %j is %d", (flows, expected) => {
    const [one, ...others] = irr(flows);
    expect(one! / expected).toBeCloseTo(1, 9);
    expect(others).toEqual([]);
  });
  it.each([[[-1, NaN]], [[NaN, 1]], [[-1, Infinity]], [[NaN]]])("of %j is missing", (flows) =>
    expect(irr(flows)).toEqual([NaN])
  );
  it("is the IRR of an Excel library", () =>
    expect(irr([-75000, 12000, 15000, 18000, 21000, 24000])[0]).toBeCloseTo(
      excel.IRR([-75000, 12000, 15000, 18000, 21000, 24000]) as number,
      9
    ));
  it("has no value where nothing is paid in, or nothing comes out, or nothing flows", () =>
    expect([irr([100, 10]), irr([-100, -10]), irr([]), irr([0, 0])]).toEqual([[], [], [], []]));
  it("has no value where the amounts change sign but are worth something at every rate", () =>
    expect(irr([100, -200, 150])).toEqual([]));
  it("reports both roots of a pump that pays twice: 25 % and 400 %", () => {
    const [low, high, ...others] = irr([-1600, 10000, -10000]);
    expect([low, high].map((one) => Number(one?.toFixed(9)))).toEqual([0.25, 4]);
    expect(others).toEqual([]);
  });
  it("reports three roots: 0, 100 and 200 %", () =>
    expect(irr([-1, 6, -11, 6]).map((one) => Math.round(one * 1e6) / 1e6 + 0)).toEqual([0, 1, 2]));
  it("reports a rate at which the value only touches zero", () =>
    expect(irr([-100, 240, -144]).map((one) => Number(one.toFixed(6)))).toEqual([0.2]));
  it("finds exactly the rates that the amounts were made from", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({min: -9, max: 40}), {minLength: 1, maxLength: 4}),
        fc.integer({min: 1, max: 9}),
        (tenths, scale) => {
          const rates = tenths.map((tenth) => tenth / 10).sort((a, b) => a - b);
          const found = irr(rates.reduce((flows, one) => times(flows, [-(1 + one), 1].reverse()), [-scale]));
          expect(found.map((one) => Math.round(one * 1e4) / 1e4 + 0)).toEqual(rates);
        }
      )
    ));
  it("makes the net present value 0, whatever the amounts", () =>
    fc.assert(
      fc.property(amounts, (flows) => {
        for (const one of irr(flows)) {
          const size = flows.reduce((sum, amount, t) => sum + Math.abs(amount) * (1 + one) ** -t, 0);
          expect(Math.abs(npv(one, flows)) / size).toBeLessThan(1e-9);
        }
      })
    ));
  it("has one value where all that is paid in comes first", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1e6}),
        fc.array(fc.integer({min: 0, max: 1e6}), {minLength: 1, maxLength: 60}).filter((all) => all.some(Boolean)),
        (paid, back) => {
          expect(irr([-paid, ...back])).toHaveLength(1);
        }
      )
    ));
  it("does not depend on the currency", () =>
    fc.assert(
      fc.property(amounts, fc.integer({min: 1, max: 1000}), (flows, factor) => {
        const scaled = irr(flows.map((amount) => amount * factor));
        expect(scaled).toEqual(irr(flows).map((rate) => expect.closeTo(rate, 6) as number));
      })
    ));
});

describe("xirr", () => {
  it("is the XIRR of an Excel library, and the value in Excel's manual", () => {
    const expected = excel.XIRR(
      microsoft.map(({amount}) => amount),
      dates,
      0.1
    ) as number;
    expect(xirr(dated(microsoft))).toHaveLength(1);
    expect(xirr(dated(microsoft))[0]).toBeCloseTo(expected, 8);
    expect(xirr(dated(microsoft))[0]).toBeCloseTo(0.373362535, 8);
  });
  it("of amounts one unit of time apart is irr, in any order", () => {
    const flows = [-100, 30, 40, 60];
    expect(xirr(regular(flows))).toEqual(irr(flows));
    expect(xirr(regular(flows).reverse())).toEqual(irr(flows));
  });
});

describe("rates", () => {
  it("twelve months at the monthly rate are a year at the yearly", () =>
    fc.assert(
      fc.property(rate, (yearly) => {
        expect(yearlyRate(monthlyRate(yearly))).toBeCloseTo(yearly, 12);
      })
    ));
});

/** The product of two polynomials in the discount factor. */
function times(a: readonly number[], b: readonly number[]): number[] {
  const product = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => b.forEach((y, j) => (product[i + j]! += x * y)));
  return product;
}
