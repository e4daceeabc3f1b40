import {describe, expect, it} from "vitest";
import {DefinitionError} from "../../lib/sheet/index.js";
import {print} from "../../lib/sheet/expression.js";
import {parseFormula} from "../../lib/sheet/parse.js";

it("a method of a column is not a function", () =>
  expect(() => parse("(row) => row.code.substring(0, 2)")).toThrow(
    new DefinitionError(
      [
        "t.c: only functions of the formula's third parameter may be called",
        "  (row) => row.code.substring(0, 2)",
        "           ~~~~~~~~~~~~~~~~~~"
      ].join("\n")
    )
  ));

const notCallable = "only functions of the formula's third parameter may be called";
const notArrow = "a formula must be an arrow function";
const notOne = "a formula must be one expression";
const notLiteral = "a formula may contain only numbers and strings";
const notPlain = "parameters must be plain or destructured names";
const notSimple = "only simple destructuring is allowed";
const wayOut = "use row.column, p.parameter or a function call";

function notAllowed(what: string): string {
  return `${what} is not allowed in a formula`;
}

function notParameter(name: string): string {
  return `"${name}" is not a parameter of the formula: a formula may mention only its parameters`;
}

describe("anything not allowed is an error with the piece underlined", () => {
  it.each([
    ["this", "(row) => this.count", wayOut, "this.count"],
    ["new", "(row) => new Date(row.a)", notAllowed("new expression"), "new Date(row.a)"],
    ["template", "(row) => `${row.a}`", notAllowed("template literal"), "`${row.a}`"],
    ["tagged template", "(row) => f`x`", notAllowed("tagged template expression"), "f`x`"],
    ["assignment", "(row) => (row.a = 2)", notAllowed("assignment expression"), "row.a = 2"],
    ["update", "(row) => row.a++", notAllowed("update expression"), "row.a++"],
    ["optional chaining", "(row) => row?.a", notAllowed("chain expression"), "row?.a"],
    ["optional call", "(row, p, f) => f.max?.(1, 2)", notAllowed("chain expression"), "f.max?.(1, 2)"],
    ["computed member", '(row) => row["a"]', "use row.column", 'row["a"]'],
    ["member computed from a column", "(row) => row[row.a]", "use row.column", "row[row.a]"],
    ["computed function", '(row, p, f) => f["max"](1, 2)', notCallable, 'f["max"]'],
    ["closure", "(row) => row.a * rate", notParameter("rate"), "rate"],
    ["global function", "(row) => Math.max(row.a, 1)", notCallable, "Math.max"],
    ["unknown function", "(row) => max(row.a, 1)", notCallable, "max"],
    ["function as a transpiler imports it", "(row) => (0, mean)(row.a)", notCallable, "0, mean"],
    ["function of a function", "(row, p, f) => f.g.max(row.a)", notCallable, "f.g.max"],
    ["functions called as one", "(row, p, f) => f(row.a)", notCallable, "f"],
    ["column called", "(row) => row.a(1)", notCallable, "row.a"],
    ["arrow called", "(row) => (() => row.a)()", notCallable, "() => row.a"],
    ["nested arrow", "(row) => () => row.a", notAllowed("arrow function expression"), "() => row.a"],
    [
      "getter through two dots",
      "(row) => row.gpu.tdp",
      "a formula reads its own row only: define a lookup column for the other table's value",
      "row.gpu.tdp"
    ],
    ["spread", "(row, p, f) => f.max(...row.a)", notAllowed("spread element"), "...row.a"],
    ["array", "(row) => [row.a, row.b]", notAllowed("array expression"), "[row.a, row.b]"],
    ["object", "(row) => ({...row})", notAllowed("object expression"), "{...row}"],
    ["sequence", "(row) => (row.a, row.b)", notAllowed("sequence expression"), "row.a, row.b"],
    ["import", '(row) => import("fs")', notAllowed("import expression"), 'import("fs")'],
    ["regular expression", "(row) => /a/", notLiteral, "/a/"],
    ["big integer", "(row) => 10n", notLiteral, "10n"],
    ["null", "(row) => null", notLiteral, "null"],
    ["true, which must be a comparison", "(row) => true", notLiteral, "true"],
    ["??", "(row) => row.a ?? 0", "?? is not allowed: a missing value stays missing; use known(a, b)", "row.a ?? 0"],
    ["==", "(row) => row.a == 1", notAllowed("=="), "row.a == 1"],
    ["%", "(row) => row.a % 2", notAllowed("%"), "row.a % 2"],
    [">>", "(row) => row.a >> 1", notAllowed(">>"), "row.a >> 1"],
    ["in", '(row) => "a" in row.b', notAllowed("in"), '"a" in row.b'],
    ["typeof", "(row) => typeof row.a", notAllowed("typeof"), "typeof row.a"],
    ["void", "(row) => void row.a", notAllowed("void"), "void row.a"],
    ["the row itself", "(row) => row", wayOut, "row"],
    ["the parameters themselves", "(row, p) => p", wayOut, "p"],
    ["a function that is not called", "(row, p, {max}) => max", wayOut, "max"],
    ["arguments", "(row) => arguments[0]", "use row.column", "arguments[0]"],
    [
      "a fourth parameter",
      "(row, p, f, more) => row.a",
      "a formula takes (row, parameters, functions) and no more",
      "more"
    ],
    ["default parameter", "(row = 1) => row.a", notPlain, "row = 1"],
    ["rest parameter", "(...row) => row.a", notPlain, "...row"],
    ["array pattern", "([a]) => a", notPlain, "[a]"],
    ["nested pattern", "({a: {b}}) => b", notSimple, "a: {b}"],
    ["default in a pattern", "({a = 1}) => a", notSimple, "a = 1"],
    ["rest in a pattern", "({...rest}) => rest.a", notSimple, "...rest"],
    ["quoted name in a pattern", '({["a"]: b}) => b', notSimple, '["a"]: b'],
    ["computed name in a pattern", "({[a]: b}) => b", notSimple, "[a]: b"],
    ["async", "async (row) => await row.a", notArrow, "async (row) => await row.a"],
    ["await", "(row) => await row.a", `${notArrow} (SyntaxError: Unexpected token (1:16))`, "(row) => await row.a"],
    ["function", "function (row) { return row.a; }", notArrow, "function (row) { return row.a; }"],
    ["generator", "function* (row) { yield row.a; }", notArrow, "function* (row) { yield row.a; }"],
    [
      "method",
      "rate(row) { return row.a; }",
      `${notArrow} (SyntaxError: Unexpected token (1:11))`,
      "rate(row) { return row.a; }"
    ],
    ["statements", "(row) => { const a = row.a; return a; }", notOne, "{ const a = row.a; return a; }"],
    ["empty body", "(row) => {}", notOne, "{}"],
    ["empty return", "(row) => { return; }", notOne, "{ return; }"]
  ])("%s", (_, text, problem, piece) => {
    const start = text.lastIndexOf(piece);
    const drawing = [`t.c: ${problem}`, `  ${text}`, `  ${" ".repeat(start)}${"~".repeat(piece.length)}`].join("\n");
    expect(() => parse(text)).toThrow(new DefinitionError(drawing));
  });
  it("in a formula of many lines, the line is shown", () =>
    expect(() => parse("(row) =>\n  row.a +\n  row.gpu.tdp")).toThrow(/value\n {4}row\.gpu\.tdp\n {4}~{11}$/));
});

