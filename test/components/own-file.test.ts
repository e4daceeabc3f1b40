import {parquetWriteBuffer} from "hyparquet-writer";
import {expect, test} from "vitest";
import {writeXlsx} from "hucre/xlsx";
import {
  delimitedRows,
  delimiterOf,
  headedColumns,
  headerOf,
  jsonColumns,
  kindOf,
  parquetColumns,
  sheetsOf,
  textOf
} from "../../src/components/own/own-file.js";
import {guessedSign, guessedType, isAmbiguous, misfits, read} from "../../src/components/own/own-types.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["a,b\n1,2", "delimited"],
  ['\uFEFF {"a": 1}', "json"],
  ['[{"a": 1}]', "json"],
  ["[a],b\n1,2", "delimited"],
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
  ["a|b\n1|2", "|"]
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
    expect(b).toEqual({name: "b", values: [null, '{"c":[true]}']});
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
  [["9223372036854775808"], "DOUBLE"],
  [["007"], "VARCHAR"],
  [["1", ".5", "1e-3", "1,234.5"], "DOUBLE"],
  [["2026-02-28", "1.3.2026"], "DATE"],
  [["2026-02-30"], "VARCHAR"],
  [["2026-02-28 12:00", "2026-03-01"], "TIMESTAMP"],
  [["1", "n/a"], "VARCHAR"],
  [[null], "VARCHAR"]
])("%j are %s", (values, type) => {
  expect(guessedType(values, ".")).toBe(type);
});

test("a comma is the decimal sign where a value decides it", () => {
  expect(guessedSign([null, "1,234", "1,5"])).toBe(",");
  expect(guessedSign(["1.234,50"])).toBe(",");
  expect(guessedSign(["1,234.50"])).toBe(".");
  expect(guessedSign(["1.234"])).toBe(".");
  expect(read("1.234,50", "DOUBLE", ",")).toBe("1234.50");
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
  expect(columns.map(({values}) => guessedType(values, "."))).toEqual(["VARCHAR", "DOUBLE", "DATE", "BOOLEAN"]);
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

test("what is none of the type is told", () => {
  expect(misfits(["1", null, "n/a"], "BIGINT", ".")).toEqual(["n/a"]);
});
