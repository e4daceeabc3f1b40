import {describe, expect, it} from "vitest";
import {limitName, reachWords, worthWords} from "../../lib/optimise/index.js";

const usd = (value: number): string => `${value} USD`;

describe("words of limits", () => {
  it("a limit is named as it is typed", () => {
    expect(limitName({limit: "power", key: "virginia", year: "2028"})).toBe("power[virginia,2028]");
    expect(limitName({limit: "capital", key: "", year: "2028"})).toBe("capital[2028]");
    expect(limitName({limit: "carbon", key: "", year: ""})).toBe("carbon");
  });
  it("one more of it is worth money, a month where it is rented out by the month", () => {
    expect(worthWords({worth: 5, worth_unit: "USD/MW-month"}, usd)).toBe("one more MW is worth 5 USD a month");
    expect(worthWords({worth: 5, worth_unit: "USD/tCO2e"}, usd)).toBe("one more tCO2e is worth 5 USD");
  });
  it("that holds up to a bound; at most, where several limits bind at once", () => {
    expect(reachWords({worth: 5, bound: 1, to: 2}, String)).toBe("up to 2");
    expect(reachWords({worth: 5, bound: 1, to: 1}, String)).toBe("at most");
    expect(reachWords({worth: 5, bound: 1, to: Infinity}, String)).toBe("");
    expect(reachWords({worth: 0, bound: 1, to: 2}, String)).toBe("");
  });
});
