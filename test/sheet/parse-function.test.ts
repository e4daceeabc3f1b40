import {describe, expect, it} from "vitest";
import {functions} from "../../lib/model/functions.js";
import {mathematics} from "../../lib/sheet/functions.js";
import {print} from "../../lib/sheet/expression.js";
import {parseFunction} from "../../lib/sheet/parse.js";

const printed = (evaluate: (...values: number[]) => number): string | undefined => {
  const parsed = parseFunction(evaluate);
  return parsed && `(${parsed.parameters.join(", ")}) ${print(parsed.expression)}`;
};

describe("a function of numbers is read as an expression", () => {
  it.each<[what: string, evaluate: (...values: number[]) => number, text: string | undefined]>([
    ["an arrow", (a, b) => a / Math.sqrt(b), "(a, b) a / sqrt(b)"],
    ["a choice", (a) => (a > 0 ? a ** 2 : -a), "(a) a > 0 ? a ** 2 : -a"],
    ["Math.PI", (r) => 2 * Math.PI * r, `(r) 2 * ${Math.PI} * r`],
    [
      "a function with one return",
      function area(r) {
        return r ** 2;
      },
      "(r) r ** 2"
    ],
    [
      "not one with a statement more",
      (a) => {
        const b = a;
        return b;
      },
      undefined
    ],
    ["not one that reads what is outside", (a) => a * Date.now(), undefined],
    ["not one of many values", (...all) => all[0]!, undefined],
    ["not a function of the language itself", Math.hypot, undefined]
  ])("%s", (_, evaluate, text) => expect(printed(evaluate)).toBe(text));
  it("all of the model's own except the queue search", () => {
    const algorithms = Object.entries(functions).filter(
      ([name, {evaluate}]) => !parseFunction(evaluate) && !(name in mathematics)
    );
    expect(algorithms.map(([name]) => name)).toEqual(["queue_utilisation"]);
  });
});
