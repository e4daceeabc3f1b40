import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {print, type Expression} from "../../lib/sheet/expression.js";
import {
  define,
  evaluate,
  mathematics,
  model,
  tableBuilder,
  type Callable,
  type Run,
  type SheetFunction
} from "../../lib/sheet/index.js";
import {numeric} from "../sheet/expressions.js";
import {disagreements} from "../export/agreement.js";
import {cellsInDuckdb} from "../export/duckdb.js";
import {disagreementsInOffice, office} from "./libreoffice.js";

const functions = {
  ...mathematics,
  hypotenuse: define("1", ["1", "1"], "A function of its own.", (a, b) => Math.sqrt(a * a + b * b)),
  share: define("1", ["1", "1"], "Another.", (part, whole) => (whole === 0 ? 0 : part / whole))
} satisfies Record<string, SheetFunction>;

/** Whole numbers and halves: programs round comparisons and powers of other numbers differently. */
const cells = [0, 1, -1, 0.5, -2.5, 3, 40, null];

const expressions = numeric({
  columns: ["a", "b"],
  parameters: ["p", "missing"],
  numbers: fc.constantFrom(0, 1, 2, 0.5, -1, -3, 10),
  functions: {
    max: [1, 3],
    min: [1, 3],
    abs: [1, 1],
    sqrt: [1, 1],
    floor: [1, 1],
    ceil: [1, 1],
    exp: [1, 1],
    log: [1, 1],
    hypotenuse: [2, 2],
    share: [2, 2]
  }
});

/** Formulas of two columns and two parameters, each a column of a table with one row per pair of cells. */
function runOf(formulas: readonly Expression[]): Run {
  const table = tableBuilder<object, Callable<typeof functions>>();
  const parameter = table<Record<string, number>>(
    "parameter",
    "Scalars.",
    ({input}) => ({
      p: input("1", "A number"),
      missing: input("1", "A number that nobody knows")
    }),
    {single: true}
  );
  const rows = table<Record<string, number>>("t", "Pairs of cells.", ({input, formula}) => ({
    a: input("1", "One"),
    b: input("1", "Another"),
    ...Object.fromEntries(formulas.map((e, i) => [`f${i}x`, formula("1", print(e), arrow(e))]))
  }));
  const pairs = cells.flatMap((a) => cells.map((b) => [a, b] as const));
  const inputs = {
    parameter: {keys: ["parameter"], columns: {p: {values: [7]}, missing: {values: [null]}}},
    t: {
      keys: pairs.map((_, i) => `row-${i}`),
      columns: {a: {values: pairs.map(([a]) => a)}, b: {values: pairs.map(([, b]) => b)}}
    }
  };
  return evaluate(model([parameter, rows], parameter, functions), inputs);
}

/** A formula as a person would write it. */
function arrow(e: Expression): () => number {
  const text = `({a, b}, parameter, {${Object.keys(functions).join(", ")}}) => ${print(e)}`;
  return Object.assign(() => NaN, {toString: () => text});
}

const run = runOf(fc.sample(expressions, {numRuns: 400, seed: 2026}));

describe("any formula means the same, missing where it is missing", () => {
  it("in DuckDB", async () => expect(disagreements(run, await cellsInDuckdb(run))).toEqual([]));
  it.skipIf(office === undefined)("in a workbook", async () => expect(await disagreementsInOffice(run)).toEqual([[]]));
});
