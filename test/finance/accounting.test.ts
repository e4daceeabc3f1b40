import * as excel from "@formulajs/formulajs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {straightLine, taxes} from "../../lib/finance/index.js";

describe("straightLine", () => {
  it("is the SLN of Excel from the period after the purchase on, then sells what is left", () =>
    expect(straightLine([{period: 1, cost: 100}], {life: 3, residual: 0.1}, 6)).toEqual(
      [
        [0, 0, 0],
        [0, 0, 100],
        [excel.SLN(100, 10, 3) as number, 0, 70],
        [30, 0, 40],
        [30, 10, 0],
        [0, 0, 0]
      ].map(([depreciation, disposals, book_value]) => ({
        depreciation: expect.closeTo(depreciation!, 9) as number,
        disposals,
        book_value: expect.closeTo(book_value!, 9) as number
      }))
    ));
  it("of a life that ends within a period ends in it", () =>
    expect(straightLine([{period: 0, cost: 100}], {life: 2.5, residual: 0}, 4).map((one) => one.depreciation)).toEqual([
      0,
      40,
      40,
      expect.closeTo(20, 12)
    ]));
  it("gives back each vintage exactly: what is written off and what is sold", () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({period: fc.integer({min: 0, max: 40}), cost: fc.integer({min: 0, max: 1e6})})),
        fc.double({min: 1, max: 60, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (vintages, life, residual) => {
          const books = straightLine(vintages, {life, residual}, 102);
          const cost = vintages.reduce((sum, one) => sum + one.cost, 0);
          const back = books.reduce((sum, {depreciation, disposals}) => sum + depreciation + disposals, 0);
          expect(Math.abs(back - cost)).toBeLessThanOrEqual(1e-9 * cost);
          expect(books.filter(({book_value}) => !(book_value >= -1e-9 * cost))).toEqual([]);
        }
      )
    ));
});

describe("taxes", () => {
  const rules = {rate: 0.25, offset_limit: 0.8};
  it("carries losses forward, up to 80 % of a period's profit", () =>
    expect(taxes([-100, 50, 200], rules)).toEqual([
      {tax: 0, losses: 100},
      {tax: 2.5, losses: 60},
      {tax: 35, losses: 0}
    ]));
  it("refunds nothing: tax is never below 0, nor below the rate on all profit", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({min: -1000, max: 1000})), (profits) => {
        const paid = taxes(profits, rules);
        expect(paid.filter(({tax, losses}) => !(tax >= 0 && losses >= 0))).toEqual([]);
        const total = paid.reduce((sum, {tax}) => sum + tax, 0);
        const profit = profits.reduce((a, b) => a + b, 0);
        expect(total).toBeGreaterThanOrEqual(0.25 * profit - 1e-9);
        expect(total - 0.25 * profit).toBeCloseTo(0.25 * (paid.at(-1)?.losses ?? 0), 6);
      })
    ));
});
