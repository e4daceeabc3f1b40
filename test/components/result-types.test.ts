import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {tableFromIPC} from "apache-arrow";
import {parquetReadObjects} from "hyparquet";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {arrowStreamOf} from "../../src/components/own/arrow-stream.js";
import {arrowFile} from "../../src/components/result/arrow-file.js";
import {csvFile} from "../../src/components/result/csv-file.js";
import {duckType, withLeaves} from "../../src/components/result/duck-type.js";
import type {Engine} from "../../src/components/result/engine.js";
import {jsonFile} from "../../src/components/result/json-file.js";
import {kept, keeping, texts, type Kept} from "../../src/components/result/kept.js";
import {parquetFile} from "../../src/components/result/parquet-file.js";
import {memoryDuckdb, memoryEngine} from "./memory-duckdb.js";

let engine: Engine;
let native: DuckDBConnection;
const folder = mkdtempSync(`${tmpdir()}/result-`);
beforeAll(async () => {
  engine = await memoryEngine();
  native = await (await DuckDBInstance.create()).connect();
});
afterAll(() => rmSync(folder, {recursive: true}));

/** A type's values as SQL; their text on screen; their JSON; their types in Parquet, as DuckDB reads it, and Arrow. */
type Case = [type: string, values: string[], screen: string[], json: string[], parquet: string, arrow: string];

