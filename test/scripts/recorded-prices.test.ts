import {expect, it} from "vitest";
import {recordedPrices} from "../../scripts/recorded-prices.js";

const data = (prices: object) => [{id: "seller", models: [{id: "model", prices}]}];
const snapshot = (commit: string, day: string, prices: object) => ({
  ...{commit, day, subject: `subject of ${commit}`},
  sellers: data(prices) as never
});
const cheap = {input_mtok: 1, output_mtok: 2};
const dear = {input_mtok: 3, cache_read_mtok: 0.3, cache_write_mtok: null, output_mtok: 4};

it("a price is recorded when it first appears in the data, and when it changes", () => {
  const snapshots = [
    snapshot("a", "2025-06-22", dear),
    snapshot("b", "2025-07-01", dear),
    snapshot("c", "2025-08-01", cheap)
  ];
  expect(recordedPrices(snapshots).map(({commit, day, subject, numbers}) => [commit, day, subject, numbers])).toEqual([
    ["a", "2025-06-22", "", [3, 0.3, undefined, 4]],
    ["c", "2025-08-01", "subject of c", [1, undefined, undefined, 2]]
  ]);
});

it("dated prices count if in force, prices by hour never, prices by length at their base", () => {
  const prices = [
    {constraint: {start_date: "2026-01-01"}, prices: cheap},
    {prices: {input_mtok: {base: 5, tiers: []}, output_mtok: 6}},
    {constraint: {start_time: "00:30:00Z", end_time: "16:30:00Z"}, prices: dear}
  ];
  const numbersOn = (day: string) => recordedPrices([snapshot("a", day, prices)])[0]?.numbers;
  expect(numbersOn("2025-12-31")).toEqual([5, undefined, undefined, 6]);
  expect(numbersOn("2026-01-01")).toEqual([1, undefined, undefined, 2]);
});

it("a model without a price of output is left out, as is one whose price varies", () => {
  expect(recordedPrices([snapshot("a", "2026-01-01", {input_mtok: 1})])).toEqual([]);
  expect(recordedPrices([snapshot("a", "2026-01-01", {input_mtok: -1e6, output_mtok: -1e6})])).toEqual([]);
});
