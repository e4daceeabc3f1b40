// @vitest-environment jsdom
import {expect, it} from "vitest";
import {projectTerms} from "../../lib/finance/terms.js";
import {showAssumed, termFields} from "../../src/pages/invest/term-fields.js";

const inputs = Object.fromEntries(projectTerms.map(({column}) => [column, {values: [1]}]));

const groupsOf = (form: HTMLElement) =>
  [...form.querySelectorAll("fieldset")].map((group) => [
    group.querySelector("legend")!.textContent,
    group.querySelectorAll("label").length
  ]);

it("every column without a slider has one field: the most important first, the rest by group", () => {
  const form = termFields(inputs, []);
  const front = [...form.querySelectorAll(":scope > label")].map((label) => label.textContent.trim());
  expect(front.map((text) => text.replace(/ *USD.*/, ""))).toEqual([
    ...["Power price", "GPU-hour price today", "Price change a year"],
    ...["Cost of capital, real", "Cost of equity, real"]
  ]);
  const inFront = ["start_power_price", "on_demand_price", "price_drift", "cost_of_capital", "required_return"];
  const groups = [...new Set(projectTerms.map(({group}) => group))];
  const inGroup = (name: string): number =>
    new Set(projectTerms.flatMap(({group, column}) => (group === name && !inFront.includes(column) ? [column] : [])))
      .size;
  expect(groupsOf(form)).toEqual(groups.map((group) => [group, inGroup(group)]));
});

it("the rest is folded away until the address sets one of them", () => {
  const isOpen = () => termFields(inputs, []).querySelector("details")!.open;
  history.replaceState(null, "", "?price_change=-20%25");
  expect(isOpen()).toBe(false);
  history.replaceState(null, "", "?pue=1.2");
  expect(isOpen()).toBe(true);
});

it("a logarithmic change of the price in the address is shown by the year", () => {
  history.replaceState(null, "", "?price_drift=-0.2231435513142097");
  const {price_change} = termFields(inputs, []).value;
  expect(Number.parseFloat(price_change!)).toBeCloseTo(-20, 9);
});

it("empty fields follow the project's site and hardware", () => {
  history.replaceState(null, "", "?");
  const form = termFields(inputs, []);
  showAssumed(form, {...inputs, start_power_price: {values: [0.0707]}});
  expect(form.querySelector<HTMLInputElement>("[data-term=power_price]")!.placeholder).toBe("0.0707");
});
