import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loan, straightLine, taxes} from "../../lib/finance/index.js";
import {check} from "../../lib/model/index.js";
import {keysOf, type Run} from "../../lib/sheet/index.js";
import {at, reference, runWith} from "./project.js";

const {run} = reference;
const annuities = ["hardware_charge", "fitting_charge", "building_charge"];
const share = fc.double({min: 0, max: 0.99, noNaN: true});
const months = (of: Run, id: string, key: string): number[] =>
  Array.from({length: of.months}, (_, month) => at(of, id, key, month));
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 3) as number);

describe("a neocloud's statement", () => {
  it("has the revenue and the cost of its clusters, without the annuities that stand for its capital", () => {
    for (const key of keysOf(run, "neocloud")) {
      const charges = keysOf(run, "cluster")
        .filter((one) => one.startsWith(key))
        .reduce((sum, one) => sum + annuities.reduce((total, name) => total + at(run, `cluster.${name}`, one), 0), 0);
      const {revenue, cost} = {revenue: at(run, "neocloud.revenue", key), cost: at(run, "neocloud.cost", key)};
      expect(at(run, "neocloud_statement.ebitda", key) / (revenue - cost + charges)).toBeCloseTo(1, 12);
    }
  });
  it("its owners and lenders together ask for its cost of capital", () => {
    const [share, whole] = [at(run, "parameter.debt_share"), at(run, "parameter.cost_of_capital")];
    const {owners, lenders} = {
      owners: at(run, "neocloud_statement.cost_of_equity", "boreal"),
      lenders: at(run, "neocloud_statement.loan_rate", "boreal")
    };
    expect(share * lenders + (1 - share) * owners).toBeCloseTo(whole, 12);
    expect(owners).toBeGreaterThan(lenders);
  });
  it("taxes its profit as the tax rules say", () => {
    const [rate, offset_limit] = [at(run, "parameter.tax_rate"), at(run, "parameter.loss_offset_limit")];
    for (const key of keysOf(run, "neocloud"))
      expect(months(run, "neocloud_statement.tax", key)).toEqual(
        close(taxes(months(run, "neocloud_statement.profit_before_tax", key), {rate, offset_limit}).map(({tax}) => tax))
      );
  });
});

describe("a tranche", () => {
  /** Atlas sells for three years only, so that all its loans are repaid within the two years that lenders give. */
  const sold = {
    "contract[atlas-one-year].share": 0,
    "contract[atlas-three-year].share": 1,
    "contract[atlas-five-year].share": 0
  };
  const long = runWith({"parameter.accelerator_life": 3, "parameter.loan_tenor": 2, ...sold}, 120);
  const purchases = months(long, "tranche.purchases", "atlas-hardware-year-2");
  it("buys in its year only, and all years buy what the company buys", () => {
    expect(purchases.map((amount) => amount > 0)).toEqual(purchases.map((_, month) => month >= 12 && month < 24));
    for (const month of [0, 11, 12, 119]) {
      const all = keysOf(long, "tranche")
        .filter((key) => key.startsWith("atlas-hardware"))
        .reduce((sum, key) => sum + at(long, "tranche.purchases", key, month), 0);
      expect(all / at(long, "neocloud_statement.hardware_purchases", "atlas", month)).toBeCloseTo(1, 12);
    }
  });
  it("is the delayed-draw loan of lib/finance: draws of a year, then equal repayments", () => {
    const rate = at(long, "neocloud_statement.loan_rate", "atlas") / 12;
    const draws = months(long, "tranche.draws", "atlas-hardware-year-2").slice(12, 24);
    const schedule = loan({draws, rate, tenor: 24, amortisation: "straight"});
    const own = (column: string) => months(long, `tranche.${column}`, "atlas-hardware-year-2").slice(12, 12 + 36);
    expect(own("interest")).toEqual(close(schedule.map(({interest}) => interest)));
    expect(own("repayments")).toEqual(close(schedule.map(({repayment}) => repayment)));
    expect(own("debt")).toEqual(close(schedule.map(({balance}) => balance)));
  });
  it("writes off as straight lines by month of purchase do, until the first of them ends", () => {
    const rules = {life: 36, residual: at(long, "parameter.accelerator_residual")};
    const waiting = months(long, "tranche.waiting", "atlas-hardware-year-2");
    const vintages = purchases.map((bought, period) => ({
      period,
      cost: bought + (waiting[period - 1] ?? 0) - waiting[period]!
    }));
    const books = straightLine(vintages, rules, 120);
    const own = months(long, "tranche.depreciation", "atlas-hardware-year-2");
    expect(own.slice(0, 12 + 37)).toEqual(close(books.map(({depreciation}) => depreciation).slice(0, 12 + 37)));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(own) / sum(books.map(({depreciation}) => depreciation))).toBeCloseTo(1, 6);
  });
  it("is sold when it is written down to its residual value, and leaves no book value and no debt", () => {
    const total = (column: string) =>
      months(long, `tranche.${column}`, "atlas-hardware-year-2").reduce((sum, one) => sum + one, 0);
    const sold = total("disposals") - total("disposal_gain");
    const bought = at(long, "tranche.bought", "atlas-hardware-year-2", 119);
    expect(sold / bought).toBeCloseTo(at(long, "parameter.accelerator_residual"), 9);
    expect(at(long, "tranche.book_value", "atlas-hardware-year-2", 119)).toBeCloseTo(0, 3);
    expect(at(long, "tranche.debt", "atlas-hardware-year-2", 119)).toBeCloseTo(0, 3);
  });
});

