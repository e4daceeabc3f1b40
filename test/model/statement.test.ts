import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {straightLine, taxes} from "../../lib/finance/index.js";
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
  it("its owners and lenders together ask for its cost of capital, each for the part that they pay", () => {
    for (const key of keysOf(run, "neocloud")) {
      const of = (column: string) => at(run, `neocloud_statement.${column}`, key);
      const whole = at(run, "parameter.cost_of_capital") + of("capital_premium");
      const asked = of("lent_share") * of("loan_rate") + (1 - of("lent_share")) * of("cost_of_equity");
      expect(asked).toBeCloseTo(whole, 12);
      expect(of("cost_of_equity")).toBeGreaterThan(of("loan_rate"));
    }
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
  const long = runWith(
    {"parameter.accelerator_life": 3, "parameter.loan_tenor": 2, "parameter.minimum_dscr": 0.01, ...sold},
    120
  );
  const of = (column: string, key = "atlas-hardware-year-2") => months(long, `tranche.${column}`, key);
  const purchases = of("purchases");
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  it("buys in its year only, and all years buy what the company buys", () => {
    expect(purchases.map((amount) => amount > 0)).toEqual(purchases.map((_, month) => month >= 12 && month < 24));
    for (const month of [0, 11, 12, 119]) {
      const all = keysOf(long, "tranche")
        .filter((key) => key.startsWith("atlas-hardware"))
        .reduce((sum, key) => sum + at(long, "tranche.purchases", key, month), 0);
      expect(all / at(long, "neocloud_statement.hardware_purchases", "atlas", month)).toBeCloseTo(1, 12);
    }
  });
  it("repays every draw in equal parts over two years from when what it paid for works", () => {
    const [draws, repaid, debt] = [of("draws"), of("repayments"), of("debt")];
    const begun = 1 - at(long, "parameter.stage_pace");
    const due = draws.map((_, month) =>
      total(draws.slice(0, month).map((draw, i) => (draw / 24) * (1 - begun ** (month - 1 - i))))
    );
    const paid = debt.findIndex((owed, month) => month > 24 && owed < 1);
    expect(paid).toBeGreaterThan(36);
    expect(repaid.slice(0, paid)).toEqual(close(due.slice(0, paid)));
    expect(total(repaid) / total(draws)).toBeCloseTo(1, 9);
    expect(debt).toEqual(
      close(draws.map((_, month) => total(draws.slice(0, month + 1)) - total(repaid.slice(0, month + 1))))
    );
  });
  it("pays interest on what it owed a month before", () => {
    const rate = at(long, "neocloud_statement.loan_rate", "atlas") / 12;
    expect(of("interest")).toEqual(
      close([
        0,
        ...of("debt")
          .slice(0, -1)
          .map((owed) => owed * rate)
      ])
    );
  });
  it("writes off as straight lines by month of purchase do, until the first of it is retired", () => {
    const rules = {life: 36, residual: at(long, "parameter.accelerator_residual")};
    const waiting = of("waiting");
    const vintages = purchases.map((bought, period) => ({
      period,
      cost: bought + (waiting[period - 1] ?? 0) - waiting[period]!
    }));
    const books = straightLine(vintages, rules, 120);
    const first = of("ended").findIndex((ended) => ended > 0);
    expect(first).toBeGreaterThan(36);
    expect(of("depreciation").slice(0, first)).toEqual(
      close(books.map(({depreciation}) => depreciation).slice(0, first))
    );
  });
  it("is retired once older ones are, and leaves neither book value nor debt", () => {
    const first = of("ended").findIndex((ended) => ended > 0);
    const older = "atlas-hardware-year-1";
    expect(of("ended", older)[first]! / of("bought", older)[first]!).toBeCloseTo(1, 9);
    const bought = of("bought")[119]!;
    expect(of("ended")[119]! / bought).toBeCloseTo(1, 9);
    expect(of("book_value")[119]! / bought).toBeCloseTo(0, 3);
    expect(of("debt")[119]! / bought).toBeCloseTo(0, 9);
  });
});

