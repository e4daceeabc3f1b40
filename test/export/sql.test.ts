import {describe, expect, it} from "vitest";
import {sqlModel} from "../../lib/export/sql/index.js";
import {define, mathematics, model, tableBuilder, type Callable} from "../../lib/sheet/index.js";
import {fiveRows, inputs, runFiveRows} from "../sheet/five-rows.js";
import {disagreements} from "./agreement.js";
import {memory, SqlModel} from "./duckdb.js";

const script = sqlModel({model: fiveRows, inputs, start: "2026-12", months: 3}, ["Scenario: test"]);

describe("a model as SQL", () => {
  it.each([
    ["inputs are a table", "  (0, 'east', 'big', 'owned', 100, 10),"],
    ["a lookup is a join", "LEFT JOIN fixed.accelerator_1 AS gpu_row ON gpu_row.key = r.gpu"],
    ["a rollup is a group", "total(s.count) AS installed\n  FROM input.cluster AS s GROUP BY s.gpu"],
    ["a formula is an expression, in the column's unit", "finite(r.installed * r.tdp * 0.001e0) AS draw"],
    ["a division by zero is missing", "finite(r.energy_cost / nonzero(r.size)) AS cost_per_gpu"],
    ["a test that is missing chooses nothing", "CASE 0 < p.month WHEN true THEN"],
    [
      "a text is compared with a text",
      "CASE r.site = 'colocated' WHEN true THEN r.energy_cost / 2 WHEN false THEN 0 END"
    ],
    ["previous is last month's row", "CASE WHEN clock.month = 0 THEN r.count ELSE last.size END AS last_size"],
    ["argmax is the first of the greatest", "first(s.key ORDER BY s.power DESC, s.row)"],
    ["units and sentences are comments", "COMMENT ON COLUMN cluster.power IS 'What the boards draw [kW]';"],
    ["the head says what it is", "-- Scenario: test\n"]
  ])("%s", (_, text) => expect(script).toContain(text));
  it("has one view per table, with all its columns", async () => {
    const database = await memory();
    await database.run(script);
    const columns = async (table: string): Promise<string[]> =>
      (await database.runAndReadAll(`FROM ${table}`)).columnNames();
    for (const table of fiveRows.tables)
      expect(await columns(table.name)).toEqual(expect.arrayContaining(["key", ...Object.keys(table.columns)]));
    expect((await database.runAndReadAll("FROM cluster")).currentRowCount).toBe(9);
  });
  it("follows a change of an input, in all months", async () => {
    const changed = runFiveRows({"cluster.added": [10, 5, null], "accelerator.tdp": [0, 700]}, 3);
    const sql = await SqlModel.of(runFiveRows({}, 3));
    expect(disagreements(changed, await sql.cells(changed))).toEqual([]);
  });
  it("refuses a function that is an unknown algorithm", () => {
    const functions = {...mathematics, search: define("1", ["1"], "A search.", search)};
    const table = tableBuilder<object, Callable<typeof functions>>();
    const parameter = table<{a: number; b: number}>("parameter", "Scalars.", ({input, formula}) => ({
      a: input("1", "A number"),
      b: formula("1", "Found", (p, _, f) => f.search(p.a))
    }));
    const start = {
      inputs: {parameter: {keys: ["parameter"], columns: {a: {values: [1]}}}},
      start: "2026-12",
      months: 1
    };
    expect(() => sqlModel({model: model([parameter], parameter, functions), ...start})).toThrow(
      "search: is an algorithm, which SQL does not know\nwrite its body as one expression"
    );
  });
});

function search(a: number): number {
  let found = 0;
  while (found < a) found += 1;
  return found;
}
