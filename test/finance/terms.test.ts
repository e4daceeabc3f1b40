import {describe, expect, it} from "vitest";
import {numericTerms, projectTerms, typedTerm, typedTerms} from "../../lib/finance/index.js";

const term = (name: string) => projectTerms.find((one) => one.name === name)!;

it("every number of a project is a term once, and price changes are typed by the year, too", () => {
  const columns = projectTerms.filter(({name}) => name !== "price_change").map(({column}) => column);
  expect(columns.sort()).toEqual([...numericTerms].sort());
});

describe("what is typed", () => {
  it.each([
    ["count", "4,096", "count", 4096],
    ["unit_price", "35k", "unit_price", 35_000],
    ["debt_share", "70%", "debt_share", 0.7],
    ["loan_rate", "9 %", "loan_rate", 0.09],
    ["power_price", "72.5 USD/MWh", "start_power_price", 0.0725],
    ["price", "3", "on_demand_price", 3],
    ["price_change", "-20%", "price_drift", Math.log(0.8)],
    ["price_change", "\u221220 %", "price_drift", Math.log(0.8)],
    ["price_change", "-95%", "price_drift", Math.log(0.05)],
    ["cost_of_equity", "12%", "required_return", 0.12]
  ])("%s %s sets %s to %f", (name, text, column, value) => {
    const [set, to] = typedTerm(term(name), text, name);
    expect(set).toBe(column);
    expect(to).toBeCloseTo(value, 12);
  });
  it.each([
    ["debt_share", "much", '--debt-share: "much" is not a number\n  write a number, such as 20% or 1.5M (share)'],
    ["debt_share", "120%", "--debt-share: 120% is not a valid value\n  write a number from 0 and below 1 (share)"],
    ["price_change", "-100%", "--price-change: -100 % a year would leave no price\n  write -99% or more"],
    [
      "loan_rate",
      "9",
      "--loan-rate: 9 is not a valid value\n  write a number above -0.05 to 0.5 (1/yr), such as 0.1 or 10%"
    ],
    ["loan_rate", "8,2x", '--loan-rate: "8,2x" is not a number']
  ])("%s %s is refused", (name, text, message) =>
    expect(() => typedTerm(term(name), text, `--${name.replaceAll("_", "-")}`)).toThrow(message)
  );
});

it("a cost of capital that is typed stands alone; two texts for one column are refused", () => {
  const typed: Record<string, string> = {power_price: "72.5 USD/MWh", cost_of_capital: "11%", pue: ""};
  expect(typedTerms(({name}) => typed[name])).toEqual({
    start_power_price: 0.0725,
    cost_of_capital: 0.11,
    capital_premium: 0
  });
  const twice: Record<string, string> = {price_change: "-20%", price_drift: "0.1"};
  expect(() => typedTerms(({name}) => twice[name])).toThrow("price_drift: price_drift is set by another term");
});
