import {beforeAll, describe, expect, test} from "vitest";
import {QueryError} from "../../../src/components/database/query-error.js";
import {bound} from "../../../src/components/notebook/bound.js";
import {setting} from "../../../src/components/notebook/input-value.js";
import type {InputCell} from "../../../src/components/notebook/notebook.js";
import {shownValue, textValues} from "../../../src/components/notebook/text-values.js";
import {markdownText, tsvText} from "../../../src/components/result/copied.js";
import type {Engine} from "../../../src/components/result/engine.js";
import {run} from "../../../src/components/result/run.js";
import {summaries} from "../../../src/components/result/summaries.js";
import {meanings} from "../../../src/components/result/units.js";
import {markdown} from "../../../src/pages/sql/markdown.js";
import {memoryEngine} from "../memory-duckdb.js";

let engine: Engine;
beforeAll(async () => {
  engine = await memoryEngine();
});

const summed = async (query: string) => summaries(engine, (await run(engine, query, {table: "result", model: []}))!);

describe("a column's summary", () => {
  test("counts missing and distinct values, and has minimum, maximum and ranges that cover all", async () => {
    const [summary] = await summed("SELECT i::DOUBLE AS x FROM range(160) t(i) UNION ALL SELECT NULL");
    expect(summary).toMatchObject({nulls: 1, distinct: 160, least: "0.0", greatest: "159.0"});
    expect(summary!.parts.map(({count}) => count)).toEqual(Array.from({length: 16}, () => 10));
  });

  test("of texts has the most frequent values, in order of appearance for ties", async () => {
    const [summary] = await summed("FROM (VALUES ('b'), ('it''s'), ('b'), ('a'), ('c'), ('d'), ('')) t(x)");
    expect(summary!.parts).toMatchObject([
      {label: "b", count: 2},
      {label: "", count: 1},
      {label: "a", count: 1},
      {label: "c", count: 1}
    ]);
  });

  test.each([
    "SELECT (random() * 100)::DECIMAL(9, 3) AS x FROM range(500)",
    "SELECT i % 7 AS x FROM range(100) t(i)",
    "SELECT 3 AS x FROM range(5)",
    "SELECT DATE '2026-01-01' + i::INTEGER AS x FROM range(400) t(i)",
    "SELECT TIMESTAMP '2026-01-01' + INTERVAL (i) HOUR AS x FROM range(400) t(i)",
    "SELECT chr(97 + (i % 3)::INTEGER) || '''' AS x FROM range(20) t(i)",
    "SELECT [i % 2] AS x FROM range(20) t(i)",
    "FROM (VALUES ('nan'::DOUBLE), ('inf'::DOUBLE), (1), (2)) t(x)"
  ])("%s: the condition of each part holds for as many rows as it says", async (query) => {
    const [summary] = await summed(query);
    expect(summary!.parts.length).toBeGreaterThan(0);
    for (const {condition, count} of summary!.parts) {
      const found = await engine.rows(`SELECT CAST(count(*) AS VARCHAR) AS n FROM result WHERE ${condition}`);
      expect(Number(found.getChild("n")!.get(0)), condition).toBe(count);
    }
  });

  test.each([
    "MAP {'a': 1}",
    "union_value(n := 1)",
    "'x'::ENUM ('x', 'y')",
    "'101'::BIT",
    "'a'::BLOB",
    "'00000000-0000-0000-0000-000000000001'::UUID",
    "TIMETZ '01:02:03+02'",
    "TIMESTAMP_NS '2026-01-01 00:00:00.123456789'",
    "TIMESTAMPTZ '2026-01-01 00:00:00+00'",
    "170141183460469231731687303715884105727::HUGEINT",
    "'infinity'::DATE",
    "DATE '0044-03-15 (BC)'",
    "[{'x': [1]}]",
    "1.10::DECIMAL(5, 2)",
    "true"
  ])("is there for %s, twice and beside NULL", async (value) => {
    const [summary] = await summed(`FROM (VALUES (${value}), (NULL), (${value})) t(x)`);
    expect(summary).toMatchObject({nulls: 1, distinct: 1});
    for (const {condition} of summary!.parts) await engine.rows(`SELECT 1 FROM result WHERE ${condition}`);
  });

  test("of many rows estimates the number of distinct values, and counts the frequent ones exactly", async () => {
    const [text, number] = await summed(
      "SELECT CASE WHEN i % 4 = 0 THEN 'often' ELSE 'x' || i END AS t, i FROM range(200000) r(i)"
    );
    expect(text!.parts[0]).toMatchObject({label: "often", count: 50_000});
    expect(text).toMatchObject({isAbout: true});
    expect(number!.distinct).toBeGreaterThan(150_000);
    expect(number!.distinct).toBeLessThanOrEqual(200_000);
  });

  test("exists for a column without values, and of any type", async () => {
    const all = await summed("SELECT NULL::DOUBLE AS a, NULL::VARCHAR AS b, {'x': 1} AS c, INTERVAL 1 DAY AS d");
    expect(all.map(({parts}) => parts.length)).toEqual([0, 0, 1, 1]);
  });
});

