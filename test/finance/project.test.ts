import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  amortisations,
  appraise,
  breakEven,
  depreciationMethods,
  driver,
  loan,
  measure,
  monthly,
  projectAmortisations,
  projectInputs,
  runProject,
  set,
  spreads,
  straightLine,
  taxes,
  termsOfRun,
  twoWay,
  usualChoice,
  type Choice
} from "../../lib/finance/index.js";
import {keysOf, valueAt} from "../../lib/sheet/index.js";
import {at, project, reference, runWith} from "../model/project.js";

const defaults = {project_default: project.defaults};
const terms = termsOfRun(reference.run, defaults);
const usual = usualChoice(terms);
const inputs = projectInputs(terms, usual);
const run = runProject(inputs);
/** A project that sells to the market, has a typed share of debt and is never sold early. */
const market = {count: 1000, offtake_share: 0, offtake_term: 600};
const merchant: Choice = {...usual, amortisation: "straight", depreciation: "straight", set: market};
const of = (column: string): number[] => monthly(run, column);
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 3) as number);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("a project", () => {
  it("costs month by month what the cluster costs whose terms it has, but for what is being fitted there", () => {
    const still = ["power_price_trend", "hardware_price_trend", "wage_growth"];
    // What is in use was bought before memory and flash became dearer; the project buys now.
    const asQuoted = {"parameter.server_memory_price": 4, "parameter.flash_price": 102};
    const chain = runWith({...Object.fromEntries(still.map((name) => [`parameter.${name}`, 0])), ...asQuoted});
    const known = termsOfRun(chain, defaults);
    for (const [row, cluster] of keysOf(chain, "cluster").entries()) {
      const text = (column: string) => valueAt(chain, `cluster.${column}`, row, 0) as string;
      const choice: Choice = {
        ...merchant,
        cluster,
        accelerator: text("accelerator"),
        facility: text("facility"),
        orchestrator: text("orchestrator"),
        set: market
      };
      const of = (column: string): number => at(chain, `cluster.${column}`, cluster);
      // A cluster of the chain need not be a whole number of accelerators, and has contracts of all ages in force.
      const same = {count: of("gpus"), utilisation: of("sold_share"), on_demand_price: of("price"), contract_share: 0};
      const twin = runProject(set(projectInputs(known, choice), same));
      const part = (part: string, whole: string) =>
        at(chain, `cluster.${part}`, cluster) / at(chain, `cluster.${whole}`, cluster);
      const [energy, place] = [part("serving_energy", "grid_energy"), part("it_capacity", "housed_capacity")];
      const atWork: Record<string, number> = {
        electricity_cost: energy,
        water_cost: energy,
        colocation_rent: place,
        operation_cost: place,
        staff_cost: place,
        licence_cost: place
      };
      for (const column of [
        "it_capacity",
        "price",
        "sold_hours",
        "revenue",
        "electricity_cost",
        "water_cost",
        "colocation_rent",
        "operation_cost",
        "staff_cost",
        "licence_cost",
        "maintenance_cost",
        "insurance_cost",
        "property_tax",
        "overhead"
      ])
        expect([cluster, column, monthly(twin, column)[10]]).toEqual([
          cluster,
          column,
          expect.closeTo(at(chain, `cluster.${column}`, cluster) * (atWork[column] ?? 1), 4)
        ]);
      expect(monthly(twin, "hardware_cost")[0]).toBeCloseTo(at(chain, "cluster.hardware", cluster), 2);
      expect(monthly(twin, "building_cost")[0]).toBeCloseTo(at(chain, "cluster.building", cluster), 2);
    }
  });
  it("has prices that follow the scenario's from year to year, or stay as they are", () => {
    const path = terms.prices(usual.accelerator);
    expect(of("current_on_demand_price")[24]! / path[24]!).toBeCloseTo(1, 9);
    const flat = runProject(projectInputs(terms, {...usual, flat: true}));
    expect(monthly(flat, "current_on_demand_price")[24]).toBeCloseTo(path[0]!, 9);
  });
  it("signs contracts when it opens, whose price then follows as the chain's contracts do", () => {
    const falling = Object.fromEntries([1, 2, 3, 4, 5].map((year) => [`growth_${year}`, -0.3]));
    const own = runProject(projectInputs(terms, {...usual, set: {count: 1000, ...falling}}));
    const [price, contract] = ["price_index", "contract_index"].map((name) => monthly(own, name));
    const opening = monthly(own, "opening_month")[0]!;
    expect(contract![opening]).toBe(price![opening]);
    for (const month of [1, 12, 30])
      expect(contract![opening + month]).toBeCloseTo(
        contract![opening + month - 1]! *
          (price![opening + month - 1]! / contract![opening + month - 1]!) ** (1 - Math.exp(-1 / 6)),
        12
      );
    const lag = (month: number): number => month + (12 / 0.3) * Math.log(contract![month]!);
    expect(lag(opening + 48)).toBeCloseTo(6.5, 1);
  });
  it("is paid for before it opens, and neither earns nor costs before that and after its life", () => {
    const own = runProject(projectInputs(terms, merchant));
    const of = (column: string): number[] => monthly(own, column);
    expect(sum(of("purchases")) / of("investment")[0]!).toBeCloseTo(1, 12);
    expect(sum(of("operating"))).toBeCloseTo(12 * of("accelerator_life")[0]!, 9);
    expect(sum(of("closing"))).toBe(1);
    of("operating").forEach((share, month) => {
      if (share === 0) expect([of("revenue")[month], of("cost_before_overhead")[month]]).toEqual([0, 0]);
    });
  });
  it.each(amortisations)("borrows as lib/finance's %s loan does", (amortisation) => {
    const own = runProject(projectInputs(terms, {...merchant, amortisation}));
    const draws = monthly(own, "draws");
    const rate = monthly(own, "real_loan_rate")[0]! / 12;
    const schedule = loan({draws: draws.slice(0, 6), rate, tenor: 60, amortisation});
    expect(monthly(own, "repayments").slice(0, 66)).toEqual(close(schedule.map(({repayment}) => repayment)));
    expect(monthly(own, "interest").slice(0, 66)).toEqual(close(schedule.map(({interest}) => interest)));
  });
  it("writes its hardware off as a straight line", () => {
    const colocated = runProject(projectInputs(terms, {...merchant, facility: "dallas"}));
    const vintage = [{period: 5, cost: monthly(colocated, "hardware_cost")[0]!}];
    const books = straightLine(vintage, {life: 60, residual: monthly(colocated, "accelerator_residual")[0]!}, 68);
    expect(monthly(colocated, "depreciation").slice(0, 68)).toEqual(close(books.map(({depreciation}) => depreciation)));
    expect(monthly(colocated, "disposals").slice(0, 68)).toEqual(close(books.map(({disposals}) => disposals)));
  });
  it("pays tax as the rules say", () => {
    const rules = {rate: of("tax_rate")[0]!, offset_limit: of("loss_offset_limit")[0]!};
    expect(of("tax")).toEqual(close(taxes(of("taxable_income"), rules).map(({tax}) => tax)));
  });
  it("keeps books that tie in every month, whatever its terms: assets are debt and what owners put in and earned", () =>
    fc.assert(
      fc.property(
        fc.record({
          debt_share: fc.double({min: 0, max: 0.95, noNaN: true}),
          accelerator_life: fc.double({min: 1, max: 7, noNaN: true}),
          build_time: fc.double({min: 0.1, max: 18, noNaN: true}),
          loan_tenor: fc.double({min: 0.5, max: 8, noNaN: true}),
          price_level: fc.double({min: 0, max: 3, noNaN: true}),
          utilisation: fc.double({min: 0, max: 1, noNaN: true}),
          offtake_share: fc.double({min: 0, max: 1, noNaN: true}),
          offtake_term: fc.double({min: 1, max: 90, noNaN: true}),
          prepayment_share: fc.double({min: 0, max: 0.9, noNaN: true}),
          balloon_share: fc.double({min: 0, max: 0.2, noNaN: true})
        }),
        fc.constantFrom(...projectAmortisations),
        fc.constantFrom(...depreciationMethods),
        (values, amortisation, depreciation) => {
          const choice: Choice = {...usual, amortisation, depreciation, set: {count: 1000, ...values}};
          const random = runProject(projectInputs(terms, choice));
          const column = (name: string): number[] => monthly(random, name);
          const [owners, unpaid] = ["owners_cash_flow", "unpaid_debt"].map(column) as [number[], number[]];
          const equity = column("net_income").map((income, month) => income + unpaid[month]! - owners[month]!);
          column("book_value").forEach((book, month) => {
            const assets = book + column("receivables")[month]!;
            const claims = column("debt")[month]! + column("deferred")[month]! + sum(equity.slice(0, month + 1));
            expect(Math.abs(assets - claims)).toBeLessThanOrEqual(1e-9 * column("investment")[0]!);
          });
          for (const name of ["book_value", "tax_book", "debt", "deferred", "receivables"])
            expect(Math.abs(column(name).at(-1)!)).toBeLessThanOrEqual(1e-9 * column("investment")[0]!);
        }
      ),
      {seed: 2026, numRuns: 25}
    ));
});

