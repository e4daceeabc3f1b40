import {describe, expect, it} from "vitest";
import {amend, evaluate, InputError} from "../../lib/sheet/index.js";
import {fiveRows, inputs, list} from "./five-rows.js";

const changed = (column: string, text: string) => evaluate(amend(fiveRows, [{column, text}]), inputs, {months: 2});

describe("amend(model, amendments)", () => {
  it("replaces a column's formula, in its unit, for all that read it", () => {
    const run = changed("cluster.power", "2 * c.count * c.board_power");
    expect(list(run, "cluster.power", 1)).toEqual([200, 40, 10]);
    expect(list(run, "market.biggest_power", 1)).toEqual([200]);
  });
  it("adds a column, in the unit in brackets", () => {
    const run = changed("cluster.power_per_gpu", "[W/GPU] c.power / c.count");
    expect(list(run, "cluster.power_per_gpu")).toEqual([1000, 500, 500]);
  });
  it("replaces what was typed in", () =>
    expect(list(changed("cluster.added", "0.5 * c.count / p.step"), "cluster.size", 1)).toEqual([150, 60, 15]));
  it("sees parameters and functions", () =>
    expect(list(changed("cluster.rent", "max(c.energy_cost, 0)"), "cluster.rent")).toEqual(
      list(evaluate(fiveRows, inputs), "cluster.energy_cost")
    ));
  it("leaves the model as it was", () => {
    changed("cluster.power", "0 * c.count * c.board_power");
    expect(list(evaluate(fiveRows, inputs), "cluster.power")).toEqual([100, 20, 5]);
  });
  it("of nothing is the model itself", () => expect(amend(fiveRows, [])).toBe(fiveRows));
});

describe("amend refuses, and says where and why", () => {
  const refused: [why: string, column: string, text: string, message: RegExp | string][] = [
    [
      "a wrong unit",
      "cluster.rent",
      "c.power",
      /^cluster\.rent: unit mismatch: the formula gives .*, the column says USD/
    ],
    [
      "an unknown column",
      "cluster.power",
      "c.board_powr",
      /unknown column "board_powr"[\s\S]*did you mean board_power\?/
    ],
    ["what is no expression", "cluster.power", "c.count *", /cluster\.power: a formula must be an arrow function/],
    ["a statement", "cluster.power", "c.count; alert(1)", /cluster\.power/],
    ["a call of anything else", "cluster.power", "alert(c.count)", /alert/],
    ["a cycle", "cluster.power", "c.power", /cluster\.power → cluster\.power/],
    ["a new column without a unit", "cluster.twice", "2 * c.count", "cluster.twice: a new column needs its unit first"],
    ["an unknown table", "clutser.power", "1", 'unknown table "clutser"'],
    ["a cell", "cluster[east].power", "1", "a formula holds for a whole column: write table.column"]
  ];
  it.each(refused)("%s", (_, column, text, message) =>
    expect(() => amend(fiveRows, [{column, text}])).toThrow(message)
  );
  it("bad places as errors of input", () =>
    expect(() => amend(fiveRows, [{column: "nowhere", text: "1"}])).toThrow(InputError));
});