describe("inputs", () => {
  const input = (control: Partial<InputCell>): InputCell =>
    ({kind: "input", name: "x", label: "", ...control}) as InputCell;

  test.each([
    [input({control: "slider", min: 0, max: 1, step: 1, value: 0.25}), "DOUBLE", "0.25"],
    [input({control: "text", value: "'; DROP TABLE t; --"}), "VARCHAR", "'; DROP TABLE t; --"],
    [input({control: "month", value: "2026-12"}), "DATE", "2026-12-01"]
  ])("%j is a value of its type, whatever it holds", async (cell, type, text) => {
    await engine.rows(setting(cell));
    const row = await engine.rows(
      `SELECT typeof(v) AS t, CAST(v AS VARCHAR) AS v FROM (SELECT ${bound("$x").text} AS v)`
    );
    expect([row.getChild("t")!.get(0), row.getChild("v")!.get(0)]).toEqual([type, text]);
  });

  test("an error after an input points into the original query", () => {
    const query = "SELECT $x, 'ü$x', nowhere FROM t WHERE $x";
    const {text, asWritten} = bound(query);
    const bytes = (part: string): number => new TextEncoder().encode(part).length;
    const error = new QueryError("", bytes(text.slice(0, text.indexOf("nowhere"))));
    expect((asWritten(error) as QueryError).position).toBe(bytes(query.slice(0, query.indexOf("nowhere"))));
  });
});

describe("values in a text", () => {
  test.each([
    ["${offers.price}", "(SELECT price FROM offers LIMIT 1 OFFSET 0)"],
    ["${offers[2].full | 3}", '(SELECT "full" FROM offers LIMIT 1 OFFSET 2)'],
    ["${count(offers)}", "(SELECT count(*) FROM offers)"],
    ["${max(a.x where y < 0)}", "(SELECT max(x) FROM a WHERE (y < 0\n))"],
    ["${$busy | percent}", "$busy"]
  ])("%s", (text, sql) => {
    expect(textValues(text)).toMatchObject([{sql}]);
  });

  test.each(["${alert(1)}", "${offers}", "${sum(offers)}", "${a.b.c}", "${a.b | wide}", "${a.b; c}"])(
    "%s is refused",
    (text) => {
      expect(() => textValues(text)).toThrow(/is not a value|unknown format/);
    }
  );

  test.each([
    ["0.4567", "percent", "45.7\u202f%"],
    ["1234.567", 3, "1,235"],
    ["2026-12-01", "month", "December 2026"],
    ["text", undefined, "text"],
    [null, 3, "–"]
  ] as const)("%s as %s is %s", (text, format, shown) => {
    expect(shownValue(text, format)).toBe(shown);
  });

  test("are embedded in Markdown, in which nothing runs", () => {
    const html = markdown(
      '# T\n**${a.b}** <b onclick="x">${c.d}</b> [x](javascript:x) ![i](http://x)',
      new Map([["a.b", "<1>"]])
    );
    expect(html).toContain('<strong><span class="notebook-value">&lt;1&gt;</span></strong>');
    expect(html).toContain("&lt;b onclick");
    expect(html).not.toMatch(/<b |<img|href="javascript/);
  });
});

test("units come from the tables' columns, not from what a query computes", () => {
  const column = (name: string, unit: string) => ({name, unit, type: "number" as const, description: name});
  const tables = [
    {name: "a", description: "", rows: 1, columns: [column("price", "USD"), column("x", "1"), column("y", "MW")]},
    {name: "b", description: "", rows: 1, columns: [column("x", "h")]}
  ];
  const columns = ["price", "x", "y", "z"].map((name) => ({name, type: "DOUBLE"}));
  const units = meanings("SELECT a.price, b.x, 2 * y AS y, z FROM a JOIN b USING (k)", columns, tables);
  expect(units.map((meaning) => meaning?.unit)).toEqual(["USD", undefined, undefined, undefined]);
});

test("rows are copied as tabs and as Markdown", () => {
  const columns = [
    {name: "a|b", type: "VARCHAR"},
    {name: "n", type: "BIGINT"}
  ];
  const texts = [
    ["x\ty", null],
    ["1", "2"]
  ];
  expect(tsvText({columns}, texts)).toBe("a|b\tn\nx y\t1\n\t2\n");
  expect(markdownText({columns}, texts)).toBe("| a\\|b | n |\n| --- | --- |\n| x y | 1 |\n|  | 2 |\n");
});
