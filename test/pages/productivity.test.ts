import {expect, it} from "vitest";
import {payersReturn} from "../../src/pages/productivity/saved-time.js";
import type {Segment} from "../../src/pages/productivity/data.js";

const segment = (revenue: number, productivity_value: number) => ({revenue, productivity_value}) as unknown as Segment;

it.each([
  [
    [segment(100, 50), segment(0, 150)],
    "gain output worth 50 USD a month, or 0.5 dollars for each dollar. Users who pay nothing"
  ],
  [[segment(100, 50), segment(0, 150)], "gain 75 % of all output."],
  [[segment(0, 150)], "Nobody in this occupation group pays."]
])("what those who pay get for it: %#", (segments, words) => {
  expect(payersReturn(segments).toString().replaceAll("\u00a0", " ").replaceAll("\u202f", " ")).toContain(words);
});