describe("what is owed at the start", () => {
  /** Adds up, month by month of age, what is left of loans that grew with the fleet. */
  const summed = (growth: number, tenor: number, from: number): number => {
    const ages = Array.from({length: 12_000 * tenor}, (_, i) => (i + 0.5) / 12_000);
    const left = (age: number) => Math.exp(-growth * age) * (1 - age / tenor);
    const sum = (of: readonly number[]) => of.reduce((total, age) => total + left(age), 0);
    return sum(ages.filter((age) => age > from)) / sum(ages);
  };
  it.each([
    {past_growth: 0, loan_tenor: 5},
    {past_growth: 0.7, loan_tenor: 5},
    {past_growth: 1.4, loan_tenor: 2},
    {past_growth: 0.7, loan_tenor: 1}
  ])("is in part of earlier years, by growth and repayment: $past_growth, $loan_tenor", ({past_growth, loan_tenor}) => {
    const owing = runWith({"parameter.past_growth": past_growth, "parameter.loan_tenor": loan_tenor}, 1);
    expect(at(owing, "parameter.past_loan_share")).toBeCloseTo(summed(past_growth, loan_tenor, 17 / 12), 4);
  });
  it("carries the rates of then on that part, and new loans do not", () => {
    const [share, past, now] = ["past_loan_share", "past_loan_rate", "loan_rate"].map((name) =>
      at(run, `parameter.${name}`)
    ) as [number, number, number];
    const own = at(run, "neocloud_statement.loan_rate", "atlas");
    expect(at(run, "tranche.interest_rate", "atlas-hardware-opening")).toBeCloseTo(own + share * (past - now), 12);
    expect(at(run, "tranche.interest_rate", "atlas-hardware-year-1")).toBe(own);
  });
});

describe("the books", () => {
  it("tie whatever the terms of finance, also where assets end and loans are repaid within the run", () =>
    fc.assert(
      fc.property(
        fc.record({
          debt_share: share,
          loan_rate: fc.double({min: 0, max: 0.3, noNaN: true}),
          loan_tenor: fc.double({min: 0.3, max: 8, noNaN: true}),
          accelerator_life: fc.double({min: 0.8, max: 7, noNaN: true}),
          accelerator_residual: share,
          past_growth: fc.double({min: 0, max: 2, noNaN: true}),
          tax_rate: share,
          loss_offset_limit: share,
          payment_term: fc.integer({min: 0, max: 90}),
          hardware_price_trend: fc.double({min: -1, max: 0.5, noNaN: true})
        }),
        (terms) => {
          const cells = Object.fromEntries(Object.entries(terms).map(([name, value]) => [`parameter.${name}`, value]));
          const broken = check(runWith(cells, 30)).filter(({passed}) => !passed);
          expect(broken).toEqual([]);
        }
      ),
      {seed: 2026, numRuns: 10}
    ));
});
