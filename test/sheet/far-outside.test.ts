import {describe, expect, it} from "vitest";
import {farOutside} from "../../lib/sheet/far-outside.js";
import type {InputValues} from "../../lib/sheet/inputs.js";

const input = (central: number | null, low = central ?? 0, high = central ?? 0): InputValues => ({
  values: [central],
  provenance: [{low, high, family: "pert", sources: [], note: "", place: "test"}]
});

describe("a value far outside an input's range", () => {
  it.each([
    [
      72.5,
      input(0.07, 0.066, 0.085),
      "USD/kWh",
      "above its range, 0.066 to 0.085 USD/kWh, by a factor of 853: check the unit"
    ],
    [
      0.00007,
      input(0.07, 0.066, 0.085),
      "USD/kWh",
      "below its range, 0.066 to 0.085 USD/kWh, by a factor of 943: check the unit"
    ],
    [
      12,
      input(0.085, 0.055, 0.115),
      "1/yr",
      "above its range, 0.055 to 0.115 1/yr, by a factor of 104: for 12 per cent, use 12%"
    ],
    [1, input(1000), "W/GPU", "below its former value, 1000 W/GPU, by a factor of 1,000: check the unit"]
  ])("%d is named with the range and a way out", (value, before, unit, words) =>
    expect(farOutside(before, 0, unit, value)).toBe(words)
  );

  it.each([
    ["within twenty times the range", 1.6, input(0.07, 0.066, 0.085)],
    ["zero, which leaves something out", 0, input(0.07, 0.066, 0.085)],
    ["of an input that was zero", 4096, input(0)],
    ["of an empty input", 4096, input(null)],
    ["below zero", -0.2, input(0.07, 0.066, 0.085)]
  ])("a value %s is not far", (_, value, before) => expect(farOutside(before, 0, "1/yr", value)).toBe(""));
});
