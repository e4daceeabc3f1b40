import {describe, expect, test} from "vitest";
import {amount, cell, interval, range, share, usd} from "../../src/components/words/format.js";

describe("amount", () => {
  test.each([
    [1.234e9, "USD", "1.23 B USD"],
    [999.96e6, "USD", "1 B USD"],
    [2.5, "USD/GPU-hour", "2.5 USD/GPU-hour"],
    [450_000, "kW", "450 MW"],
    [3648, "MWh/month", "3.65 GWh/month"],
    [1.5e6, "Mtok/month", "1.5 Ttok/month"],
    [0.0931, "share", "9.31%"],
    [2.19, "1", "2.19"],
    [0, "USD", "0 USD"],
    [-1.5e6, "USD", "-1.5 M USD"],
    [0.00001234, "USD", "1.23e-5 USD"]
  ])("of %d %s is %s", (value, unit, text) => {
    expect(amount(value, unit)).toBe(text);
  });

  test("of what isn't known says so", () => {
    expect(amount(NaN, "USD")).toBe("unknown");
  });
});

test("range has one prefix for its three numbers", () => {
  expect(range({central: 1.2e9, low: 0.8e9, high: 1.9e9}, "USD")).toBe("1.2 (0.8 to 1.9) B USD");
  expect(range({central: 0.3, low: 0.05, high: 0.8}, "share")).toBe("30 (5 to 80)%");
});

test("range of an exact value is the amount", () => {
  expect(range({central: 1.2e9}, "USD")).toBe(usd(1.2e9));
  expect(range({central: 0.3, low: 0.3, high: 0.3}, "share")).toBe(share(0.3));
});

test("interval leaves the central value out", () => {
  expect(interval({central: 1.2e9, low: 0.8e9, high: 1.9e9}, "USD")).toBe("0.8 to 1.9 B USD");
  expect(interval({central: 1})).toBe("");
});

test("cell groups large numbers, leaves a year alone and missing cells empty", () => {
  expect([12345, 2026, 0.123456789, null, "text", new Date("2026-12-01")].map(cell)).toEqual([
    "12,345",
    "2026",
    "0.123457",
    "",
    "text",
    "2026-12-01"
  ]);
});
