import {describe, expect, it} from "vitest";
import {powerIn} from "../../src/pages/build/form.js";
import {planInWords, residualInWords} from "../../src/pages/build/words.js";
import type {Built, Shown} from "../../src/pages/build/built.js";

describe("power from a month on", () => {
  it("is months with MW, in any order", () =>
    expect(powerIn("2028-01=20MW  2027-07=10")).toEqual([
      {date: "2028-01", capacity: 20},
      {date: "2027-07", capacity: 10}
    ]));
  it.each(["", "20", "2027-07", "2027=10", "2027-13=10", "2027-07=ten", "2027-07=-1"])("is not “%s”", (text) =>
    expect(() => powerIn(text)).toThrow(`got “${text}”`)
  );
});

describe("a plan in words", () => {
  const shown = (npv: number, residual: number, count: number): Shown => {
    const order = {kind: "b200", order: 1, opening: 7, units: count, gpus: 8 * count, power: 1, price: 1e8, value: npv};
    const uses = [
      {limit: "power", used: 1, bound: 20, unit: "MW"},
      {limit: "budget", used: 1e8, bound: 1.1e8, unit: "USD"}
    ];
    const plan = {orders: count > 0 ? [order] : [], npv, residual, units: []};
    return {built: {one: {first: "2026-12"}, answer: {plan, uses, worth: []}} as unknown as Built, busy: "", error: ""};
  };
  it("says the largest order, when it opens, what it earns and what is used most", () =>
    expect(planInWords(shown(2e7, 0, 500), (key) => key.toUpperCase())).toBe(
      "The largest order is 4,000 B200 in January 2027, to open in July 2027. The plan has an NPV of 20 million USD " +
        "before tax and without a loan. It uses 100 million USD of 110 million USD of budget."
    ));
  it("says to build nothing", () => expect(planInWords(shown(0, 0, 0), String)).toMatch(/^Build nothing:/));
  it.each([
    [2e7, 1e6, /^$/],
    [2e7, 1e7, /^Careful: 50\u202f% of the value/],
    [-1, 1e7, /^$/]
  ])("of %d with %d left warns where much is left in the end", (npv, residual, words) =>
    expect(residualInWords(shown(npv, residual, 1))).toMatch(words)
  );
});
