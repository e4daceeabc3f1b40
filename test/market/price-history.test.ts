import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {EDITION} from "../../data-loaders/run/price-data.js";
import {tokenPriceEvents} from "../../data-loaders/run/price-history.js";
import {loadProject} from "../../data-loaders/run/project.js";
import {priceHistory, type RecordedPrice, type TokenPrice} from "../../lib/market/index.js";
import {root} from "../../scripts/paths.js";

const edition = {name: "1.0", published: "2026-09-23"};
const listed = (input: number, output: number, from = "", changes: Partial<TokenPrice> = {}): TokenPrice => ({
  ...{seller: "a", model: "m", cached_input: null, cache_write: null},
  ...{input, output, from},
  ...changes
});
const recorded = (from: string, input: number, output: number, subject = "Update prices"): RecordedPrice => ({
  ...listed(input, output, from),
  ...{commit: "c", subject}
});
const other: RecordedPrice = {...recorded("2025-06-22", 1, 1), model: "first of the data"};
const stepsOf = (course: readonly RecordedPrice[], now: readonly TokenPrice[]) =>
  priceHistory([other, ...course], now, edition)
    .filter(({model}) => model === "m")
    .map(({from, step, until}) => [from, step, until]);

describe("priceHistory", () => {
  it("holds each price until the next, the last until the data were published", () => {
    const course = [recorded("2025-09-01", 1, 4), recorded("2026-01-01", 0.5, 2)];
    expect(stepsOf(course, [listed(0.5, 2)])).toEqual([
      ["2025-09-01", "first", "2026-01-01"],
      ["2026-01-01", "cut", "2026-09-23"]
    ]);
    const [, cut] = priceHistory(course, [listed(0.5, 2)], edition);
    expect(cut!.change).toBe(-0.5);
  });
  it("adds what the installed data have after the last record, and leaves the end open where they list none", () => {
    const course = [recorded("2025-09-01", 1, 4)];
    expect(stepsOf(course, [listed(2, 4)])).toEqual([
      ["2025-09-01", "first", "2026-09-23"],
      ["2026-09-23", "rise", "2026-09-23"]
    ]);
    expect(stepsOf(course, [])).toEqual([["2025-09-01", "first", ""]]);
    expect(stepsOf([], [listed(2, 4)])).toEqual([["2026-09-23", "first", "2026-09-23"]]);
  });
  it("takes the day that the data state for one that was recorded about then", () => {
    const course = [recorded("2026-07-09", 1, 6), recorded("2026-08-02", 0.2, 1.2)];
    expect(stepsOf(course, [listed(1, 6), listed(0.2, 1.2, "2026-07-30")])).toEqual([
      ["2026-07-09", "first", "2026-07-30"],
      ["2026-07-30", "cut", "2026-09-23"]
    ]);
  });
  it("keeps a price to come, and the one before the first known day", () => {
    expect(stepsOf([recorded("2026-08-01", 1, 4)], [listed(1, 4), listed(2, 8, "2027-01-01")])).toEqual([
      ["2026-08-01", "first", "2026-09-23"],
      ["2027-01-01", "rise", ""]
    ]);
    expect(stepsOf([recorded("2025-08-01", 2, 8)], [listed(10, 40), listed(2, 8, "2025-06-10")])).toEqual([
      ["", "first", "2025-06-10"],
      ["2025-06-10", "cut", "2026-09-23"]
    ]);
  });
  it("a price of cached tokens that is added is no cut", () => {
    const course = [recorded("2025-09-01", 1, 4), {...recorded("2026-01-01", 1, 4), cached_input: 0.1}];
    expect(stepsOf(course, [listed(1, 4, "", {cached_input: 0.1})]).map(([, step]) => step)).toEqual([
      "first",
      "cache"
    ]);
  });
  it.each([
    ["in the first 30 days of the data", [recorded("2025-06-22", 2, 6), recorded("2025-07-04", 0.5, 2)]],
    ["that its commit calls one", [recorded("2025-09-01", 2, 6), recorded("2025-12-01", 1, 3, "Groq prices fixes")]],
    ["by a power of ten", [recorded("2025-09-01", 2, 6), recorded("2025-12-01", 0.002, 6)]]
  ])("a change %s is a correction", (_, course) => {
    const {input, output} = course.at(-1)!;
    expect(stepsOf(course, [listed(input, output)]).map(([, step]) => step)).toEqual(["first", "correction"]);
  });
  it("a price that lasts at most 30 days is an error, as is its end; one that lasts longer is none", () => {
    const course = (end: string) => [recorded("2025-09-01", 2, 6), recorded("2025-12-01", 1, 6), recorded(end, 2, 6)];
    const steps = (end: string) => stepsOf(course(end), [listed(2, 6)]).map(([, step]) => step);
    expect(steps("2025-12-20")).toEqual(["first", "correction", "correction"]);
    expect(steps("2026-02-01")).toEqual(["first", "cut", "rise"]);
  });
});

describe("the history of the price data", () => {
  const {dependencies} = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {dependencies: object};
  it("ends with the installed edition", () =>
    expect(dependencies).toHaveProperty("@pydantic/genai-prices", EDITION.name));
  it("has every offer's prices in order of their days, each with its commit", () => {
    const events = tokenPriceEvents(loadProject());
    const wrong = events.filter((event, i) => {
      const before = events[i - 1];
      const follows = before?.seller === event.seller && before.model === event.model;
      return event.commit === "" || (event.step === "first") === follows || (follows && event.from < before.from);
    });
    expect(wrong).toEqual([]);
    expect(events.filter(({step}) => step === "cut").length).toBeGreaterThan(10);
  });
});
