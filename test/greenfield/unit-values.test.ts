import {describe, expect, it} from "vitest";
import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {monthly, projectInputs, projectRuns, set, siteIn, termsOfRun, usualChoice} from "../../lib/finance/index.js";
import {buildCase, drawnValues, siteKinds, unitValues} from "../../lib/greenfield/index.js";
import {REFERENCE} from "../../lib/model/reference.js";

const files = loadProject();
const {run} = runScenario(files, REFERENCE);
const terms = termsOfRun(run, {project_default: files.defaults});
const {accelerator: _, ...choice} = usualChoice(terms);
const kind = {gpus: 8, lead: 6};
const question = {orders: [0, 12], horizon: 40};
const inputs = projectInputs(terms, {...usualChoice(terms), accelerator: "b200"});

describe("the value of a unit", () => {
  it("is its earnings plus residual value, less its price, as in its project's sheet", () => {
    const own = set(inputs, {count: 1, offtake_share: 0, prepayment_share: 0, debt_share: 0, build_time: 18});
    const {plan} = projectRuns(own, 40);
    const at = (name: string): number[] => monthly(plan, name);
    const factor = (month: number): number => (1 + at("discount_rate")[0]!) ** (-month / 12);
    const earned = at("ebitda")
      .slice(0, 40)
      .reduce((sum, cash, month) => sum + cash * factor(month), 0);
    const left = at("resale_value")[39]! * factor(39);
    const [, later] = unitValues(inputs, kind, question);
    expect(later!.residual).toBeCloseTo(8 * left, 3);
    expect(later!.total).toBeCloseTo(8 * (earned + left - at("investment")[0]! * factor(12)), 3);
  });
  it("after tax is lower by the tax in its project's sheet, and by the tax on its disposal", () => {
    const own = set(inputs, {count: 1, offtake_share: 0, prepayment_share: 0, debt_share: 0, build_time: 6});
    const {plan} = projectRuns(own, 40);
    const at = (name: string): number[] => monthly(plan, name);
    const factor = (month: number): number => (1 + at("discount_rate")[0]!) ** (-month / 12);
    const paid = at("tax")
      .slice(0, 40)
      .reduce((sum, cash, month) => sum + cash * factor(month), 0);
    const gain = Math.max(0, at("resale_value")[39]! - at("tax_book")[39]!);
    const offset = Math.min(at("losses")[39]!, at("loss_offset_limit")[39]! * gain);
    const sold = at("tax_rate")[39]! * (gain - offset) * factor(39);
    const [before, after] = [false, true].map((after_tax) => unitValues(inputs, kind, {...question, after_tax})[0]!);
    expect(before!.total - after!.total).toBeCloseTo(8 * (paid + sold), 3);
    expect(before!.total - after!.total).toBeGreaterThan(0);
  });
  it("does not depend on the other orders considered", () => {
    const [alone] = unitValues(inputs, kind, {...question, orders: [12]});
    expect(unitValues(inputs, kind, question)[1]).toEqual(alone);
  });
  it("in draws is around its central value, and the same for the same seed", () => {
    const design = {spread: "latin", draws: 64, seed: 1} as const;
    const draws = drawnValues(inputs, kind, question, design);
    const totals = draws.map(([first]) => first!.total).sort((a, b) => a - b);
    const central = unitValues(inputs, kind, question)[0]!.total;
    expect(totals[2]! < central && central < totals[61]!).toBe(true);
    expect(drawnValues(inputs, kind, question, design)).toEqual(draws);
  });
});

describe("a site", () => {
  it("is the region's own facility, or another one with the region's power, water and tax", () => {
    expect(siteIn(terms, "colocated", "virginia")).toEqual({facility: "ashburn", region: "site"});
    expect(siteIn(terms, "owned", "texas")).toEqual({facility: "council-bluffs", region: "texas"});
  });
  it("buys racks of what is sold new, at the project's price, and halls where they are owned", () => {
    const place = (site: "owned" | "colocated") => {
      const [placed] = siteKinds(
        terms,
        {...choice, ...siteIn(terms, site, "iowa"), accelerators: ["gb200"]},
        run.start
      );
      return placed!.kind;
    };
    const [owned, rented] = [place("owned"), place("colocated")];
    expect([owned.gpus, rented.gpus]).toEqual([72, 72]);
    expect(owned.price).toBeGreaterThan(rented.price);
  });
  it("has no kind before it is released, and months from the run's first", () => {
    const request = {
      ...{choice, power: [{date: "2028-01", capacity: 5}], budget: 1e8, budget_by: "total" as const},
      ...{start: "2027-06", years: 2}
    };
    const {question: asked, kinds} = buildCase(terms, request, "2026-12");
    expect(asked.power).toEqual([{month: 13, capacity: 5}]);
    expect([asked.orders[0], asked.horizon]).toEqual([6, 31]);
    expect(kinds.map(({key}) => key)).not.toContain("v100");
  });
});
