import {beforeAll, beforeEach, describe, expect, test} from "vitest";
import {placeOf} from "../../src/components/database/query-error.js";
import type {Engine} from "../../src/components/result/engine.js";
import {texts} from "../../src/components/result/kept.js";
import {run} from "../../src/components/result/run.js";
import {memoryEngine} from "./memory-duckdb.js";

let engine: Engine;
beforeAll(async () => {
  engine = await memoryEngine();
});

test.each<[string, (string | null)[][] | undefined]>([
  ["SELECT 1 AS x; SELECT 2 AS x;", [["2"]]],
  ["CREATE TABLE own AS SELECT 5 AS x; FROM own", [["5"]]],
  ["CREATE VIEW seen AS FROM own", undefined],
  ["SELECT x FROM (DESCRIBE SELECT 1 AS a) AS t(x, y, z, u, v, w)", [["a"]]],
  ["INSERT INTO own VALUES (6), (7)", [["2"]]],
  ["WITH a AS (SELECT 3 AS x) SELECT x FROM a ORDER BY x", [["3"]]]
])("%s gives the last one's result", async (text, expected) => {
  const result = await run(engine, text, {table: "result", model: []});
  expect(result && (await texts(engine, result))).toEqual(expected);
});

test("an error in a later statement points into the whole text, and the previous result stays", async () => {
  const text = "SELECT 'ü' AS x;\nSELECT\n  nowhere";
  const failed = await run(engine, text, {table: "result", model: []}).catch((error: unknown) => error);
  expect(String(failed)).toMatch(/nowhere/);
  const place = placeOf(failed, text);
  expect(place && text.slice(place.from, place.to)).toBe("nowhere");
  expect((await engine.rows("FROM result")).numRows).toBe(1);
});

test("a misspelt name could mean a table of the model or another result", async () => {
  const options = {table: "result", model: ["cluster"], others: ["offers"]};
  await expect(run(engine, "FROM offer", options)).rejects.toThrow("did you mean offers?");
  await expect(run(engine, "FROM clusters", options)).rejects.toThrow("did you mean cluster?");
});

test("a table of the model can't be dropped", async () => {
  await expect(run(engine, "SELECT 1; DROP TABLE cluster", {table: "result", model: ["cluster"]})).rejects.toThrow(
    "DROP would change cluster"
  );
});

describe("tables of which a statement needs the rows", () => {
  const asked: string[] = [];
  const tables = {
    declare: async () => {
      await engine.rows("CREATE TABLE IF NOT EXISTS cluster (key VARCHAR, price DOUBLE)");
    },
    fill: async (statement: string) => {
      asked.push(statement.trim());
      await engine.rows("INSERT INTO cluster VALUES ('a', 1)");
    }
  };
  const ran = (text: string) => run(engine, text, {table: "result", model: ["cluster"], tables});
  beforeEach(() => {
    asked.length = 0;
  });

  test.each([
    ["SELECT * FORM cluster", "cluster", "Parser Error"],
    ["SELECT 'ü', nowhere FROM cluster", "nowhere", "Binder Error"],
    [
      `SELECT ${"price, ".repeat(300)}\n  ${"price + ".repeat(40)} strangely(price) FROM cluster`,
      "strangely",
      "Catalog Error"
    ],
    ["SELECT key FROM clusterr JOIN cluster USING (key)", "clusterr", "did you mean cluster?"],
    ["CREATE TABLE t AS SELECT 'ü', nowhere FROM cluster", "nowhere", "Binder Error"],
    ["INSERT INTO own SELECT nowhere FROM cluster", "nowhere", "Binder Error"],
    ["-- first\nWITH a AS (FROM cluster) SELECT nowhere FROM a", "nowhere", "Binder Error"]
  ])("are not loaded for %s, which says why", async (text, word, message) => {
    const error: unknown = await ran(text).catch((told: unknown) => told);
    expect(String(error)).toContain(message);
    const place = placeOf(error, text);
    expect(place && text.slice(place.from, place.to)).toBe(word);
    expect(String(error)).not.toMatch(/LINE|EXPLAIN/);
    expect(asked).toEqual([]);
  });

  test.each([
    "SELECT count(*) FROM cluster",
    "CREATE OR REPLACE TABLE t AS FROM cluster",
    "PIVOT cluster ON key USING sum(price)",
    "EXPLAIN FROM cluster",
    "SUMMARIZE cluster",
    "CREATE OR REPLACE MACRO f(x) AS x + 1",
    "WITH a AS (SELECT 1 AS x) FROM a"
  ])("are loaded for %s, which runs", async (text) => {
    await ran(text);
    expect(asked).toEqual([text]);
  });

  test("are loaded for the statements before the failing one", async () => {
    await expect(ran("SELECT 1 AS x; SELECT nowhere FROM cluster")).rejects.toThrow("nowhere");
    expect(asked).toEqual(["SELECT 1 AS x"]);
  });
});
