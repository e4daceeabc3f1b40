import {describe, expect, test} from "vitest";
import {
  amount,
  cell,
  centralText,
  compact,
  interval,
  cellUnit,
  ownUnit,
  range,
  share,
  unitless,
  usd
} from "../../src/components/words/format.js";

describe("amount", () => {
  test.each([
    [1.234e9, "USD", "1.23 billion USD"],
    [999.96e6, "USD", "1 billion USD"],
    [2.5, "USD/GPU-hour", "2.5 USD per GPU-hour"],
    [450_000, "kW", "450 MW"],
    [3648, "MWh/month", "3.65 GWh a month"],
    [1.5e6, "Mtok/month", "1.5 trillion tokens a month"],
    [0.0931, "share", "9.31\u202f%"],
    [5068, "USD", "5,070 USD"],
    [12_345, "", "12,300"],
    [46.5e9, "", "46.5 billion"],
    [2.19, "1", "2.19"],
    [0, "USD", "0 USD"],
    [-1.5e6, "USD", "−1.5 million USD"],
    [0.00001234, "USD", "1.23e−5 USD"]
  ])("of %d %s is %s", (value, unit, text) => {
    expect(amount(value, unit)).toBe(text);
  });

  test("of a missing value says so", () => {
    expect(amount(NaN, "USD")).toBe("unknown");
  });
});

test("range has one prefix for its three numbers", () => {
  expect(range({central: 1.2e9, low: 0.8e9, high: 1.9e9}, "USD")).toBe("1.2 billion USD (0.8 to 1.9)");
  expect(centralText({central: 8.5e8, low: 1e8, high: 3.2e9}, "USD")).toBe("0.85 billion USD");
  expect(range({central: 2e5, low: -29e6, high: 39e6}, "USD")).toBe("0.2 million USD (−29 to 39)");
  expect(range({central: 0.3, low: 0.05, high: 0.8}, "share")).toBe("30\u202f% (5 to 80\u202f%)");
});

test("range of a pure number has no suffix of an axis", () => {
  expect(range({central: 2000, low: 1400, high: 2700})).toBe("2,000 (1,400 to 2,700)");
});

test("one of a thing is singular", () => {
  expect([amount(1, "GPU"), amount(2, "GPU")]).toEqual(["1 GPU", "2 GPUs"]);
  expect([amount(1, "quote"), amount(16, "quote")]).toEqual(["1 quote", "16 quotes"]);
});

test.each([
  [12_345, "12.3 k"],
  [46.5e9, "46.5 bn"],
  [NaN, "unknown"]
])("%d along an axis is %s", (value, text) => {
  expect(unitless(value)).toBe(text);
});

test("range of an exact value is the amount", () => {
  expect(range({central: 1.2e9}, "USD")).toBe(usd(1.2e9));
  expect(range({central: 0.3, low: 0.3, high: 0.3}, "share")).toBe(share(0.3));
});

test("compact keeps the unit as a formula writes it", () => {
  expect(compact(5.39e8, "USD/month")).toBe("539 M USD/month");
  expect(compact(450_000, "kW")).toBe("450 MW");
});

test.each([
  ["USD/month", ""],
  ["Mtok/month", ""],
  ["1", ""],
  ["share", "share"],
  ["J/token", "J/token"],
  ["MWh/month", "MWh/month"]
])("of %s, a number beside its unit keeps %j", (unit, kept) => expect(ownUnit(unit)).toBe(kept));

test("interval leaves the central value out", () => {
  expect(interval({central: 1.2e9, low: 0.8e9, high: 1.9e9}, "USD")).toBe("0.8 to 1.9 billion USD");
  expect(interval({central: 1})).toBe("");
  expect(interval({central: 107, low: 105.4, high: 107.1})).toBe("105 to 107");
});

test("cell groups large numbers, leaves a year alone and missing cells empty", () => {
  expect([12345, 2026, -0.123456789, null, "text", new Date("2026-12-01")].map(cell)).toEqual([
    "12,345",
    "2026",
    "−0.123457",
    "",
    "text",
    "2026-12-01"
  ]);
});

test.each([
  ["Mtok/month", "Mtok/month"],
  ["USD/Mtok", ""],
  ["MWh/month", "MWh/month"]
])("of %s, a number in a table keeps %j", (unit, kept) => expect(cellUnit(unit)).toBe(kept));
