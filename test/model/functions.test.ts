import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {capitalRecovery, dieYield, distinctExperts, functions, grossDies, meanAge} from "../../lib/model/functions.js";

describe("grossDies", () => {
  it("of a reticle-size die on a 300 mm wafer is 63", () => expect(Math.floor(grossDies(814, 300))).toBe(63));
  it("of a 100 mm2 die on a 300 mm wafer is 640", () => expect(Math.floor(grossDies(100, 300))).toBe(640));
});

describe("dieYield", () => {
  it("without defects is 1", () => expect(dieYield(814, 0, 3)).toBe(1));
  it("with much clustering tends to Poisson as alpha grows", () =>
    expect(dieYield(100, 0.1, 1e7)).toBeCloseTo(Math.exp(-0.1), 6));
  it("of 814 mm2 at 0.08 per cm2 and alpha 3 is (1 + 0.6512 / 3)^-3", () =>
    expect(dieYield(814, 0.08, 3)).toBeCloseTo(1.217066666 ** -3, 8));
});

describe("capitalRecovery", () => {
  it("of 5 years at 11 %, paid monthly, is 0.104815 / 0.406549", () =>
    expect(capitalRecovery(0.11, 5, 0)).toBeCloseTo(0.104815 / 0.406549, 5));
  it("at 0 % is straight-line depreciation", () => expect(capitalRecovery(0, 5, 0.1)).toBeCloseTo(0.18, 12));
  it("pays back exactly: the present value of the charges and the residual is the capital", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0.001, max: 0.5, noNaN: true}),
        fc.integer({min: 1, max: 30}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (rate, life, residual) => {
          const charge = capitalRecovery(rate, life, residual);
          let value = residual * (1 + rate) ** -life;
          for (let month = 1; month <= 12 * life; ++month) value += (charge / 12) * (1 + rate) ** (-month / 12);
          expect(value).toBeCloseTo(1, 9);
        }
      )
    ));
});

describe("distinctExperts", () => {
  it("of one token are those that it picks", () => expect(distinctExperts(256, 8, 1)).toBeCloseTo(8, 12));
  it("of two tokens over 4 experts of which each picks 2 are 3", () =>
    expect(distinctExperts(4, 2, 2)).toBeCloseTo(3, 12));
  it("never pass all experts", () => expect(distinctExperts(128, 8, 1e6)).toBeLessThanOrEqual(128));
});

describe("meanAge", () => {
  it("without growth is half of a life", () => expect(meanAge(0)).toBe(0.5));
  it("is that of purchases that grew evenly over the life", () =>
    fc.assert(
      fc.property(fc.double({min: -5, max: 12, noNaN: true}), (growth) => {
        const ages = Array.from({length: 4000}, (_, i) => (i + 0.5) / 4000);
        const bought = ages.map((age) => Math.exp(-growth * age));
        const mean = ages.reduce((sum, age, i) => sum + age * bought[i]!, 0) / bought.reduce((sum, one) => sum + one);
        expect(meanAge(growth)).toBeCloseTo(mean, 5);
      })
    ));
});

type Of = (...values: readonly number[]) => number;

describe("a missing argument makes a missing result", () => {
  const own: {name: string; takes: number; of: Of}[] = Object.entries(functions).flatMap(([name, {takes, evaluate}]) =>
    typeof takes === "number" && name !== "known" ? [{name, takes, of: evaluate}] : []
  );
  it.each(own)("of $name", ({takes, of}) => {
    const known = fc.double({min: 0.01, max: 50, noNaN: true});
    const all = fc.array(known, {minLength: takes, maxLength: takes});
    fc.assert(
      fc.property(all, fc.nat({max: takes - 1}), (values, missing) => {
        expect(of(...values.map((value, i) => (i === missing ? NaN : value)))).toBeNaN();
      }),
      {numRuns: 200}
    );
  });
});
