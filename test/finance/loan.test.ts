import * as excel from "@formulajs/formulajs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {amortisations, annuity, loan, npv} from "../../lib/finance/index.js";

const rate = 0.08 / 12;
const level = loan({draws: [10000], rate, tenor: 10, amortisation: "level"});

describe("loan", () => {
  it("at a level payment pays the PMT, IPMT and PPMT of Excel", () =>
    level.slice(1).forEach(({interest, repayment}, i) => {
      expect(interest + repayment).toBeCloseTo(-(excel.PMT(rate, 10, 10000) as number), 8);
      expect(interest).toBeCloseTo(-(excel.IPMT(rate, i + 1, 10, 10000) as number), 8);
      expect(repayment).toBeCloseTo(-(excel.PPMT(rate, i + 1, 10, 10000) as number), 8);
    }));
  it("repays straight: equal parts, interest on the rest", () =>
    expect(loan({draws: [60, 60], rate: 0.1, tenor: 3, amortisation: "straight"})).toEqual([
      {draw: 60, interest: 0, repayment: 0, balance: 60},
      {draw: 60, interest: 6, repayment: 0, balance: 120},
      {draw: 0, interest: 12, repayment: 40, balance: 80},
      {draw: 0, interest: 8, repayment: 40, balance: 40},
      {draw: 0, interest: 4, repayment: 40, balance: 0}
    ]));
  it("repays a bullet at the end", () =>
    expect(loan({draws: [100], rate: 0.1, tenor: 3, amortisation: "bullet"}).map(({repayment}) => repayment)).toEqual([
      0, 0, 0, 100
    ]));
  it("repays exactly what was drawn, never more, and is worth nothing at its own rate", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 1e6}), {minLength: 1, maxLength: 24}),
        fc.double({min: 0, max: 0.05, noNaN: true}),
        fc.integer({min: 1, max: 120}),
        fc.constantFrom(...amortisations),
        (draws, at, tenor, amortisation) => {
          const schedule = loan({draws, rate: at, tenor, amortisation});
          const drawn = draws.reduce((sum, draw) => sum + draw, 0);
          expect(schedule.at(-1)!.balance).toBe(0);
          expect(schedule.reduce((sum, {repayment}) => sum + repayment, 0)).toBeCloseTo(drawn, 4);
          expect(schedule.filter(({balance, repayment}) => !(Math.min(balance, repayment) >= -1e-6 * drawn))).toEqual(
            []
          );
          const lender = schedule.map(({draw, interest, repayment}) => interest + repayment - draw);
          expect(Math.abs(npv(at, lender))).toBeLessThanOrEqual(1e-9 * drawn);
        }
      )
    ));
});

describe("loan and annuity without periods", () => {
  it.each([0, -1, 1.5, NaN])("of tenor %d are refused or have no value", (tenor) => {
    expect(() => loan({draws: [100], rate: 0.01, tenor, amortisation: "level"})).toThrow("write a whole number from 1");
    if (tenor !== 1.5) expect(annuity(0.05, tenor)).toBeNaN();
  });
});

describe("annuity", () => {
  it("at a rate of 0 is a straight line", () => expect(annuity(0, 4)).toBe(0.25));
  it("is the PMT of Excel", () => expect(annuity(0.05, 12)).toBeCloseTo(-(excel.PMT(0.05, 12, 1) as number), 12));
});
