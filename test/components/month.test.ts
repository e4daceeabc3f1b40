import {expect, test} from "vitest";
import {monthName} from "../../src/components/words/month.js";

test.each(["2026-12", "2026-12-01", new Date("2026-12-01")])("%s has a name", (month) =>
  expect(monthName(month)).toBe("December 2026")
);

test("what is not a month stays as it is", () => expect(monthName("none")).toBe("none"));
