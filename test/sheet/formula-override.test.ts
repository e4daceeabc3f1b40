import {describe, expect, it} from "vitest";
import {overrideFormulas, DefinitionError, evaluate, InputError} from "../../lib/sheet/index.js";
import {fiveRows, inputs, list} from "./five-rows.js";

const FUNCTIONS = "functions: min, max, abs, floor, ceil, exp, log, sqrt, known";
const changed = (column: string, text: string) =>
  evaluate(overrideFormulas(fiveRows, [{column, text}]), inputs, {months: 2});

describe("overrideFormulas(model, formulas)", () => {
  it("replaces a column's formula, in its unit, for all dependents", () => {
    const run = changed("cluster.power", "2 * c.count * c.board_power");
    expect(list(run, "cluster.power", 1)).toEqual([200, 40, 10]);
    expect(list(run, "market.biggest_power", 1)).toEqual([200]);
  });
  it("adds a column, in the unit in brackets", () => {
    const run = changed("cluster.power_per_gpu", "[W/GPU] c.power / c.count");
    expect(list(run, "cluster.power_per_gpu")).toEqual([1000, 500, 500]);
  });
  it("replaces inputs", () =>
    expect(list(changed("cluster.added", "0.5 * c.count / p.step"), "cluster.size", 1)).toEqual([150, 60, 15]));
  it("sees parameters and functions", () =>
    expect(list(changed("cluster.rent", "max(c.energy_cost, 0)"), "cluster.rent")).toEqual(
      list(evaluate(fiveRows, inputs), "cluster.energy_cost")
    ));
  it("accepts the names of printed formulas: bare columns, parameters with their table", () =>
    expect(list(changed("cluster.power", "count * board_power * parameter.step / p.step"), "cluster.power")).toEqual(
      list(changed("cluster.power", "c.count * c.board_power"), "cluster.power")
    ));
  it("leaves the model unchanged", () => {
    changed("cluster.power", "0 * c.count * c.board_power");
    expect(list(evaluate(fiveRows, inputs), "cluster.power")).toEqual([100, 20, 5]);
  });
  it("of nothing is the model itself", () => expect(overrideFormulas(fiveRows, [])).toBe(fiveRows));
});

describe("overrideFormulas refuses, with place and reason", () => {
  const refused: [why: string, column: string, text: string, message: RegExp | string][] = [
    [
      "a wrong unit",
      "cluster.rent",
      "c.power",
      /^cluster\.rent: unit mismatch: the formula gives .*, the column has USD/
    ],
    [
      "an unknown name",
      "cluster.power",
      "count * board_powr",
      /unknown column "board_powr"[\s\S]*did you mean board_power\?/
    ],
    [
      "an unknown column",
      "cluster.power",
      "c.board_powr",
      /unknown column "board_powr"[\s\S]*did you mean board_power\?/
    ],
    ["a statement", "cluster.power", "c.count; alert(1)", 'cluster.power: ";" does not fit here'],
    ["what leaves its place", "cluster.power", "c.count) => (c.count", 'cluster.power: ")" does not fit here'],
    ["a call of anything else", "cluster.power", "alert(c.count)", 'cluster.power: unknown function "alert"'],
    ["a function of a value", "cluster.power", "c.count.toFixed(2)", 'unknown function "c.count.toFixed"'],
    ["a cycle", "cluster.power", "c.power", /cluster\.power → cluster\.power/],
    ["a new column without a unit", "cluster.twice", "2 * c.count", "cluster.twice: a new column needs its unit first"],
    ["an unknown table", "clutser.power", "1", 'unknown table "clutser"'],
    [
      "a cell",
      "cluster[east].power",
      "1",
      "cluster[east].power: formulas apply to whole columns\n  use table.column without a row"
    ]
  ];
  it.each(refused)("%s", (_, column, text, message) =>
    expect(() => overrideFormulas(fiveRows, [{column, text}])).toThrow(message)
  );
  const drawn: [why: string, text: string, problem: string, piece: string, hints?: string][] = [
    ["what ends too early", "c.count *", "the formula ends too early", ""],
    ["a name without its end", "p.", "the formula ends too early", ""],
    ["an open parenthesis", "2 * (c.count", "the formula ends too early", ""],
    ["nothing", "", "the formula is empty: enter an expression, such as c.column * 2", ""],
    ["two operators", "c.count + * 2", '"*" does not fit here', "*"],
    ["a text without its end", 'c.site === "owned', "Unterminated string constant", '"'],
    ["the row itself", "2 * c", "use c.column, p.parameter or a function call", "c"],
    ["brackets", 'c["count"]', "use c.column", 'c["count"]'],
    ["a unit that does not fit", "c.count + 2", "unit mismatch: cannot combine 1 with GPU (GPU)", "2"],
    ["an unknown function", "SUM(c.count)", 'unknown function "SUM"', "SUM", FUNCTIONS],
    [
      "a function in capitals",
      "2 * MAX(c.count, 1)",
      'unknown function "MAX"',
      "MAX",
      `did you mean max?\n${FUNCTIONS}`
    ]
  ];
  it.each(drawn)("%s, underlined in the formula", (_, text, problem, piece, hints) => {
    const start = piece === "" ? text.length : text.lastIndexOf(piece);
    const lines = text === "" ? [] : [`  ${text}`, `  ${" ".repeat(start)}${"~".repeat(piece.length || 1)}`];
    const message = [`cluster.power: ${problem}`, ...lines, ...(hints === undefined ? [] : [hints])].join("\n");
    expect(() => overrideFormulas(fiveRows, [{column: "cluster.power", text}])).toThrow(new DefinitionError(message));
  });
  it("invalid places as input errors", () =>
    expect(() => overrideFormulas(fiveRows, [{column: "nowhere", text: "1"}])).toThrow(InputError));
});
