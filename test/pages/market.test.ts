import {expect, it} from "vitest";
import type {RowOf} from "../../src/components/rows/table-types.js";
import {changesInWords, changesOf} from "../../src/pages/market/token-market.js";

const price = (model: string, from: string, current: number, blended: number): RowOf<"token_price"> =>
  ({seller: "a", model, from, current, blended}) as unknown as RowOf<"token_price">;

it("dated prices are told with those without a date, and with those that were announced", () => {
  const prices = [
    price("cut", "", 0, 4),
    price("cut", "2026-03-01", 1, 2),
    price("dearer", "", 1, 1),
    price("dearer", "2027-01-01", 0, 3),
    price("undated", "", 1, 1)
  ];
  const words = changesInWords(changesOf(prices, "chat"), prices);
  expect(words).toContain("Of 5 listed prices, 2 have a date of change, from March 2026 to January 2027: 1 is a cut");
  expect(words).toContain("1 of them was announced for a later date");
  expect(words).toContain("The other 3 prices have no date of change");
  expect(changesInWords([], prices)).toBe("No listed price has a date, so that prices have no history.");
});
