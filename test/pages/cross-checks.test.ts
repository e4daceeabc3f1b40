import {describe, expect, it} from "vitest";
import {checksTakeaway, sentence} from "../../src/pages/cross-checks/comparisons.js";

const row = (predicted: number, [low, high]: [number, number]) => ({
  key: "margin",
  scenario: "reference",
  figure: "Margin",
  cell: "neocloud[atlas].margin",
  unit: "share",
  published: 0.4,
  published_low: 0.3,
  published_high: 0.5,
  predicted,
  low,
  high,
  error: predicted / 0.4 - 1,
  source: "",
  url: "",
  note: ""
});

describe("sentence", () => {
  it("says both values, the error, and whether the ranges meet", () =>
    expect(String(sentence(row(0.3, [0.2, 0.35])))).toBe(
      "The model says 30 (20 to 35)%, published is 40 (30 to 50)%: 25% too little. The ranges meet."
    ));
  it("says a large error as a factor", () => {
    expect(String(sentence(row(0.9, [0.8, 0.95])))).toContain("2.25 times as much. The ranges do not meet.");
    expect(String(sentence(row(0.1, [0.05, 0.2])))).toContain("4 times too little. The ranges do not meet.");
  });
});

describe("checksTakeaway", () => {
  it("counts the predictions that meet, and names the worst", () =>
    expect(checksTakeaway([row(0.3, [0.2, 0.35]), row(0.9, [0.8, 0.95])])).toBe(
      "1 of 2 predictions meet what is published, range to range; the farthest off is margin, 2.25 times as much."
    ));
});
