import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {DuckDBInstance} from "@duckdb/node-api";
import {parquetWriteBuffer} from "hyparquet-writer";
import {expect, test} from "vitest";
import {writeXlsx} from "hucre/xlsx";
import {delimitedRows, delimiterOf} from "../../src/components/own/delimited.js";
import {jsonColumns} from "../../src/components/own/json-columns.js";
import {headedColumns, headerOf, kindOf, textOf} from "../../src/components/own/own-file.js";
import {
  guessedReading,
  guessedSign,
  guessedType,
  isAmbiguous,
  misfits,
  PLAIN,
  read
} from "../../src/components/own/own-types.js";
import {parquetColumns} from "../../src/components/own/parquet-columns.js";
import {sheetsOf} from "../../src/components/own/sheets.js";
import {memoryEngine} from "./memory-duckdb.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["a,b\n1,2", "delimited"],
  ['\uFEFF {"a": 1}', "json"],
  ['[{"a": 1}]', "json"],
  ["[a],b\n1,2", "delimited"],
  ["[1, 2]", "json"],
  ['["a"]', "json"],
  ["[]", "json"],
  ["PAR1…", "parquet"],
  ["PK\u0003\u0004…", "xlsx"],
  ["ARROW1…", "arrow"]
])("the kind of %j is told by its content: %s", (text, kind) => {
  expect(kindOf(bytes(text))).toBe(kind);
});

test.each([
  ["a,b\n1,2", ","],
  ["a;b\n1,5;2,5", ";"],
  ["a\tb, c\n1\t2", "\t"],
  ["a|b\n1|2", "|"],
  ['a;b\n"x, y\nand, z";1,5\n"u\nv";2', ";"],
  ["Quotes, of November\n\nregion;price\niowa;1,5\nutah;2,5", ";"],
  ["one\n1", ","]
])("the cells of %j are parted by %j", (text, sign) => {
  expect(delimiterOf(text)).toBe(sign);
});

test("what is not UTF-8 is Windows-1252", () => {
  expect(textOf(Uint8Array.from([0xfc]))).toBe("ü");
  expect(textOf(bytes("€ü"))).toBe("€ü");
});

test("columns of CSV have names that differ, and quoted cells; an empty cell is missing", () => {
  expect(headedColumns(delimitedRows('\uFEFFa,A,\n"1,\n""x""",,3\n\n', ","))).toEqual([
    {name: "a", values: ['1,\n"x"']},
    {name: "A_1", values: [null]},
    {name: "column_3", values: ["3"]}
  ]);
});

test.each(['[{"a":1.0,"b":null},{"b":{"c":[true]}}]', '{"a":1.0,"b":null}\n\n{"b":{"c":[true]}}\n'])(
  "columns of %j are all that a row has",
  (text) => {
    const [a, b] = jsonColumns(text);
    expect(Number(a?.values[0])).toBe(1);
    expect(a?.values[1]).toBe(null);
    expect(b).toEqual({name: "b", type: 'STRUCT("c" BOOLEAN[])', values: [null, "{'c': ['true']}"]});
  }
);

test("columns of Parquet keep big integers, days and moments", async () => {
  const columnData = [
    {name: "big", data: [9007199254740993n], type: "INT64" as const},
    {name: "when", data: [new Date("2026-01-02T03:04:05Z")], type: "TIMESTAMP" as const},
    {name: "text", data: ["ü"], type: "STRING" as const}
  ];
  const columns = await parquetColumns(new Uint8Array(parquetWriteBuffer({columnData})));
  expect(columns.map(({values}) => values[0])).toEqual(["9007199254740993", "2026-01-02 03:04:05", "ü"]);
});

test.each([
  [["true", "FALSE"], "BOOLEAN"],
  [["1", "-9223372036854775808"], "BIGINT"],
  [["9223372036854775808", "-170141183460469231731687303715884105728"], "HUGEINT"],
  [["1234567890123456789012345678901234567890123"], "VARCHAR"],
  [["1.5", "inf", "-Infinity", "NaN"], "DOUBLE"],
  [["1e400"], "VARCHAR"],
  [["007"], "VARCHAR"],
  [["1", ".5", "1e-3", "1,234.5"], "DOUBLE"],
  [["2026-02-28", "1.3.2026"], "DATE"],
  [["2026-02-30"], "VARCHAR"],
  [["2026-02-28 12:00", "2026-03-01"], "TIMESTAMP"],
  [["1", "2", "n/a", "-"], "BIGINT"],
  [["1", "n/a", "n/a", "n/a"], "VARCHAR"],
  [["1", "two"], "VARCHAR"],
  [["−1 234,5", "1,5"], "VARCHAR"],
  [["12'345", "1 234.5", "+2"], "DOUBLE"],
  [["2026-12", "Dec 2026", "31 Dec 2026", "December 31, 2026", "2026/12/31"], "DATE"],
  [["31/12/2026", "1-2-2026"], "DATE"],
  [["12/31/2026"], "VARCHAR"],
  [["2026-11-28T13:14:15Z", "2026-11-28 13:14:15.123+0200", "31.12.2026 9:05"], "TIMESTAMP"],
  [["2026-11-28 25:00"], "VARCHAR"],
  [[null], "VARCHAR"]
])("%j are %s", (values, type) => {
  expect(guessedType(values, PLAIN)).toBe(type);
});

