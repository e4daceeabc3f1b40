import type {DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {beforeAll, describe, expect, it} from "vitest";
import {gridOfArrow} from "../../src/components/database/arrow.js";
import {describing, exactQuery, readingOf} from "../../src/components/database/exact-query.js";
import {uniqueNames} from "../../src/components/database/unique-names.js";
import {cell} from "../../src/components/words/format.js";
import {csv} from "../../lib/export/csv.js";
import type {GridColumn} from "../../src/components/figure/grid.js";
import {memoryDuckdb} from "./memory-duckdb.js";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await memoryDuckdb();
});

describe("a value of DuckDB is shown and saved as it is", () => {
  it.each([
    ["time of day", "TIME '12:34:56'", "12:34:56"],
    ["timestamp", "TIMESTAMP '2026-01-01 13:45:10'", "2026-01-01 13:45:10"],
    ["nanoseconds", "TIMESTAMP_NS '2026-01-01 00:00:00.123456789'", "2026-01-01 00:00:00.123456789"],
    ["timestamp with zone", "TIMESTAMPTZ '2026-01-01 00:30:00+02'", "2025-12-31 22:30:00+00"],
    ["interval", "INTERVAL 14 MONTH", "1 year 2 months"],
    ["blob", "'abc'::BLOB", "abc"],
    ["blob that is no text", "'\\x00\\xFF'::BLOB", "\\x00\\xFF"],
    ["list", "['a', NULL]", "[a, NULL]"],
    ["struct", "{'a': 1, 'b': INTERVAL 1 DAY}", "{'a': 1, 'b': 1 day}"],
    ["map", "MAP {'a': 1}", "{a=1}"],
    ["date", "DATE '2026-01-02'", "2026-01-02"],
    ["endless date", "DATE 'infinity'", "infinity"],
    ["date before our era", "DATE '0044-03-15 (BC)'", "0044-03-15 (BC)"],
    ["text", "'2026-01-02'", "2026-01-02"],
    ["truth", "true", "true"]
  ])("%s", (_, sql, text) => {
    const {values} = column(`SELECT ${sql} AS x`);
    expect(cell(values[0])).toBe(text);
    expect(csv({columns: [{name: "x", values}]})).toMatch(new RegExp(`^x\n"?${text.replace(/[^\w ]/g, "\\$&")}"?\n$`));
  });
  it.each([
    ["9007199254740993::BIGINT", "9007199254740993"],
    ["(-9223372036854775808)::BIGINT", "-9223372036854775808"],
    ["170141183460469231731687303715884105727::HUGEINT", "170141183460469231731687303715884105727"],
    ["12345678901234567.89::DECIMAL(19, 2)", "12345678901234567.89"],
    ["9007199254740991::BIGINT", 9007199254740991],
    ["1.10::DECIMAL(18, 2)", 1.1],
    ["-0.05::DECIMAL(18, 2)", -0.05],
    ["sum(i) FROM range(10) AS t(i)", 45],
    ["NULL::BIGINT", null]
  ])("SELECT %s is %j: a double, or text where no double is it", (sql, value) => {
    expect(column(`SELECT ${sql}`).values).toEqual([value]);
  });
  it("keeps the order of the query, and its comments", () => {
    expect(column("SELECT i FROM range(4) AS t(i) ORDER BY i DESC; -- from 3").values).toEqual([3, 2, 1, 0]);
  });
  it("gives equal names different ones", () => {
    expect(columns("SELECT 1 AS x, 2 AS X, 3 AS x_1").map(({name}) => name)).toEqual(["x", "X_1", "x_1_1"]);
    expect(uniqueNames(["a", "a", "a"])).toEqual(["a", "a_1", "a_2"]);
  });
});

describe("a query opens nothing but the model's tables", () => {
  it.each([
    "SELECT * FROM read_parquet('https://example.com/x.parquet')",
    "SELECT * FROM read_csv('https://example.com/x.csv')",
    "SELECT * FROM 'https://example.com/x.csv'",
    "SELECT * FROM read_json('https://example.com/x.json')",
    "ATTACH 'https://example.com/x.db'",
    "COPY (SELECT 1) TO 'x.csv'",
    "LOAD icu",
    "SET enable_external_access = true",
    "SET autoload_known_extensions = true"
  ])("%s is refused", (sql) => {
    expect(() => connection.query(sql)).toThrow(/exists in the|disabled|locked/);
  });
});

function columns(text: string): GridColumn[] {
  const told = connection.query(describing(text)).toArray() as {column_name: string; column_type: string}[];
  const described = told.map(({column_name: name, column_type: type}) => ({name, type}));
  const readings = described.map(({type}) => readingOf(type));
  return gridOfArrow(connection.query(exactQuery(text, described)), readings).columns;
}

function column(text: string): GridColumn {
  return columns(text)[0]!;
}