describe("appraise", () => {
  const appraisal = appraise(inputs);
  it("has one return, at which owners' cash flow is worth nothing", () => {
    expect(appraisal.irr).toHaveLength(1);
    const discounted = of("owners_cash_flow").map((flow, month) => flow * (1 + appraisal.irr[0]!) ** (-month / 12));
    expect(Math.abs(sum(discounted))).toBeLessThan(1);
  });
  it("does not depend on size: ten times the accelerators have the same return and ten times the value", () => {
    const large = appraise(set(inputs, {count: 10_000}));
    expect(large.irr[0]).toBeCloseTo(appraisal.irr[0]!, 9);
    expect(large.npv / appraisal.npv).toBeCloseTo(10, 9);
    expect(large.levelised_cost).toBeCloseTo(appraisal.levelised_cost, 9);
  });
  it("its levelised cost is the price at which a project without tax, loan and payment term is worth nothing", () => {
    const plain = set(projectInputs(terms, {...usual, flat: true}), {
      ...market,
      tax_rate: 0,
      payment_term: 0,
      contract_share: 0
    });
    const price = set(plain, {on_demand_price: appraise(plain).levelised_cost});
    expect(Math.abs(measure(price, "unlevered_npv")[0]!)).toBeLessThan(1);
    expect(appraise(price).unlevered_irr[0]).toBeCloseTo(of("discount_rate")[0]!, 6);
  });
  it("tests the covenant from the opening on", () => {
    expect(appraisal.cover.ratios.findIndex((ratio) => !Number.isNaN(ratio))).toBe(of("opening_month")[0]);
    const steady = appraise(projectInputs(terms, {...merchant, flat: true}));
    expect(steady.cover.breaches).toEqual([]);
    const dear = appraise(projectInputs(terms, {...merchant, set: {...market, price_level: 0.5}}));
    expect(dear.cover.breaches.length).toBeGreaterThan(0);
    expect(dear.cover.least).toBeLessThan(1.25);
  });
  it("of a project that never pays reports no return within reach, and no payback", () => {
    const idle = appraise(set(inputs, {utilisation: 0, accelerator_residual: 0, facility_residual: 0}));
    expect(idle.payback).toBeNaN();
    expect(idle.npv).toBeLessThan(0);
  });
});