const BIG = "170141183460469231731687303715884105727";
const cases: Case[] = [
  ["BOOLEAN", ["true"], ["true"], ["true"], "BOOLEAN", "Bool"],
  ["TINYINT", ["-128"], ["-128"], ["-128"], "TINYINT", "Int8"],
  ["SMALLINT", ["-5"], ["-5"], ["-5"], "SMALLINT", "Int16"],
  ["UTINYINT", ["250"], ["250"], ["250"], "UINTEGER", "Uint8"],
  ["UINTEGER", ["4294967295"], ["4294967295"], ["4294967295"], "UINTEGER", "Uint32"],
  ["BIGINT", ["9223372036854775807"], ["9223372036854775807"], ["9223372036854775807"], "BIGINT", "Int64"],
  ["UBIGINT", ["18446744073709551615"], ["18446744073709551615"], ["18446744073709551615"], "UBIGINT", "Uint64"],
  ["HUGEINT", ["-12"], ["-12"], ['"-12"'], "DECIMAL(38,0)", "Decimal[38e0]"],
  ["HUGEINT", [BIG], [BIG], [`"${BIG}"`], "VARCHAR", "Utf8"],
  ["DECIMAL(5,2)", ["1.10", "-0.05"], ["1.10", "-0.05"], ['"1.10"', '"-0.05"'], "DECIMAL(5,2)", "Decimal[5e+2]"],
  ["FLOAT", ["0.1"], ["0.1"], ["0.1"], "FLOAT", "Float32"],
  [
    "DOUBLE",
    ["0.1", "'nan'::DOUBLE", "'infinity'", "'-infinity'", "'-0'"],
    ["0.1", "nan", "inf", "-inf", "-0.0"],
    ["0.1", '"NaN"', '"Infinity"', '"-Infinity"', "-0.0"],
    "DOUBLE",
    "Float64"
  ],
  ["VARCHAR", ["''", "'a,\"b'"], ["", 'a,"b'], ['""', '"a,\\"b"'], "VARCHAR", "Utf8"],
  ["BLOB", ["'a\\x00\\xFF\\x5C'"], ["a\\x00\\xFF\\x5C"], ['"YQD/XA=="'], "BLOB", "Binary"],
  ["BIT", ["'0101'"], ["0101"], ['"0101"'], "VARCHAR", "Utf8"],
  [
    "UUID",
    ["'12345678-1234-1234-1234-123456789abc'"],
    ["12345678-1234-1234-1234-123456789abc"],
    ['"12345678-1234-1234-1234-123456789abc"'],
    "UUID",
    "Utf8"
  ],
  ["ENUM('a', 'b')", ["'b'"], ["b"], ['"b"'], "VARCHAR", "Dictionary<Uint8, Utf8>"],
  [
    "DATE",
    ["'2026-02-28'", "'1600-02-29'", "'0044-03-15 (BC)'"],
    ["2026-02-28", "1600-02-29", "0044-03-15 (BC)"],
    ['"2026-02-28"', '"1600-02-29"', '"0044-03-15 (BC)"'],
    "DATE",
    "Date32<DAY>"
  ],
  ["DATE", ["'infinity'", "'-infinity'"], ["infinity", "-infinity"], ['"infinity"', '"-infinity"'], "DATE", "Utf8"],
  ["TIME", ["'01:02:03.5'"], ["01:02:03.5"], ['"01:02:03.5"'], "TIME", "Time64<MICROSECOND>"],
  ["TIME WITH TIME ZONE", ["'01:02:03+02'"], ["01:02:03+02"], ['"01:02:03+02"'], "VARCHAR", "Utf8"],
  [
    "TIMESTAMP",
    ["'2026-11-28 13:14:15.123456'", "'0044-03-15 (BC) 01:02:03'"],
    ["2026-11-28 13:14:15.123456", "0044-03-15 (BC) 01:02:03"],
    ['"2026-11-28T13:14:15.123456"', '"0044-03-15 (BC) 01:02:03"'],
    "TIMESTAMP",
    "Timestamp<MICROSECOND>"
  ],
  [
    "TIMESTAMP_S",
    ["'1969-12-31 23:59:59'"],
    ["1969-12-31 23:59:59"],
    ['"1969-12-31T23:59:59"'],
    "TIMESTAMP",
    "Timestamp<SECOND>"
  ],
  [
    "TIMESTAMP_NS",
    ["'2026-11-28 13:14:15.123456789'"],
    ["2026-11-28 13:14:15.123456789"],
    ['"2026-11-28T13:14:15.123456789"'],
    "VARCHAR",
    "Timestamp<NANOSECOND>"
  ],
  [
    "TIMESTAMP WITH TIME ZONE",
    ["'2026-11-28 13:14:15+02'"],
    ["2026-11-28 11:14:15+00"],
    ['"2026-11-28T11:14:15Z"'],
    "TIMESTAMP WITH TIME ZONE",
    "Timestamp<MICROSECOND, UTC>"
  ],
  ["TIMESTAMP", ["'infinity'"], ["infinity"], ['"infinity"'], "TIMESTAMP", "Utf8"],
  [
    "INTERVAL",
    ["'14 months 2 days 3 seconds'"],
    ["1 year 2 months 2 days 00:00:03"],
    ['"1 year 2 months 2 days 00:00:03"'],
    "INTERVAL",
    "Interval<MONTH_DAY_NANO>"
  ],
  ["INTERVAL", ["'-1 month'"], ["-1 month"], ['"-1 month"'], "VARCHAR", "Interval<MONTH_DAY_NANO>"],
  ["INTEGER[]", ["[1, NULL, 3]", "[]"], ["[1, NULL, 3]", "[]"], ["[1,null,3]", "[]"], "INTEGER[]", "List<Int32>"],
  ["DECIMAL(3,1)[2]", ["[1.5, 2.0]"], ["[1.5, 2.0]"], ['["1.5","2.0"]'], "DECIMAL(3,1)[]", "List<Decimal[3e+1]>"],
  [
    'STRUCT(a BIGINT, "b c" VARCHAR[])',
    ["{'a': 9007199254740993, 'b c': ['x', '']}"],
    ["{'a': 9007199254740993, 'b c': [x, '']}"],
    ['{"a":9007199254740993,"b c":["x",""]}'],
    'STRUCT(a BIGINT, "b c" VARCHAR[])',
    "Struct<{a:Int64, b c:List<Utf8>}>"
  ],
  [
    "MAP(VARCHAR, TIME)",
    ["MAP {'k': TIME '01:00:00'}"],
    ["{k='01:00:00'}"],
    ['[["k","01:00:00"]]'],
    "MAP(VARCHAR, TIME)",
    "Map<{key:Utf8, value:Time64<MICROSECOND>}>"
  ]
];

