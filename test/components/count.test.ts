import {expect, test} from "vitest";
import {capital, countOf, lower} from "../../src/components/words/count.js";

test.each([
  [0, "none of eight clusters"],
  [1, "one of eight clusters"],
  [2, "two of eight clusters"]
])("%d of eight", (count, text) => expect(countOf(count, 8, "clusters")).toBe(text));

test("counts above twelve are figures", () => expect(countOf(13, 1388, "rows")).toBe("13 of 1,388 rows"));

test("abbreviations stay as they are within a sentence", () =>
  expect([lower("Add capacity"), lower("HBM supply"), capital("two")]).toEqual(["add capacity", "HBM supply", "Two"]));