describe("variants", () => {
  it("a two-way table holds what single projects give", () => {
    const [x, y] = [driver(inputs, "utilisation", 3), driver(inputs, "unit_price", 2)];
    const [returns, worth] = twoWay(inputs, x, y, ["irr", "npv"]);
    expect(returns).toHaveLength(6);
    for (const [i, {x: utilisation, y: unit_price, value}] of returns!.entries()) {
      const {irr, npv} = appraise(set(inputs, {utilisation, unit_price}));
      expect([value, worth![i]!.value / npv]).toEqual([expect.closeTo(irr[0]!, 9), expect.closeTo(1, 9)]);
    }
  });
  it("a driver runs over its range, or 30 % to both sides", () => {
    expect(driver(inputs, "utilisation", 3).values).toEqual([0.7, expect.closeTo(0.825), 0.95]);
    expect(driver(inputs, "price_level", 3).values).toEqual([0.7, 1, 1.3]);
  });
  it.each(["price_level", "utilisation"])("at break-even %s owners earn their cost of equity", (term) => {
    const value = breakEven(inputs, term, 0.01, term === "utilisation" ? 1 : 4);
    const {npv, irr} = appraise(set(inputs, {[term]: value}));
    expect(Math.abs(npv) / of("investment")[0]!).toBeLessThan(1e-4);
    const cost = monthly(runProject(set(inputs, {[term]: value})), "cost_of_equity")[0]!;
    expect(irr[0]).toBeCloseTo(cost, 3);
  });
  it("without a break-even value there is none", () =>
    expect(breakEven(set(inputs, {price_level: 0.1}), "utilisation", 0.01, 1)).toBeNaN());
  it("the range over draws is the same for the same seed, and holds the central value", () => {
    const spread = spreads(inputs, 64, 1);
    expect(spreads(inputs, 64, 1)).toEqual(spread);
    const [irr] = spread;
    expect(irr).toMatchObject({measure: "irr"});
    expect(irr!.low).toBeLessThan(appraise(inputs).irr[0]!);
    expect(irr!.high).toBeGreaterThan(appraise(inputs).irr[0]!);
  });
  it("a term or a key that is not known names the near miss", () => {
    expect(() => projectInputs(terms, {...usual, set: {utilization: 1}})).toThrow("did you mean utilisation?");
    expect(() => projectInputs(terms, {...usual, accelerator: "h10"})).toThrow('unknown accelerator "h10"');
  });
});