describe("what is owed at the start", () => {
  const companies = keysOf(run, "neocloud_statement");
  /** Adds up, month by month of age, what is left of loans that grew with the fleet. */
  const summed = (growth: number, tenor: number, from: number): number => {
    const ages = Array.from({length: 1_200 * tenor}, (_, i) => (i + 0.5) / 1_200);
    const left = (age: number) => Math.exp(-growth * age) * (1 - age / tenor);
    const sum = (of: readonly number[]) => of.reduce((total, age) => total + left(age), 0);
    return sum(ages.filter((age) => age > from)) / sum(ages);
  };
  it.each([
    {past_growth: 0, loan_tenor: 4},
    {past_growth: 0.7, loan_tenor: 4},
    {past_growth: 1.4, loan_tenor: 2},
    {past_growth: 0.7, loan_tenor: 1}
  ])("is in part of earlier years, by growth and repayment: $past_growth, $loan_tenor", ({past_growth, loan_tenor}) => {
    const owing = runWith({"parameter.past_growth": past_growth, "parameter.loan_tenor": loan_tenor}, 1);
    const of = (column: string) => at(owing, `contract.${column}`, "atlas-five-year");
    expect(of("past_loans") / of("opening_loans")).toBeCloseTo(summed(past_growth, loan_tenor, 17 / 12), 3);
  });
  it("carries the rates of then on that part, and new loans do not", () => {
    const own = at(run, "neocloud_statement.loan_rate", "atlas");
    const dearer = ["hardware", "building"]
      .map((kind) => `atlas-${kind}-opening`)
      .reduce(
        (sum, key) => sum + at(run, "tranche.start_debt", key) * (at(run, "tranche.interest_rate", key) - own),
        0
      );
    const gap = at(run, "parameter.past_loan_rate") - at(run, "parameter.loan_rate");
    expect(dearer / (at(run, "neocloud.past_loans", "atlas") * gap)).toBeCloseTo(1, 9);
    expect(at(run, "tranche.interest_rate", "atlas-hardware-year-1")).toBe(own);
  });
  it("is the usual share of the books: loans as contracts in force carry them, the rest notes", () => {
    for (const key of companies) {
      const of = (column: string) => at(run, `neocloud_statement.${column}`, key);
      const owed = of("start_loans") + of("start_notes");
      expect(owed / (at(run, "parameter.debt_share") * of("start_book"))).toBeCloseTo(1, 9);
      expect(of("start_loans")).toBeLessThan(of("start_notes"));
      expect(of("start_loans")).toBeGreaterThan(of("opening_loans"));
    }
  });
  it("is covered as lenders ask in the first month, by what works", () => {
    const least = at(run, "parameter.minimum_dscr");
    for (const key of companies) expect(at(run, "neocloud_statement.dscr", key)).toBeGreaterThan(least);
  });
  it("is less where contracts in force are cheaper, since less was lent on them, and notes make up for it", () => {
    const cells = ["one", "three", "five"].map((years) => [`contract[atlas-${years}-year].in_force`, 0.6] as const);
    const cheaper = runWith(Object.fromEntries(cells), 1);
    const change = (column: string) =>
      at(cheaper, `neocloud_statement.${column}`, "atlas") - at(run, `neocloud_statement.${column}`, "atlas");
    expect(change("start_loans")).toBeLessThan(0);
    expect(change("start_notes")).toBeCloseTo(-change("start_loans"), 0);
  });
});

describe("a company below its covenant", () => {
  /** Rents so low that coverage falls short again and again. */
  const poor = runWith({"parameter.rent_level": 0.8}, 60);
  it("repays what is too much in the next month, and no other company repays early", () => {
    for (const key of keysOf(poor, "neocloud_statement")) {
      const of = (column: string) => months(poor, `neocloud_statement.${column}`, key);
      const [below, prepaid] = [of("covenant_breach"), of("prepaid")];
      expect(prepaid.map((amount) => amount > 0)).toEqual([false, ...below.slice(0, -1).map((one) => one === 1)]);
    }
  });
  it("is back at the covenant if nothing else changes: the excess is exactly what has to go", () => {
    const least = at(poor, "parameter.minimum_dscr");
    const of = (column: string, month: number) => at(poor, `neocloud_statement.${column}`, "atlas", month);
    const below = months(poor, "neocloud_statement.covenant_breach", "atlas");
    expect(below).toContain(1);
    below.forEach((one, month) => {
      if (one !== 1 || of("ebitda", month) <= of("tax", month)) return;
      const loans = of("loan_interest", month) + of("repayments", month);
      const kept = (1 - of("excess", month)) * loans + of("note_interest", month);
      const cash = of("ebitda", month) - of("tax", month);
      if (of("excess", month) < 1) expect(cash / kept).toBeCloseTo(least, 9);
    });
  });
  it("owes less from then on than without the covenant, and its equity pays", () => {
    const free = runWith({"parameter.rent_level": 0.8, "parameter.minimum_dscr": 0.01}, 60);
    const of = (one: Run, column: string, month: number) => at(one, `neocloud_statement.${column}`, "atlas", month);
    const after = months(poor, "neocloud_statement.covenant_breach", "atlas").indexOf(1) + 1;
    const less = of(free, "loans", after) - of(poor, "loans", after);
    expect(less / of(poor, "prepaid", after)).toBeCloseTo(1, 6);
    const owned = (one: Run) => of(one, "cash", after) - of(one, "owners_money", after);
    expect(owned(free)).toBeGreaterThan(owned(poor));
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