describe("the meaning of a formula", () => {
  it.each([
    ["(row) => row.a * row.b", "a * b"],
    ["(c, p) => c.a * p.b", "a * parameter.b"],
    ["({a, b}) => a - b", "a - b"],
    ["({a: x}, {b: y}) => x / y", "a / parameter.b"],
    ["(row, p, f) => f.max(row.a, 1)", "max(a, 1)"],
    ["(row, p, {max}) => max(row.a, 1)", "max(a, 1)"],
    ["(row, p, {max: m}) => m(row.a, 1)", "max(a, 1)"],
    ["(o,e,{max:t,min:n})=>t(o.a,n(e.b,1))", "max(a, min(parameter.b, 1))"],
    ["(row) => { return row.a; }", "a"],
    ["row => (((row.a)))", "a"],
    ["(row) => +row.a", "a"],
    ["(row) => -row.a", "-a"],
    ["(row) => -2", "-2"],
    ["(row) => !0", "!0"],
    ["(row) => !1", "!1"],
    ["(row) => row.a > 0 && row.b > 0 || !(row.c === 1) ? 1e3 : .5", "a > 0 && b > 0 || !(c === 1) ? 1000 : 0.5"],
    ["(row) => row.site === 'owned' ? 1 : 0", 'site === "owned" ? 1 : 0'],
    ["(row) => (-row.a) ** 2", "(-a) ** 2"]
  ])("%s is %s", (text, printed) => expect(print(parse(text).expression)).toBe(printed));
  it("every node knows its position in the text", () => {
    const {text, expression} = parse("(row) => row.a + row.b * 2");
    const right = expression.type === "arithmetic" ? expression.right : expression;
    expect(text.slice(right.start, right.end)).toBe("row.b * 2");
  });
});

function parse(text: string): ReturnType<typeof parseFormula> {
  return parseFormula(
    Object.assign(() => 0, {toString: () => text}),
    "t.c"
  );
}
