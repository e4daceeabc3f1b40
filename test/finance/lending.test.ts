import {describe, expect, it} from "vitest";
import {
  appraise,
  depreciationMethods,
  measure,
  monthly,
  projectInputs,
  runProject,
  set,
  termsOfRun,
  usualChoice,
  vary,
  type Choice,
  type Measure
} from "../../lib/finance/index.js";
import {runScenario} from "../../data-loaders/run/project.js";
import {project, reference} from "../model/project.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});
const usual = usualChoice(terms);
const inputs = projectInputs(terms, usual);
const first = (values: Readonly<Record<string, number>>, column: string): number =>
  monthly(runProject(set(inputs, values)), column)[0]!;
const debt = (values: Readonly<Record<string, number>>): number => first(values, "loan_amount");
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("the default case", () => {
  const appraisal = appraise(inputs);
  it("closes: a four-year contract, 45 % of the hardware paid in advance, debt service covered 1.25 times", () => {
    expect([first({}, "contract_length"), first({}, "prepayment_share"), first({}, "accelerator_life")]).toEqual([
      48, 0.45, 5
    ]);
    expect(debt({})).toBeGreaterThan(0);
    expect(appraisal.cover.least).toBeGreaterThanOrEqual(1.25);
    expect(appraisal.cover.breaches).toEqual([]);
    expect(appraisal.irr).toHaveLength(1);
  });
  it("states the payback of its contract: cost over mean yearly earnings", () => {
    const run = runProject(inputs);
    const earned = sum(monthly(run, "ebitda").map((ebitda, month) => ebitda * monthly(run, "contracted")[month]!)) / 4;
    expect(appraisal.hardware_payback).toBeCloseTo(first({}, "hardware_cost") / earned, 9);
    expect(appraisal.contract_payback).toBeGreaterThan(appraisal.hardware_payback);
  });
});

describe("a sculpted loan", () => {
  it("is what planned debt service is worth at its rate, so that the last payment repays it", () => {
    const run = runProject(inputs);
    const rate = monthly(run, "real_loan_rate")[0]! / 12;
    const opening = monthly(run, "opening_month")[0]!;
    const worth = sum(
      monthly(run, "planned_service")
        .slice(opening)
        .map((service, month) => service / (1 + rate) ** (month + 1))
    );
    expect(worth / debt({})).toBeCloseTo(1, 9);
    expect(monthly(run, "debt").findIndex((owed, month) => month > opening && owed < 1)).toBe(opening + 41);
    expect(sum(monthly(run, "repayments")) / sum(monthly(run, "draws"))).toBeCloseTo(1, 9);
  });
  it("takes the same part of contracted cash after tax in every month, and none of the market's", () => {
    const run = runProject(inputs);
    const of = (column: string): number[] => monthly(run, column);
    const ratios = of("debt_service").flatMap((service, month) =>
      of("in_tenor")[month] === 1
        ? [(of("lenders_earnings")[month]! - of("planned_credit")[month]! - of("lenders_tax")[month]!) / service]
        : []
    );
    expect(ratios).toHaveLength(42);
    expect(ratios.filter((ratio) => Math.abs(ratio - 1.35) > 1e-6)).toEqual([]);
    expect(debt({offtake_share: 0})).toBe(0);
  });
  it("lenders' tax without interest is at most what is paid, so that cover is never below the target", () =>
    expect(
      [1.25, 1.35, 1.5].map((target_dscr) => appraise(set(inputs, {target_dscr})).cover.least >= target_dscr)
    ).toEqual([true, true, true]));
  it("higher cover lowers it, since less cash may serve it", () => {
    const debts = [1.25, 1.35, 1.5, 2].map((target_dscr) => debt({target_dscr}));
    debts.slice(1).forEach((lent, i) => expect(lent).toBeLessThan(debts[i]!));
  });
  it("a shorter contract lowers it, since fewer months serve it", () => {
    const debts = [48, 42, 36, 24, 6].map((offtake_term) => debt({offtake_term, prepayment_share: 0.2}));
    debts.slice(1).forEach((lent, i) => expect(lent).toBeLessThan(debts[i]!));
    expect(debts.at(-1)).toBe(0);
  });
  it("a worse rating lowers it and makes it dearer", () => {
    const [best, worst] = (["investment_grade", "unrated"] as const).map((counterparty) =>
      runProject(projectInputs(terms, {...usual, counterparty}))
    );
    expect(monthly(worst!, "loan_amount")[0]).toBeLessThan(monthly(best!, "loan_amount")[0]!);
    expect(monthly(worst!, "real_loan_rate")[0]).toBeGreaterThan(monthly(best!, "real_loan_rate")[0]!);
  });
  it("costs the base rate and the spread, unless a rate is set", () => {
    expect(first({}, "nominal_rate")).toBeCloseTo(first({}, "base_rate") + first({}, "loan_spread"), 12);
    expect(first({loan_rate: 0.09}, "nominal_rate")).toBe(0.09);
  });
});

