import {ESLint, Linter} from "eslint";
import {describe, expect, it} from "vitest";

const eslint = new ESLint();
const linter = new Linter();
const names = ["no-restricted-properties", "no-restricted-syntax", "no-eval", "no-new-func"];

/** The rules violated by code in a file of the project. */
async function broken(file: string, code: string): Promise<(string | null)[]> {
  const {rules = {}} = (await eslint.calculateConfigForFile(file)) as {rules?: Linter.RulesRecord};
  const own = Object.fromEntries(names.flatMap((name) => (rules[name] ? [[name, rules[name]]] : [])));
  return linter.verify(code, {rules: own}).map(({ruleId}) => ruleId);
}

describe("lib raises to a power by its own function, the same on every version of Node", () => {
  it.each([
    ["x ** 2", "no-restricted-syntax"],
    ["x **= 2", "no-restricted-syntax"],
    ["Math.pow(x, 2)", "no-restricted-properties"],
    ["const {pow} = Math", "no-restricted-properties"],
    ["() => Math['pow']", "no-restricted-properties"]
  ])("%s is refused", async (code, rule) => {
    expect(await broken("lib/finance/npv.ts", code)).toEqual([rule]);
    expect(await broken("data-loaders/run/plan.ts", code)).toEqual([rule]);
  });
  it("formulas are read by the parser", async () =>
    expect(await broken("lib/model/segment.ts", 'formula("1", "A square", (s) => s.x ** 2)')).toEqual([]));
  it("the function itself may ask the language", async () =>
    expect(await broken("lib/sheet/power.ts", "Math.pow(x, 2) + 2 ** 27")).toEqual([]));
});

describe("no code is generated from text", () => {
  it.each([
    ["new Function('return 1')", "no-new-func"],
    ["Function('return 1')", "no-new-func"],
    ["eval('1')", "no-eval"]
  ])("%s", async (code, rule) => {
    for (const file of [
      "lib/sheet/kernel.ts",
      "src/components/live/session.ts",
      "data-loaders/run/plan.ts",
      "cli/run.ts"
    ])
      expect(await broken(file, code), file).toEqual([rule]);
  });
});
