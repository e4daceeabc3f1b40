import {describe, expect, it} from "vitest";
import {demandIn, isUsual, powerIn, usualSite} from "../../src/pages/build/site-values.js";
import {planOfText, textOfPlan} from "../../src/pages/build/plan-text.js";
import {pricePath} from "../../src/pages/build/price-path.js";
import {planInWords, regretInWords, residualInWords} from "../../src/pages/build/words.js";
import type {Built, Shown} from "../../src/pages/build/built.js";

describe("power from a month on", () => {
  it("is months with MW, in any order", () =>
    expect(powerIn("2028-01=20 MW  2027-07=10", "2026-12")).toEqual([
      {date: "2028-01", capacity: 20},
      {date: "2027-07", capacity: 10}
    ]));
  it.each(["20", "20MW", " 20 mw"])("“%s” is there from the first month on", (text) =>
    expect(powerIn(text, "2026-12")).toEqual([{date: "2026-12", capacity: 20}])
  );
  it.each(["", "10 20", "2027-07", "2027=10", "2027-13=10", "2027-07=ten", "2027-07=-1"])("is not “%s”", (text) =>
    expect(() => powerIn(text, "2026-12")).toThrow(`got “${text}”`)
  );
});

describe("a demand from a month on", () => {
  it("is months with tokens a month, or one amount from the first month on", () => {
    expect(demandIn("2027-07=100B 2028-01=1.5T", "2026-12")).toEqual([
      {date: "2027-07", amount: 1e11},
      {date: "2028-01", amount: 1.5e12}
    ]);
    expect(demandIn("100B", "2026-12")).toEqual([{date: "2026-12", amount: 1e11}]);
  });
  it.each(["", "much", "2027-13=1B", "2027-07=-1"])("is not “%s”", (text) =>
    expect(() => demandIn(text, "2026-12")).toThrow(`got “${text}”`)
  );
});

describe("an offered path of prices", () => {
  const path = (text: string): number[] => Object.values(pricePath(text, "prices")).map((growth) => Math.exp(growth));
  it("is a change for each year, of which the last goes on", () => {
    expect(Object.keys(pricePath("-20%", "prices"))).toEqual([1, 2, 3, 4, 5].map((year) => `growth_${year}`));
    for (const [i, one] of path("\u221220 % -10% 0%").entries()) expect(one).toBeCloseTo([0.8, 0.9, 1, 1, 1][i]!, 12);
  });
  it("is the scenario's where nothing is typed", () => expect(pricePath(" ", "prices")).toEqual({}));
  it.each([
    ["-20", "prices: "],
    ["-100%", "prices: "],
    ["soon", "prices: "],
    ["1% 2% 3% 4% 5% 6%", "prices: expected at most 5 yearly changes, got 6"]
  ])("is not “%s”", (text, message) => expect(() => pricePath(text, "prices")).toThrow(message));
});

describe("a plan as text", () => {
  it("is the same plan when it is read again", () => {
    const values = new Map([["reference", 1.5]]);
    const built = {drawn: {low: 1}, candidates: [{values, units: [[0, 1]]}]} as unknown as Built;
    expect(planOfText(textOfPlan(built))).toEqual(built);
  });
});

describe("the usual site", () => {
  const usual = usualSite("2026-12");
  it("is the one that the form asks for at first, in the reference scenario", () => {
    expect(isUsual(usual, "reference", "2026-12")).toBe(true);
    expect(isUsual(usual, "gpu-glut", "2026-12")).toBe(false);
    expect(isUsual({...usual, budget: "401M"}, "reference", "2026-12")).toBe(false);
  });
});

describe("a plan in words", () => {
  const shown = (npv: number, residual: number, count: number, served?: number): Shown => {
    const order = {kind: "b200", order: 1, opening: 7, units: count, gpus: 8 * count, power: 1, price: 1e8, value: npv};
    const uses = [
      {limit: "power", used: 1, bound: 20, unit: "MW"},
      {limit: "budget", used: 1e8, bound: 1.1e8, unit: "USD"}
    ];
    const plan = {orders: count > 0 ? [order] : [], npv, residual, units: [], cost: 3e7, served};
    const question = {power: [{month: 0, capacity: 1}], budget: 1e8, orders: [0], horizon: 72, after_tax: true};
    const demand = {steps: [], rates: [0]};
    const one = {
      ...{first: "2026-12", kinds: [{key: "b200", power: 0.5, price: 1e6, lead: 6, from: 0}], values: [[{total: -1}]]},
      question: served === undefined ? question : {...question, demand}
    };
    return {built: {one, answer: {plan, uses, worth: []}} as unknown as Built, busy: "", error: ""};
  };
  it("says the largest order, when it opens, what it earns and what is used most", () =>
    expect(planInWords(shown(2e7, 0, 500), (key) => key.toUpperCase())).toBe(
      "The largest order is 4,000 B200 in January 2027, to open in July 2027. The plan has an NPV of 20 million USD " +
        "after tax and without a loan. It uses 100 million USD of the 110 million USD of budget."
    ));
  it("says to build nothing, and why", () =>
    expect(planInWords(shown(0, 0, 0), String)).toBe("Build nothing: no server or rack earns back its price."));
  it("says what a demand costs to serve, or how much of it can be served", () => {
    expect(planInWords(shown(0, 0, 10, 1), String)).toContain(
      "All demand is served, at a discounted cost of 30 million USD before tax and without a loan, less residual value"
    );
    expect(planInWords(shown(0, 0, 10, 0.4), String)).toContain("Only 40\u202f% of the demand can be served, at");
    expect(regretInWords(shown(0, 0, 10, 1))).toMatch(/^The cost of serving a demand does not depend/);
    expect(residualInWords(shown(1, 1, 10, 1))).toBe("");
  });
  it.each([
    [2e7, 1e6, /^$/],
    [2e7, 1e7, /^Note that 50\u202f% of the value/],
    [-1, 1e7, /^$/]
  ])("of %d with %d left warns where much is left in the end", (npv, residual, words) =>
    expect(residualInWords(shown(npv, residual, 1))).toMatch(words)
  );
});