describe("refinancing", () => {
  const left = {balloon_share: 0.2};
  const run = (values: Readonly<Record<string, number>>) => runProject(set(inputs, {...left, ...values}));
  it("rolls over or repays what is left at the end of the tenor, a fifth of the loan", () => {
    const of = (column: string): number => sum(monthly(run({}), column));
    expect(of("balloon_due") / debt(left)).toBeCloseTo(0.2, 6);
    expect((of("refinanced") + of("balloon_paid")) / of("balloon_due")).toBeCloseTo(1, 9);
    expect([of("defaulted"), of("unpaid_debt")]).toEqual([0, 0]);
    expect(sum(monthly(run({}), "repayments")) / debt(left)).toBeCloseTo(1, 9);
  });
  it("at a higher rate lowers owners' cash only after the term", () => {
    const [cheap, dear] = [0.02, 0.1].map((refinancing_spread) =>
      monthly(run({refinancing_spread}), "owners_cash_flow")
    ) as [number[], number[]];
    const end = 6 + 42;
    expect(dear.slice(0, end)).toEqual(cheap.slice(0, end));
    expect(sum(dear.slice(end))).toBeLessThan(sum(cheap.slice(end)));
  });
  it("ends in default where more is left than the cluster is worth: lenders sell it, owners get nothing more", () => {
    const worthless = {accelerator_residual: 0, facility_residual: 0, price_drift: -3, accelerator_life: 4};
    const colocated = projectInputs(terms, {...usual, facility: "dallas"});
    const lost = runProject(set(colocated, {...left, ...worthless}));
    expect(sum(monthly(lost, "defaulted"))).toBe(1);
    expect(sum(monthly(lost, "unpaid_debt"))).toBeGreaterThan(0);
    const at = monthly(lost, "defaulted").indexOf(1);
    expect(monthly(lost, "debt")[at]).toBeCloseTo(0, 3);
    expect(sum(monthly(lost, "owners_cash_flow").slice(at + 1))).toBe(0);
  });
});

describe("returns", () => {
  it("bonus depreciation raises them, since tax is paid later", () => {
    const [bonus, straight] = depreciationMethods.map(
      (depreciation) => measure(projectInputs(terms, {...usual, depreciation}), "unlevered_irr")[0]!
    );
    expect(bonus).toBeGreaterThan(straight!);
  });
  it("bonus depreciation is the law of sites in the United States, and of no other", () =>
    expect(
      ["council-bluffs", "dallas", "lulea"].map((facility) =>
        String(projectInputs(terms, {...usual, facility}).depreciation_method!.values[0])
      )
    ).toEqual(["bonus", "bonus", "straight"]));
  it("the last customer's bill makes none: it is settled in the month of the sale", () => {
    const run = runProject(inputs);
    const sale = monthly(run, "closing").indexOf(1);
    expect(monthly(run, "receivables")[sale]).toBe(0);
    expect(
      monthly(run, "owners_cash_flow")
        .slice(sale + 1)
        .every((flow) => flow === 0)
    ).toBe(true);
  });
  it("of a loan repaid at the end in a glut may be two, none near -100 %: a last bill alone is no return", () => {
    const {run} = runScenario(project, "gpu-glut");
    const glut = termsOfRun(run, {project_default: project.defaults});
    const bullet = {...usualChoice(glut), amortisation: "bullet" as const, set: {count: 1000, offtake_share: 0}};
    const {irr, no_irr} = appraise(projectInputs(glut, bullet));
    expect(irr.length > 0 || no_irr !== "").toBe(true);
    expect(irr.filter((rate) => rate < -0.9)).toEqual([]);
  });
});

describe("a longer life", () => {
  const lives = [3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8];
  const measured = (choice: Choice, of: typeof terms, name: Measure): number[] =>
    measure(vary(projectInputs(of, choice), {accelerator_life: lives}), name, lives.length);
  const falls = (choice: Choice, of: typeof terms, name: Measure, least: number): string[] => {
    const values = measured(choice, of, name);
    return values.flatMap((value, i) =>
      i > 0 && value < values[i - 1]! - least
        ? [`${JSON.stringify(choice)} ${lives[i]}: ${values[i - 1]} to ${value}`]
        : []
    );
  };
  const grid = ["reference", "gpu-glut", "power-crunch"].flatMap((name) => {
    const of = termsOfRun(runScenario(project, name).run, {project_default: project.defaults});
    return depreciationMethods.flatMap((depreciation) =>
      [24, 48, 60].flatMap((offtake_term) =>
        [-0.3, 0, 0.2].map((price_drift) => ({
          of,
          choice: {...usualChoice(of), depreciation, set: {count: 1000, offtake_term, price_drift}}
        }))
      )
    );
  });
  it("does not lower a project's value: it may be sold before", () =>
    expect(grid.flatMap(({choice, of}) => falls(choice, of, "unlevered_npv", 1))).toEqual([]));
  // The month of sale is the one of most value at the cost of capital, which may have a slightly lower rate of return,
  // and a much lower one where the return is far below that cost.
  it("lowers the return by no more than a twentieth of a point where the project earns its cost of capital", () => {
    const pays = ({choice, of}: (typeof grid)[number]): boolean => measured(choice, of, "unlevered_npv")[0]! > 0;
    expect(grid.filter(pays).length).toBeGreaterThan(0);
    expect(grid.filter(pays).flatMap(({choice, of}) => falls(choice, of, "unlevered_irr", 5e-4))).toEqual([]);
  });
  it("lowers owners' return in the default case by no more than a fifth of a point", () =>
    expect(falls(usual, terms, "irr", 2e-3)).toEqual([]));
});
