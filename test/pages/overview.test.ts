import {describe, expect, it} from "vitest";
import {servingBody, servingTitle} from "../../src/pages/overview/serving.js";
import {shareOfSpending, spendingBody, spendingTitle} from "../../src/pages/overview/spending.js";
import {worthBody, worthTitle} from "../../src/pages/overview/worth.js";
import type {RowOf} from "../../src/components/rows/table-types.js";

describe("whether output is worth its cost", () => {
  const quotes = (low: number, median: number, central: number, high: number) => [
    headline("value_per_cost", "2026-12", {low, median, central, high}),
    headline("productivity_value", "2026-12", {low: 1e8, median: 6e8, central: 8e8, high: 3e9}),
    headline("resource_cost", "2026-12", {low: 5e8, median: 6e8, central: 6e8, high: 9e8})
  ];
  it.each([
    [0.15, 0.92, 1.4, 4.9, "1.4 times its cost in the central case, but falls short of it in most draws"],
    [0.23, 1.5, 2.1, 7.3, "2.1 times its cost in the central case, but a loss is possible"],
    [0.23, 1, 1, 7.3, "1 times its cost in the central case, but a loss is possible"],
    [1, 1.5, 2.1, 7.3, "2.1 times its cost in the central case, and exceeds it across the whole range"],
    [0.3, 1.1, 0.8, 1.5, "0.8 times its cost in the central case, but exceeds it in most draws"],
    [0.3, 0.9, 0.8, 1, "0.8 times its cost in the central case, but a gain is possible"],
    [0.1, 0.3, 0.4, 0.9, "0.4 times its cost in the central case, and falls short of it across the whole range"]
  ])("low %d, median %d, central %d, high %d", (low, median, central, high, words) =>
    expect(String(worthTitle(quotes(low, median, central, high)))).toBe(`Output is worth ${words}`)
  );
  it("has a range and a median, and a part that makes it uncertain", () =>
    expect(String(worthBody(quotes(0.15, 0.92, 1.4, 4.9)))).toBe(
      "The range is 0.15 to 4.9, the median of draws 0.92. Most of the uncertainty is about output, which varies by " +
        "a factor of 30; cost varies by a factor of 1.8."
    ));
});

describe("what serving costs in two months", () => {
  const cost = (date: string, central: number) => [
    headline("cost_per_token", date, {low: central / 2, median: central, central, high: central * 2}, "USD/Mtok")
  ];
  const first = cost("2026-12", 0.24);
  it.each([
    [0.06, "Serving a token becomes 4 times cheaper by November 2031"],
    [0.096, "Serving a token becomes 2.5 times cheaper by November 2031"],
    [0.36, "Serving a token becomes 1.5 times dearer by November 2031"],
    [0.241, "Serving a token costs as much in November 2031 as in December 2026"],
    [0.239, "Serving a token costs as much in November 2031 as in December 2026"]
  ])("0.24 and then %d", (later, words) => expect(String(servingTitle(first, cost("2031-11", later)))).toBe(words));
  it("stands with both ranges, and with what they have in common", () => {
    expect(String(servingBody(first, cost("2031-11", 0.062)))).toBe(
      "A million tokens cost 0.24 USD (0.12 to 0.48) in December 2026 and 0.062 USD (0.031 to 0.12) in November " +
        "2031; the ranges overlap."
    );
    expect(String(servingBody(first, cost("2031-11", 0.03)))).toMatch(/ in November 2031\.$/);
    expect(String(servingBody(first, cost("2031-11", 0.03)))).not.toContain("overlap");
    expect(String(servingBody(first, cost("2031-11", 3)))).not.toContain("overlap");
  });
});

describe("where a dollar that applications spend goes", () => {
  const payments = [
    flow("Users", "subscriptions", 700e6),
    flow("Applications", "tokens", 120e6),
    flow("Applications", "product development", 300e6),
    flow("Applications", "hosting", 180e6),
    flow("Providers", "GPU-hours", 21e6)
  ];
  const quotes = [headline("double_counting", "2026-12", {low: 1.17, median: 1.29, central: 1.26, high: 1.48}, "1")];
  it("is divided by all that they spend, and by nothing that others do", () => {
    expect(shareOfSpending(payments, "Applications", "tokens")).toBeCloseTo(0.2, 12);
    expect(shareOfSpending(payments, "Providers", "GPU-hours")).toBeCloseTo(0.035, 12);
  });
  it("is told in cents, with what they are in full", () => {
    expect(String(spendingTitle(payments))).toBe("Of each dollar that applications spend, neoclouds get 3.5 cents");
    expect(Object.values(spendingBody(payments, quotes)).map(String)).toEqual([
      "Tokens take 20 cents (120 million USD a month).",
      "Providers spend 3.5 cents on GPU-hours (21 million USD a month).",
      "Added up, the revenue of all three layers is 1.3 (1.2 to 1.5) dollars for each dollar that users pay."
    ]);
  });
  it("is unknown if spending is unknown", () => expect(shareOfSpending([], "Applications", "tokens")).toBeNaN());
});

function headline(
  figure: string,
  date: string,
  range: Record<"low" | "median" | "central" | "high", number>,
  unit = "1"
): RowOf<"headline"> {
  return {...{scenario: "reference", date: new Date(date), figure, title: "", unit, description: ""}, ...range};
}

function flow(payer_sector: string, good: string, amount: number): RowOf<"flow"> {
  return {scenario: "reference", date: new Date("2026-12"), payer_sector, payee_sector: "", good, kind: "", amount};
}
