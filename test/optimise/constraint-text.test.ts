import {describe, expect, it} from "vitest";
import {
  forcedWords,
  limitName,
  physicalWords,
  reachWords,
  worthWords,
  type PlanLimit
} from "../../lib/optimise/index.js";

const usd = (value: number): string => `${value} USD`;

describe("words of limits", () => {
  it("a limit is named as it is entered", () => {
    expect(limitName({limit: "power", key: "virginia", year: "2028"})).toBe("power[virginia,2028]");
    expect(limitName({limit: "capital", key: "", year: "2028"})).toBe("capital[2028]");
    expect(limitName({limit: "carbon", key: "", year: ""})).toBe("carbon");
  });
  it("one more of it is worth money, a month where it is rented out by the month", () => {
    expect(worthWords({worth: 5, worth_unit: "USD/MW-month"}, usd)).toBe("one more MW is worth 5 USD a month");
    expect(worthWords({worth: 5, worth_unit: "USD/tCO2e"}, usd)).toBe("one more tCO2e is worth 5 USD");
  });
  it("that holds up to a bound; for no more, where several limits bind at once", () => {
    expect(reachWords({worth: 5, bound: 1, to: 2}, String)).toBe("up to 2");
    expect(reachWords({worth: 5, bound: 1, to: 1}, String)).toBe("for no more: another constraint binds there, too");
    expect(reachWords({worth: 5, bound: 1, to: Infinity}, String)).toBe("");
    expect(reachWords({worth: 0, bound: 1, to: 2}, String)).toBe("");
  });
  it("water is worth what the power earns that it cools", () => {
    const of = (limit: "water" | "power", used: number, worth: number): PlanLimit => ({
      ...{limit, key: "texas", year: "2028", unit: "", worth_unit: "", used, bound: used, worth, from: 0, to: used}
    });
    const [water, power] = [of("water", 500, 40), of("power", 2, 0)];
    const as = {usd, number: String};
    expect(physicalWords(water, [water, power], as)).toBe(
      "1,000 m³ more a month would cool 4 MW more; that is 10000 USD per MW and month"
    );
    expect([physicalWords(power, [water, power], as), physicalWords(water, [water], as)]).toEqual(["", ""]);
  });
  it("initial orders arrive, needed or not", () => {
    const act = (action: "receive" | "sell", quantity: number, year = "2027") => ({
      ...{year, site: "a", region: "b", kind: "c", action, quantity, unit: "GPU" as const, amount: 10, power: 0}
    });
    expect(forcedWords([act("receive", 1000.4), act("sell", 7.83)], "2027", usd)).toBe(
      "1,000 accelerators ordered before the plan arrive in 2027 and are paid for (10 USD), needed or not; " +
        "8 accelerators that demand does not need are sold."
    );
    expect(forcedWords([act("receive", 5), act("sell", 5, "2028")], "2027", usd)).toBe("");
  });
});
