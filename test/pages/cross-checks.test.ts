import {describe, expect, it} from "vitest";
import {checksTakeaway, sentence} from "../../src/pages/cross-checks/comparisons.js";

const row = (predicted: number, [low, high]: [number, number], counted = true) => ({
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
  inside: String(predicted >= 0.3 && predicted <= 0.5),
  covered: String(low <= 0.4 && high >= 0.4),
  basis: "",
  as_of: "2026",
  counted: String(counted),
  reason: "",
  explanation: "",
  source: "",
  url: "",
  note: ""
});

describe("sentence", () => {
  it("says both values, the error, and whether the prediction lies in the band", () => {
    expect(String(sentence(row(0.3, [0.2, 0.45])))).toBe(
      "Model 30\u202f% (20 to 45\u202f%), published 40\u202f% (30 to 50\u202f%): 25\u202f% too low. The " +
        "prediction is inside the " +
        "published band, and its range covers the published figure."
    );
    expect(String(sentence(row(0.3, [0.2, 0.35])))).toContain("The prediction is inside the published band.");
  });
  it("says where a prediction lies in a band, from its middle, where nothing else is published", () => {
    const band = (predicted: number) => ({...row(predicted, [0.2, 0.45]), published: null});
    expect(String(sentence(band(0.42)))).toContain(": 5\u202f% above the middle of the band.");
    expect(String(sentence(band(0.3)))).toContain(": 25\u202f% below the middle of the band.");
    expect(String(sentence(band(0.1)))).toContain(": below the middle of the band by a factor of 4.");
    expect(String(sentence(band(0.4)))).toContain(": equal to the middle of the band.");
    expect(String(sentence(row(0.4, [0.2, 0.45])))).toContain(": equal to the published figure.");
  });
  it("says a large error as a factor", () => {
    expect(String(sentence(row(0.9, [0.8, 0.95])))).toContain(
      "2.25 times the published figure. The prediction is outside"
    );
    expect(String(sentence(row(0.1, [0.05, 0.2])))).toContain("too low by a factor of 4. The prediction is outside");
  });
});

describe("checksTakeaway", () => {
  it("counts the predictions inside and covered of those that count, and names the worst", () =>
    expect(checksTakeaway([row(0.3, [0.2, 0.45]), row(0.9, [0.8, 0.95]), row(9, [8, 10], false)])).toBe(
      "The published band contains one of two predictions, and the model's range covers the published figure in one. " +
        "The largest gap is that of “Margin”: 2.25 times the published figure."
    ));
});
