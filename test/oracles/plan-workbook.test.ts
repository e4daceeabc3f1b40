import {describe, expect, it} from "vitest";
import {highs} from "../../data-loaders/run/highs.js";
import {termsOfRun, usualChoice} from "../../lib/finance/index.js";
import {answerBuild, buildCase, type BuildRequest} from "../../lib/greenfield/index.js";
import {candidateOrders} from "../../src/pages/build/candidate-orders.js";
import {planWorkbook} from "../../src/pages/build/workbook.js";
import {nobody} from "../export/nobody.js";
import {project, reference} from "../model/project.js";
import {office, recalculated} from "./libreoffice.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});
const {accelerator: _, ...choice} = usualChoice(terms);
const request: BuildRequest = {
  choice: {...choice, accelerators: ["b200", "rubin"]},
  power: [
    {date: "2027-07", capacity: 2},
    {date: "2028-07", capacity: 4}
  ],
  ...{budget: 8e7, budget_by: "year", start: reference.run.start, years: 4}
};
const one = buildCase(terms, request, reference.run.start);

describe.skipIf(office === undefined)("LibreOffice computes a plan's workbook", {timeout: 600_000}, () => {
  it("as solved, and for other units, power and budget", async () => {
    const {plan} = await answerBuild(one, await highs());
    const orders = candidateOrders(one, plan);
    const book = await planWorkbook({
      one,
      plan,
      facts: [["Site", "test"]],
      identity: nobody,
      created: new Date("2026-12-01")
    });
    const [asSolved, doubled, short] = await recalculated(book, [
      [],
      [["number", "Orders", 2, 5, 2 * orders[0]!.units]],
      [
        ["number", "Orders", 2, 5, orders[0]!.units],
        ["number", "Limits", 5, 2, 0],
        ["number", "Limits", 0, 1, 1]
      ]
    ]);
    const figures = (rows: string[][]): string[] => rows.map(([, value]) => value!);
    const [npv, site, spent, , power, budget, within, monthly, need] = figures(asSolved!("Result"));
    expect(orders[0]!.units).toBeGreaterThan(0);
    expect(Number(npv) / plan.npv).toBeCloseTo(1, 9);
    expect(Number(site) / plan.npv).toBeCloseTo(1, 9);
    expect(Number(spent)).toBeCloseTo(
      plan.orders.reduce((sum, {price}) => sum + price, 0),
      0
    );
    expect(Number(power)).toBeLessThanOrEqual(4 + 1e-6);
    expect([budget, within]).toEqual(["TRUE", "TRUE"]);
    expect(Number(monthly) / plan.npv).toBeCloseTo(1, 9);
    const cash = asSolved!("Cash").slice(2);
    const owned = (month: number): number =>
      orders.reduce((so, {kind, order, units, cash: own}) => {
        return so + units * (own[month]! - (order === month ? kind.price : 0));
      }, 0);
    const wrong = cash.filter(([, month, , , net]) => Math.abs(Number(net) - owned(Number(month))) > 0.01);
    expect([cash.length, wrong]).toEqual([one.question.horizon, []]);
    expect(Number(need)).toBeCloseTo(-Math.min(...cash.map(([, , , , , soFar]) => Number(soFar))), 2);
    expect(Number(need)).toBeGreaterThan(0);
    const more = plan.npv + orders[0]!.units * orders[0]!.value;
    expect(Number(figures(doubled!("Result"))[0]) / more).toBeCloseTo(1, 9);
    expect(Number(figures(doubled!("Result"))[7]) / more).toBeCloseTo(1, 9);
    expect(figures(short!("Result")).slice(5, 7)).toEqual(["FALSE", "FALSE"]);
  });
});
