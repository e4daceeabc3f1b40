// @vitest-environment jsdom
import {expect, it} from "vitest";
import {projectTerms} from "../../lib/finance/terms.js";
import {termFields, typedTerms} from "../../src/pages/invest/term-fields.js";

const inputs = Object.fromEntries(projectTerms.map(({column}) => [column, {values: [1]}]));

it("every term without a slider has a field in its group", () => {
  const form = termFields(inputs, ["count", "debt_share"]);
  const shown = [...form.querySelectorAll("fieldset")].map((group) => [
    group.querySelector("legend")!.textContent,
    group.querySelectorAll("label").length
  ]);
  const groups = [...new Set(projectTerms.map(({group}) => group))];
  const inGroup = (name: string): number =>
    projectTerms.filter(({group, column}) => group === name && column !== "count" && column !== "debt_share").length;
  expect(shown).toEqual(groups.map((group) => [group, inGroup(group)]));
});

it("what is typed sets its column, and a cost of capital stands alone", () => {
  expect(typedTerms({power_price: "72.5 USD/MWh", cost_of_capital: "11%", pue: ""})).toEqual({
    start_power_price: 0.0725,
    cost_of_capital: 0.11,
    capital_premium: 0
  });
});
