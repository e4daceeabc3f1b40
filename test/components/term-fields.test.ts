// @vitest-environment jsdom
import {expect, it} from "vitest";
import {projectTerms} from "../../lib/finance/terms.js";
import {termFields} from "../../src/pages/invest/term-fields.js";

const inputs = Object.fromEntries(projectTerms.map(({column}) => [column, {values: [1]}]));

it("every column without a slider has a field in its group, and one only", () => {
  const form = termFields(inputs, []);
  const shown = [...form.querySelectorAll("fieldset")].map((group) => [
    group.querySelector("legend")!.textContent,
    group.querySelectorAll("label").length
  ]);
  const groups = [...new Set(projectTerms.map(({group}) => group))];
  const inGroup = (name: string): number =>
    new Set(projectTerms.flatMap(({group, column}) => (group === name ? [column] : []))).size;
  expect(shown).toEqual(groups.map((group) => [group, inGroup(group)]));
});
