import {expect, it} from "vitest";
import type {RowOf} from "../../src/components/rows/table-types.js";
import {changesInWords, changesOf, priceCourses, yearlyInWords} from "../../src/pages/market/price-history.js";

type Event = RowOf<"token_price_history">;

const event = (model: string, from: string, until: string, changes: Partial<Event>): Event =>
  ({seller: "a", model, from, until, reseller: 0, step: "first", change: null, blended: 4, ...changes}) as Event;

/** One offer with a price cut, one corrected and unchanged, one with an announced rise, one listed recently. */
const history = [
  event("cut", "2025-06-22", "2026-06-22", {}),
  event("cut", "2026-06-22", "2026-12-22", {step: "cut", change: -0.5, blended: 2}),
  event("still", "2025-06-22", "2025-07-01", {}),
  event("still", "2025-07-01", "2026-12-22", {step: "correction", change: 9}),
  event("dearer", "2026-01-01", "2026-12-22", {blended: 1}),
  event("dearer", "2027-01-01", "", {step: "rise", change: 2, blended: 3}),
  event("late", "2026-11-01", "2026-12-22", {blended: 3})
];

it("a price's change in a year leaves out corrections, announced prices, and prices that are known for months", () => {
  const courses = priceCourses(history);
  const [cut, still, dearer, late] = ["cut", "still", "dearer", "late"].map((model) => courses.get(`a/${model}`)!);
  expect(cut).toMatchObject({since: "2025-06-22", changed: "2026-06-22", change: -0.5});
  expect(cut!.yearly).toBeCloseTo(0.5 ** (1 / 1.5) - 1, 3);
  expect(still).toMatchObject({changed: "", change: 0, yearly: 0});
  expect(dearer).toMatchObject({changed: "", change: 0, yearly: 0});
  expect(late!.yearly).toBeNaN();
});

it("a change counts whose earlier price has no day: the offer is at least as old as the change", () => {
  const old = [
    event("old", "", "2025-12-22", {blended: 8}),
    event("old", "2025-12-22", "2026-12-22", {step: "cut", change: -0.5})
  ];
  expect(priceCourses(old).get("a/old")).toMatchObject({since: "", changed: "2025-12-22"});
  expect(priceCourses(old).get("a/old")!.yearly).toBeCloseTo(-0.5, 2);
  expect(yearlyInWords([...history, ...old])).toMatch(
    /half a year or more, 2 \(50\s%\) never changed their price, 2 fell/
  );
});

it("changes are told with the prices before them, the newest first, without those of resellers", () => {
  const resold = history.map((row): Event => ({...row, model: `${row.model} resold`, reseller: 1}));
  const changes = changesOf([...history, ...resold], "chat");
  expect(changes.map(({model, before, after}) => [model, before, after])).toEqual([
    ["dearer", 1, 3],
    ["cut", 4, 2]
  ]);
});

it("the words count cuts, rises, what is announced and what was corrected", () => {
  const words = changesInWords(history);
  expect(words).toContain("record 1 cut and 1 rise, 1 of them announced");
  expect(words).toContain("1 correction of the data is left out");
  expect(yearlyInWords(history)).toContain(
    "Of 3 offers that are still listed and have been for half a year or more, 2"
  );
  expect(yearlyInWords(history)).toContain("in the first half of 2026 (1 offer), 3");
  expect(yearlyInWords(history)).toContain("New models are not cheaper");
  expect(changesInWords([])).toBe("No price change is recorded.");
});
