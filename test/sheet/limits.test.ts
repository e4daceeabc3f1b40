import {describe, expect, it} from "vitest";
import {ensemble, evaluate, explain, overrideFormulas, resolve} from "../../lib/sheet/index.js";
import {limits} from "../../lib/sheet/limits.js";
import {fiveRows, inputs, list} from "./five-rows.js";

const COLUMN = "cluster.mine";
const mine = (text: string) => overrideFormulas(fiveRows, [{column: COLUMN, text: `[1] ${text}`}]);
const message = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was thrown";
};

describe("a function takes as many arguments as it declares", () => {
  it.each([
    ["max()", "max takes 1 to 255 values, not 0"],
    ["min()", "min takes 1 to 255 values, not 0"],
    ["sqrt()", "sqrt takes 1 value, not 0"],
    ["sqrt(1, 2)", "sqrt takes 1 value, not 2"],
    ["abs(1, 2)", "abs takes 1 value, not 2"],
    ["exp()", "exp takes 1 value, not 0"],
    ["log(8, 2)", "log takes 1 value, not 2"],
    ["floor()", "floor takes 1 value, not 0"],
    ["ceil(1, 2)", "ceil takes 1 value, not 2"],
    ["known(c.count)", "known takes 2 values, not 1"],
    ["known()", "known takes 2 values, not 0"]
  ])("%s", (text, problem) => {
    const [first, drawn] = message(() => mine(text)).split("\n");
    expect(first).toBe(`${COLUMN}: ${problem}`);
    expect(drawn).toBe(`  ${text}`);
  });
  it("max of 256 values is refused, in a shortened line", () =>
    expect(message(() => mine(`max(${"1,".repeat(255)}1)`))).toBe(
      [`${COLUMN}: max takes 1 to 255 values, not 256`, `  max(${"1,".repeat(58)}…`, `  ${"~".repeat(121)}`].join("\n")
    ));
  it("one value is enough for max", () => expect(list(evaluate(mine("max(2)"), inputs), COLUMN)).toEqual([2, 2, 2]));
});

describe("a formula beyond a limit is refused in one sentence that names the cell and the limit", () => {
  const most = "the limit is 64 parentheses, calls, choices and signs; split it among columns";
  const deep = `${COLUMN}: the formula is nested too deeply: ${most}`;
  const long = (count: string): string =>
    `${COLUMN}: the formula has ${count} characters: the limit is 8,192 characters; split it among columns`;
  const terms = (count: string): string =>
    `${COLUMN}: the formula has ${count} terms: the limit is 500 terms; split it among columns`;
  it.each([
    ["3,000 terms", `1${" + 1".repeat(2999)}`, long("11,997")],
    ["3,000 short terms", `1${"+1".repeat(2999)}`, terms("3,000")],
    ["501 terms", `1${"+1".repeat(500)}`, terms("501")],
    ["501 powers", `1${"**1".repeat(500)}`, terms("501")],
    ["100,001 values", `max(1${",1".repeat(100_000)})`, long("200,006")],
    ["2,000 choices", `${"c.count>0*c.count?1:".repeat(2000)}2`, long("40,001")],
    ["65 choices", `${"1>0?1:".repeat(65)}2`, deep],
    ["65 parentheses", `${"(".repeat(65)}1${")".repeat(65)}`, deep],
    ["4,000 parentheses", `${"(".repeat(4000)}1${")".repeat(4000)}`, deep],
    ["8,000 signs", `${"!".repeat(8000)}1`, deep],
    ["65 calls", `${"abs(".repeat(65)}1${")".repeat(65)}`, deep],
    ["1,000 arrows", `${"a=>".repeat(499)}a`, `${COLUMN}: arrow function expression is not allowed in a formula`]
  ])("%s", (_, text, problem) => {
    const [first, ...drawing] = message(() => mine(text)).split("\n");
    expect(first).toBe(problem);
    expect(Math.max(...drawing.map((line) => line.length), 0)).toBeLessThan(130);
  });
  it("formulas of more columns than a scenario may add", () =>
    expect(
      message(() =>
        overrideFormulas(
          fiveRows,
          Array.from({length: limits.formulas + 1}, (_, i) => ({column: `cluster.c${i}`, text: "[1] 1"}))
        )
      )
    ).toBe("formulas: a scenario may have 1,000, got 1,001"));
});

describe("a formula at the limits is computed, in a run and in draws, and explained", () => {
  const nested = (open: string, close: string, core: string): string =>
    `${open.repeat(limits.formulaDepth)}${core}${close.repeat(limits.formulaDepth)}`;
  it.each([
    ["500 terms", `1${"+1".repeat(499)}`, 500],
    ["500 terms of columns", `c.count / c.count${"+c.count/c.count".repeat(249)}`, 250],
    ["500 powers", `1${"**1".repeat(499)}`, 1],
    ["255 values", `max(1${",1".repeat(253)},7)`, 7],
    ["64 parentheses", nested("(1+", ")", "1"), 65],
    ["64 calls", nested("abs(", ")", "3"), 3],
    ["64 choices", `${"0>1?5:".repeat(64)}6`, 6],
    ["64 parentheses around 400 terms", nested("(", ")", `1${"+1".repeat(399)}`), 400]
  ])("%s", (_, text, value) => {
    const model = mine(text);
    const run = evaluate(model, inputs);
    expect(list(run, COLUMN)).toEqual([value, value, value]);
    expect(explain(run, {...resolve(run, "cluster[east].mine"), month: 0}).value).toBe(value);
    const draws = ensemble(model, inputs, {only: [COLUMN], uncertain: ["cluster.count"], block: 2});
    draws.run(() => undefined);
    expect(draws.slab(COLUMN).rows).toBe(3);
  });
});

describe("a new column's name", () => {
  const named = (name: string) =>
    message(() => overrideFormulas(fiveRows, [{column: `cluster.${name}`, text: "[1] 1"}]));
  it.each(["__proto__", "_mine", "1st", "a".repeat(65)])("%s is refused", (name) =>
    expect(named(name)).toBe(
      `cluster.${name}: the name of a new column must start with a letter and have at most 64 characters`
    )
  );
  it.each(["constructor", "a".repeat(64)])("%s is a name like any other", (name) =>
    expect(named(name)).toBe("nothing was thrown")
  );
});

describe("a message never repeats a long text whole", () => {
  const long = "x".repeat(200_000);
  it.each<[what: string, attempt: () => unknown]>([
    ["an unknown table", () => overrideFormulas(fiveRows, [{column: `${long}.a`, text: "[1] 1"}])],
    ["an unknown column", () => mine(`c.${"x".repeat(8000)}`)],
    ["an unknown function", () => mine(`${"x".repeat(8000)}(1)`)],
    ["a bare name", () => mine("x".repeat(8000))],
    ["an unknown unit", () => overrideFormulas(fiveRows, [{column: COLUMN, text: `[${long}] 1`}])],
    ["a new column without a unit", () => overrideFormulas(fiveRows, [{column: COLUMN, text: long}])],
    ["an address", () => resolve({model: fiveRows, inputs}, long)],
    ["a row", () => resolve({model: fiveRows, inputs}, `cluster[${long}].count`)]
  ])("%s", (_, attempt) => {
    const lines = message(attempt).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(350);
  });
});
