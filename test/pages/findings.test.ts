import {describe, expect, it} from "vitest";
import type {RowOf} from "../../src/components/rows/table-types.js";
import {countFinding} from "../../src/components/words/count.js";
import {isFound} from "../../src/components/words/finding.js";
import {share} from "../../src/components/words/format.js";
import {lifetimeFinding, planFinding, tokensFinding} from "../../src/pages/applications/words.js";
import {fixedFinding, tokenFinding, valueFinding} from "../../src/pages/dynamics/words.js";
import {marginFinding} from "../../src/pages/inference/deployments.js";
import {outcome} from "../../src/pages/invest/words.js";
import {regionFinding} from "../../src/pages/materials/words.js";
import {capacityFinding} from "../../src/pages/neoclouds/words.js";
import {tokensFinding as spendingFinding} from "../../src/pages/overview/words.js";
import {widestInWords, type SwingBar} from "../../src/pages/uncertainty/draws.js";

const row = <T extends string>(cells: object): RowOf<T> => cells as unknown as RowOf<T>;
const said = (sentence: unknown): string => String(sentence);

it("a sentence with a number that is missing finds nothing", () => {
  expect(["", undefined, `Margins are ${share(NaN)}`].map(isFound)).toEqual([false, false, false]);
  expect(isFound(`Margins are ${share(0.5)}`)).toBe(true);
});

describe("a count of what does something", () => {
  const finding = (count: number, all: number) =>
    countFinding({count, all, noun: "actions", verb: ["pays", "pay"], rest: "off"});
  it.each([
    [0, 8, "None of eight actions pays off"],
    [1, 8, "One of eight actions pays off"],
    [8, 8, "All eight actions pay off"],
    [2, 2, "Both actions pay off"],
    [0, 0, undefined]
  ])("%d of %d", (count, all, words) => expect(finding(count, all)).toBe(words));
});

describe("an investment", () => {
  it.each([
    [2e6, "Equity ends with 2 million USD more than it paid in"],
    [-3e6, "Equity ends with 3 million USD less than it paid in"],
    [0, undefined],
    [NaN, undefined]
  ])("that comes to %d USD", (sum, words) => expect(outcome(sum)).toBe(words));
});

describe("applications", () => {
  const pair = (from: number, to: number) => ({label: "segment", from, to});
  it.each([
    [[], undefined],
    [[pair(2, 1)], "Lifetime value exceeds acquisition cost in no segment"],
    [[pair(1, 1), pair(1, 2)], "Lifetime value exceeds acquisition cost in one of two segments"],
    [[pair(1, 2)], "Lifetime value exceeds acquisition cost in every segment"]
  ])("lifetime values %j", (pairs, words) => expect(lifetimeFinding(pairs)).toBe(words));
  it("may spend more on tokens than users pay, and nothing is said where nobody pays", () => {
    const parts = (price: number, tokens: number) =>
      [
        {label: "User pays", from: price, to: 0},
        {label: "Tokens", from: price, to: price - tokens}
      ].map((part) => ({...part, color: "", origin: undefined}));
    expect(said(planFinding(parts(10, 12)))).toBe("Tokens cost 120\u202f% of what a paying user spends");
    expect(planFinding(parts(0, 0))).toBeUndefined();
  });
  it("buy tokens, the largest buyer most of them", () => {
    const buyers = [
      {name: "Support desk", tokens: 1},
      {name: "Coding agent", tokens: 3}
    ].map((cells) => row<"application">(cells));
    expect(said(tokensFinding(buyers))).toBe("The coding agent buys 75\u202f% of all tokens");
    expect(tokensFinding([row<"application">({name: "Support desk", tokens: 0})])).toBeUndefined();
  });
});

describe("prices and capacity", () => {
  const tiers = (column: string, ...values: number[]) =>
    values.map((value) => row<"tier">({date: new Date(Date.UTC(2031, 10)), [column]: value}));
  it("of all tiers that end at one price is one number", () => {
    expect(said(tokenFinding(tiers("price_index", 0.4, 0.2)))).toContain("costs 20\u202f% to 40\u202f% of its initial");
    expect(said(tokenFinding(tiers("price_index", 0.4, 0.4)))).toContain("costs 40\u202f% of its initial price");
  });
  it("fixed capability becomes cheaper only where it does in every tier", () => {
    expect(said(fixedFinding(tiers("fixed_fall", 2, 3)))).toContain("becomes 2 to 3 times cheaper a year");
    expect(fixedFinding(tiers("fixed_fall", 0.9, 3))).toBeUndefined();
  });
  it.each([
    [[], undefined],
    [[[1, 1]], "Output exceeds cost in no month"],
    [[[2, 1]], "Output exceeds cost in every month"],
    [
      [
        [2, 1],
        [0, 1]
      ],
      "Output exceeds cost in 1 of 2 months"
    ]
  ])("output and cost %j", (months, words) => {
    const economy = months.map(([output, cost]) => row<"economy">({productivity_value: output, resource_cost: cost}));
    expect(valueFinding(economy)).toBe(words);
  });
  it("of no months is nothing", () => expect(capacityFinding([])).toBeUndefined());
});

describe("ranges", () => {
  it("of equal margins, of one region or of alike ones are none", () => {
    const margins = (...values: number[]) => values.map((gross_margin) => row<"provider">({gross_margin}));
    expect(said(marginFinding(margins(0.5, -0.1)))).toBe("Gross margins range from \u221210\u202f% to 50\u202f%");
    expect(marginFinding(margins(0.5, 0.5))).toBeUndefined();
    expect(marginFinding([])).toBeUndefined();
    const regions = (...values: number[]) =>
      values.map((value, i) => ({label: `region ${i + 1}`, value, color: "", origin: undefined}));
    expect(regionFinding("Price", regions(1, 2))).toBe("Price: 2 times as high in region 2 as in region 1");
    for (const values of [[], [1], [1, 1.01], [0, 1], [-1, 1]])
      expect(regionFinding("Price", regions(...values))).toBeUndefined();
  });
  it("of assumptions without effect are not stated", () => {
    const bar = (low: number, high: number): SwingBar => ({
      label: "fade",
      cell: "",
      title: "",
      central: 1,
      low,
      high,
      origin: undefined
    });
    expect(widestInWords([bar(1, 2)])).toBe("Fade moves the result most");
    expect(widestInWords([bar(1, 1)])).toBeUndefined();
    expect(widestInWords([])).toBeUndefined();
  });
});

it("users' money reaches providers, unless applications spend more than that", () => {
  const flows = (tokens: number) =>
    [
      {payer_sector: "Users", payee_sector: "Applications", good: "subscriptions", amount: 10},
      {payer_sector: "Applications", payee_sector: "Providers", good: "tokens", amount: tokens}
    ].map((cells) => row<"flow">(cells));
  expect(said(spendingFinding(flows(2)))).toBe("20\u202f% of user spending reaches inference providers");
  expect(spendingFinding(flows(11))).toBeUndefined();
});