test("a comma is the decimal sign where a value decides it", () => {
  expect(guessedSign([null, "1,234", "1,5"])).toBe(",");
  expect(guessedSign(["1.234,50"])).toBe(",");
  expect(guessedSign(["1,234.50"])).toBe(".");
  expect(guessedSign(["1.234"])).toBe(".");
  expect(read("1.234,50", "DOUBLE", {...PLAIN, sign: ","})).toBe("1234.50");
});

test("names stand in the first line that is as full as most, behind a title", () => {
  const rows = delimitedRows("Quotes of November,,\n,,\nregion,price,seen\niowa,1,2\nutah,2,3\n", ",");
  expect(headerOf(rows)).toBe(3);
  expect(headedColumns(rows, 3).map(({name, values}) => [name, ...values])).toEqual([
    ["region", "iowa", "utah"],
    ["price", "1", "2"],
    ["seen", "2", "3"]
  ]);
});

test("a workbook's sheets are read, but for those without cells; days and fractions keep their values", async () => {
  const day = new Date("2026-12-31T00:00:00Z");
  const file = await writeXlsx({
    sheets: [
      {name: "Notes", rows: []},
      {
        name: "Quotes",
        rows: [
          ["region", "price", "seen", "firm"],
          ["iowa", 1234.5, day, true],
          ["utah", null, day, false]
        ]
      }
    ]
  });
  expect(kindOf(file)).toBe("xlsx");
  const sheets = await sheetsOf(file);
  expect(sheets.map(({name}) => name)).toEqual(["Quotes"]);
  const columns = headedColumns(sheets[0]!.rows);
  expect(columns.map(({values}) => guessedType(values, PLAIN))).toEqual(["VARCHAR", "DOUBLE", "DATE", "BOOLEAN"]);
  expect(columns.map(({values}) => values[0])).toEqual(["iowa", "1234.5", "2026-12-31", "true"]);
});

test.each([
  [["1.234"], true],
  [["1.234", "1.5"], false],
  [["12.5", "0.125"], false],
  [["1234"], false]
])("whether a sign parts thousands is doubtful for %j: %s", (values, isDoubtful) => {
  expect(isAmbiguous(values)).toBe(isDoubtful);
});

test("values that do not fit the type are listed", () => {
  expect(misfits(["1", null, "n/a"], "BIGINT", PLAIN)).toEqual(["n/a"]);
});

test.each([
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16le", []],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16be", []]
])("text in %s is read, with the mark %j before it", (encoding, mark) => {
  const codes = Array.from("a;ü\n1;2", (letter) => letter.charCodeAt(0));
  const pairs = codes.flatMap((code) => (encoding === "utf-16le" ? [code & 255, code >> 8] : [code >> 8, code & 255]));
  const file = Uint8Array.from([...mark, ...pairs]);
  expect(kindOf(file)).toBe("delimited");
  expect(delimitedRows(textOf(file), ";")).toEqual([
    ["a", "ü"],
    ["1", "2"]
  ]);
});

test("what Excel writes above the names is no row, and a sign too many no column", () => {
  expect(headedColumns(delimitedRows("sep=;\na;b;\n1;2;\n", ";")).map(({name}) => name)).toEqual(["a", "b"]);
});

test("dates are read in the order that a value reveals; if none does, the doubt is stated", () => {
  expect(guessedReading(["1/2/2026", "12/31/2026"])).toMatchObject({order: "month first", doubts: []});
  expect(guessedReading(["31/12/2026"])).toMatchObject({order: "day first", doubts: []});
  expect(guessedReading(["1/2/2026"]).doubts).toEqual([expect.stringContaining("January or February")]);
  expect(guessedReading(["1/1/2026", "1.234"]).doubts).toEqual([expect.stringContaining("a thousand")]);
  expect(read("12/31/2026", "DATE", {...PLAIN, order: "month first"})).toBe("2026-12-31");
  expect(read("2026-01-01T00:30:15.123456+01", "TIMESTAMP", PLAIN)).toBe("2025-12-31 23:30:15.123456");
  expect(read("2026-11-28 13:14:15Z", "TIMESTAMP", PLAIN)).toBe("2026-11-28 13:14:15");
  expect(read("2026-11-28 13:14+0200", "TIMESTAMP", PLAIN)).toBe("2026-11-28 11:14");
});