describe("a value of each type", () => {
  let result: Kept;
  const most = Math.max(...cases.map(([, values]) => values.length));
  const rows = Array.from({length: most + 1}, (_, row) => row);
  const query = rows
    .map(
      (row) => `SELECT ${cases.map(([type, values], i) => `CAST(${values[row] ?? "NULL"} AS ${type}) AS c${i}`).join()}`
    )
    .join(" UNION ALL ");
  const screens = cases.map(([, , screen]) => rows.map((row) => screen[row] ?? null));
  beforeAll(async () => {
    result = await keep(query);
  });

  it("is on the screen as DuckDB has it", async () => {
    expect(await texts(engine, result)).toEqual(screens);
  });
  it("is in CSV as DuckDB writes it", async () => {
    await native.run(`COPY (${query}) TO '${folder}/x.csv' (HEADER)`);
    expect(await csvFile(engine, result)).toBe(readFileSync(`${folder}/x.csv`, "utf8"));
  });
  it("is in JSON with all its digits", async () => {
    const members = (row: number) => cases.map(([, , , json], i) => `"c${i}":${json[row] ?? "null"}`);
    const lines = rows.map((row) => `{${members(row).join()}}`);
    expect(await jsonFile(engine, result)).toBe(`[\n${lines.join(",\n")}\n]\n`);
  });
  it("is in Parquet of the same type, or text, for DuckDB", async () => {
    writeFileSync(`${folder}/x.parquet`, await parquetFile(engine, result));
    const items = cases.map((_, i) => `typeof(c${i}), CAST(c${i} AS VARCHAR)`);
    const read = await native.runAndReadAll(`SELECT ${items.join()} FROM '${folder}/x.parquet'`);
    const columns = cases.map(([, , , , type], i) => rows.flatMap((row) => [type, screens[i]![row]!]));
    expect(cases.map((_, i) => read.getRows().flatMap((row) => row.slice(2 * i, 2 * i + 2)))).toEqual(columns);
  });
  it("is in Arrow of the same type, or text", async () => {
    const table = tableFromIPC(await arrowFile(engine, result));
    expect(table.schema.fields.map(({type}) => String(type))).toEqual(cases.map(([, , , , , type]) => type));
    const held = cases.map((_, i) => table.numRows - (table.getChildAt(i)?.nullCount ?? 0));
    expect(held).toEqual(cases.map(([, values]) => values.length));
  });
  it("comes back from Arrow as it was", async () => {
    const connection = await memoryDuckdb();
    connection.insertArrowFromIPCStream(arrowStreamOf(await arrowFile(engine, result)), {name: "back", create: true});
    const items = cases.map((_, i) => `CAST(c${i} AS VARCHAR) AS c${i}`);
    const back = connection.query(`SELECT ${items.join()} FROM back`);
    const found = cases.map((_, i) => Array.from(back.getChildAt(i)!, (text) => text as string | null));
    expect(found).toEqual(screens);
  });
  it("is in Parquet that a reader without DuckDB opens, with as many values", async () => {
    const file = (await parquetFile(engine, result)).slice().buffer;
    // It knows no intervals.
    const known = cases.flatMap(([, values, , , type], i) => (type === "INTERVAL" ? [] : [{name: `c${i}`, values}]));
    const read = await parquetReadObjects({file, columns: known.map(({name}) => name)});
    expect(read.length).toBe(rows.length);
    const held = known.map(({name}) => read.filter((row) => (row[name] ?? null) !== null).length);
    expect(held).toEqual(known.map(({values}) => values.length));
    const first = (start: string): unknown => read[0]![`c${cases.findIndex(([type]) => type.startsWith(start))}`];
    expect(first("BIGINT")).toBe(9223372036854775807n);
    expect(first("VARCHAR")).toBe("");
    expect(first("STRUCT")).toEqual({a: 9007199254740993n, "b c": ["x", ""]});
  });
});

it("equal names of columns become x, X_1, x_1_1 in all files", async () => {
  const result = await keep("SELECT 1 AS x, 2 AS X, 3 AS x_1");
  expect(result.columns.map(({name}) => name)).toEqual(["x", "X_1", "x_1_1"]);
});

it("rows keep the order of the query, and are ordered by a column on request, missing ones last", async () => {
  const result = await keep("SELECT * FROM (VALUES (2), (NULL), (10)) t(i) ORDER BY i DESC NULLS LAST -- from 10");
  expect(await texts(engine, result)).toEqual([["10", "2", null]]);
  expect(await texts(engine, result, {by: {column: "i", descending: false}, from: 1, count: 2})).toEqual([
    ["10", null]
  ]);
});

it("a text that a spreadsheet would take for a formula has an apostrophe in CSV, an interval none", async () => {
  const result = await keep("SELECT '=1+1' AS a, INTERVAL '-1' DAY AS b");
  expect(await csvFile(engine, result)).toBe("a,b\n'=1+1,-1 day\n");
});

it("a type is read and written with other leaves", () => {
  const type = 'STRUCT(a INTEGER, "b ""c"", d" MAP(VARCHAR, DECIMAL(5,2)[])[], e ENUM(\'x)\', \'y\'))';
  expect(withLeaves(duckType(type), (name) => name)).toBe(
    'STRUCT("a" INTEGER, "b ""c"", d" MAP(VARCHAR, DECIMAL(5,2)[])[], "e" ENUM(\'x)\', \'y\'))'
  );
});

async function keep(query: string): Promise<Kept> {
  await engine.rows(`${keeping("result")}${query}\n)`);
  return kept(engine, "result");
}
