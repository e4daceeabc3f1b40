import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {names, print} from "../../lib/sheet/expression.js";
import {parseFormula} from "../../lib/sheet/parse.js";
import {bare, numeric} from "./expressions.js";

fc.configureGlobal({seed: 2026});

describe("print", () => {
  it("parse(print(e)) is e", () =>
    fc.assert(
      fc.property(expressions, (e) => {
        expect(bare(parse(print(e)))).toEqual(bare(e));
      }),
      {numRuns: 1000}
    ));
  it.each([
    ["a - (b - c)", "a - (b - c)"],
    ["(a - b) - c", "a - b - c"],
    ["a + (b + c)", "a + (b + c)"],
    ["a * (b / c)", "a * (b / c)"],
    ["a ** b ** c", "a ** b ** c"],
    ["(a ** b) ** c", "(a ** b) ** c"],
    ["-(a ** b)", "-(a ** b)"],
    ["-(-a)", "-(-a)"],
    ["(-2) ** a", "(-2) ** a"],
    ["a - -2", "a - -2"],
    ["(a > b ? a : b) * c", "(a > b ? a : b) * c"],
    ["a > b ? a : b > c ? b : c", "a > b ? a : b > c ? b : c"],
    ["(a > b || b > c) && c > 0 ? 1 : 0", "(a > b || b > c) && c > 0 ? 1 : 0"],
    ["max(a + b, -c)", "max(a + b, -c)"]
  ])("%s is printed as %s", (text, printed) => expect(print(parse(text))).toBe(printed));
});

describe("names", () => {
  it("are each given once, in reading order", () => {
    expect(names(parse("b * a + parameter.rate * b"), "column")).toEqual(["b", "a"]);
    expect(names(parse("b * a + parameter.rate * b"), "parameter")).toEqual(["rate"]);
  });
});

const expressions = numeric({
  columns: ["a", "b", "c"],
  parameters: ["rate"],
  numbers: fc.double({noNaN: true, noDefaultInfinity: true}).filter((n) => !Object.is(n, -0)),
  functions: {max: [1, 3], exp: [1, 1]}
});

function parse(text: string): ReturnType<typeof parseFormula>["expression"] {
  const arrow = `({a, b, c}, parameter, {max, exp}) => ${text}`;
  return parseFormula(
    Object.assign(() => 0, {toString: () => arrow}),
    "t.c"
  ).expression;
}