test.each([
  ['{"data": [{"a": 1}, {"a": 2}]}', [["a", "1", "2"]]],
  [
    '{"a": [1, 2], "b": ["x", "y"]}',
    [
      ["a", "1", "2"],
      ["b", "x", "y"]
    ]
  ],
  [
    '[["a", "b"], [1, null]]',
    [
      ["a", "1"],
      ["b", null]
    ]
  ],
  ["[1, 2]", [["value", "1", "2"]]],
  [
    '{"a": 1}\n{"b": 2}',
    [
      ["a", "1", null],
      ["b", null, "2"]
    ]
  ]
])("%s has columns", (text, columns) => {
  expect(jsonColumns(text).map(({name, values}) => [name, ...values])).toEqual(columns);
});

test("lists and objects of JSON are lists and structs in DuckDB, whatever their texts hold", async () => {
  const engine = await memoryEngine();
  const text = JSON.stringify([
    {x: {a: 1, b: 'it\'s \\ "x"'}, y: [1, 2.5], z: [{k: "a, b", l: null}], m: 1},
    {x: {a: 2, c: [true]}, y: [], z: [{k: ""}], m: {n: 1}}
  ]);
  const columns = jsonColumns(text);
  expect(columns.map(({type}) => type)).toEqual([
    'STRUCT("a" BIGINT, "b" VARCHAR, "c" BOOLEAN[])',
    "DOUBLE[]",
    'STRUCT("k" VARCHAR, "l" VARCHAR)[]',
    undefined
  ]);
  const [x, y, z] = columns;
  const cast = ({type, values}: (typeof columns)[number], row: number): string =>
    `CAST($text$${values[row] ?? ""}$text$ AS ${type ?? ""})`;
  const found = await engine.rows(
    `SELECT x.b AS b, x.c AS c, CAST(y AS VARCHAR) AS y, z[1].k AS k ` +
      `FROM (SELECT ${cast(x!, 0)} AS x, ${cast(y!, 0)} AS y, ${cast(z!, 0)} AS z)`
  );
  expect(found.get(0)!.toJSON()).toEqual({b: 'it\'s \\ "x"', c: null, y: "[1.0, 2.5]", k: "a, b"});
  const other = await engine.rows(`SELECT (${cast(x!, 1)}).c[1] AS c, len(${cast(y!, 1)})::INT AS n`);
  expect(other.get(0)!.toJSON()).toEqual({c: true, n: 0});
});

test("cells that were merged over rows have all the same value", async () => {
  const merges = [{startRow: 1, startCol: 0, endRow: 2, endCol: 0}];
  const rows = [
    ["region", "price"],
    ["iowa", 1],
    [null, 2]
  ];
  const [sheet] = await sheetsOf(await writeXlsx({sheets: [{name: "A", rows, merges}]}));
  expect(headedColumns(sheet!.rows)[0]).toEqual({name: "region", values: ["iowa", "iowa"]});
});

test.each(["zstd", "gzip", "brotli", "lz4_raw", "snappy"])("Parquet that %s compressed is read", async (codec) => {
  const folder = mkdtempSync(`${tmpdir()}/own-`);
  const native = await (await DuckDBInstance.create()).connect();
  const rows = "SELECT i AS id, 'seller ' || i % 9 AS name, [i] AS list, {'a': i} AS held FROM range(3000) t(i)";
  await native.run(`COPY (${rows}) TO '${folder}/x.parquet' (COMPRESSION ${codec})`);
  const columns = await parquetColumns(readFileSync(`${folder}/x.parquet`));
  rmSync(folder, {recursive: true});
  expect(columns.map(({name, type, values}) => [name, type, values.length, values[2999]])).toEqual([
    ["id", undefined, 3000, "2999"],
    ["name", undefined, 3000, "seller 2"],
    ["list", "BIGINT[]", 3000, "['2999']"],
    ["held", 'STRUCT("a" BIGINT)', 3000, "{'a': '2999'}"]
  ]);
});

test.each([
  ["a,,b\n1,2,3\n", 1],
  ["price,use\n2,75,0,62\n", 1],
  ["price,use\n2,75,0,62\n3,1,0,7\n", 1],
  ["2026,2027\n1,2\n", 1],
  ["Quotes\n\na,b\n1,2\n", 3],
  ["\na\n1\n", 2]
])("the names of %j stand in line %d, with rows behind them", (text, line) => {
  expect(headerOf(delimitedRows(text, ","))).toBe(line);
});

test("notes in a chart's file are not rows", () => {
  expect(headedColumns(delimitedRows('\uFEFF# A title\n"# Source: us, them"\na,b\n1,2\n', ","))).toEqual([
    {name: "a", values: ["1"]},
    {name: "b", values: ["2"]}
  ]);
});

test("a line that is not JSON is named", () => {
  expect(() => jsonColumns('{"a":1}\n{"a":2}\nnot json')).toThrow("line 3 is not JSON: not json");
});
