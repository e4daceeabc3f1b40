import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {arrowFile} from "../../src/components/result/arrow-file.js";
import {csvFile} from "../../src/components/result/csv-file.js";
import type {Engine} from "../../src/components/result/engine.js";
import {jsonFile} from "../../src/components/result/json-file.js";
import {kept, keeping, type Kept} from "../../src/components/result/kept.js";
import {parquetFile} from "../../src/components/result/parquet-file.js";
import {memoryEngine} from "../components/memory-duckdb.js";
import {cases, query, rows, screens} from "../components/result-cases.js";
import {pandas, polars, type Frame} from "./readers.js";

const frames = await polars();
const python = await pandas();
if (!frames) console.warn("skipped: polars reads no file of a result, since it can't be installed");
if (!python) console.warn("skipped: pandas reads no file of a result, since it is not installed");

let engine: Engine;
const folder = mkdtempSync(`${tmpdir()}/readers-`);
beforeAll(async () => {
  engine = await memoryEngine();
});
afterAll(() => rmSync(folder, {recursive: true}));

describe.skipIf(!frames)("polars", () => {
  it("opens a result in Parquet, each column in its type and with its values", async () => {
    const known = cases.flatMap((one, i) => (one[0].startsWith("MAP") ? [] : [{one, i}]));
    const result = await keep(`SELECT ${known.map(({i}) => `c${i}`).join()} FROM (${query})`);
    const frame = frames!.readParquet(Buffer.from(await parquetFile(engine, result)));
    for (const {one, i} of known)
      expect(columnIn(frame, i, bytesInParquet), one[0]).toEqual(columnOf(i, inPolars[one[4]]!));
  });
  it("opens a result in Arrow, each column in its type and with its values", async () => {
    const frame = frames!.readIPC(Buffer.from(await arrowFile(engine, await keep(query))));
    for (const [i, one] of cases.entries())
      expect(columnIn(frame, i, bytesInArrow), one[0]).toEqual(columnOf(i, inPolars[one[5]]!));
  });
  it("opens no file of DuckDB's own with maps or intervals either: intervals are text in ours", async () => {
    const native = await (await DuckDBInstance.create()).connect();
    for (const value of ["MAP {'k': 1}", "INTERVAL 1 MONTH"]) {
      await native.run(`COPY (SELECT ${value} AS c) TO '${folder}/native.parquet'`);
      expect(() => frames!.readParquet(readFileSync(`${folder}/native.parquet`)), value).toThrow();
    }
  });
});

describe.skipIf(!python)("pandas", () => {
  it("reads every text of a result in CSV, and integers and numbers as such where none is missing", async () => {
    writeFileSync(`${folder}/x.csv`, await csvFile(engine, await keep(query)));
    const {texts, types} = JSON.parse(await python!(readingCsv, `${folder}/x.csv`)) as Record<string, unknown[]>;
    expect(texts).toEqual(screens.map((column) => column.map((text) => text ?? "")));
    const guessed = cases.map(([type], i) => pandasTypes[type] ?? types![i]);
    expect(types).toEqual(guessed);
  });
  it("reads a result in JSON, with all digits of integers and of decimals", async () => {
    writeFileSync(`${folder}/x.json`, await jsonFile(engine, await keep(`FROM (${query}) LIMIT 1`)));
    const read = await python!(readingJson, `${folder}/x.json`);
    expect(read.trim().split("\n")).toEqual(cases.map(([, , , json]) => json[0]));
  });
});

/** polars' types for DuckDB's types in Parquet and in Arrow. */
const inPolars: Partial<Record<string, string>> = {
  ...{BOOLEAN: "Bool", TINYINT: "Int8", SMALLINT: "Int16", UINTEGER: "UInt32", BIGINT: "Int64", UBIGINT: "UInt64"},
  ...{Uint8: "UInt8", Uint32: "UInt32", Uint64: "UInt64", Utf8: "String", Binary: "bytes"},
  ...Object.fromEntries(["Bool", "Int8", "Int16", "Int64", "Float32", "Float64"].map((type) => [type, type])),
  ...{FLOAT: "Float32", DOUBLE: "Float64", VARCHAR: "String", BLOB: "bytes", UUID: "bytes"},
  ...{"DECIMAL(38,0)": "Decimal(38,0)", "Decimal[38e0]": "Decimal(38,0)"},
  ...{"DECIMAL(5,2)": "Decimal(5,2)", "Decimal[5e+2]": "Decimal(5,2)"},
  ...{"Dictionary<Uint8, Utf8>": "Categorical", DATE: "Date", "Date32<DAY>": "Date"},
  ...{TIME: "Time", "Time64<MICROSECOND>": "Time", TIMESTAMP: "Datetime(us,)"},
  ...{"TIMESTAMP WITH TIME ZONE": "Datetime(us,UTC)", "Timestamp<MICROSECOND, UTC>": "Datetime(us,UTC)"},
  // polars has no seconds.
  ...{"Timestamp<MICROSECOND>": "Datetime(us,)", "Timestamp<SECOND>": "Datetime(ms,)"},
  "Timestamp<NANOSECOND>": "Datetime(ns,)",
  ...{"INTEGER[]": "List(Int32)", "List<Int32>": "List(Int32)"},
  ...{"DECIMAL(3,1)[]": "List(Decimal(3,1))", "List<Decimal[3e+1]>": "List(Decimal(3,1))"},
  'STRUCT(a BIGINT, "b c" VARCHAR[])': 'Struct(Field("a", Int64),Field("b c", List(String)))',
  "Struct<{a:Int64, b c:List<Utf8>}>": 'Struct(Field("a", Int64),Field("b c", List(String)))',
  "Map<{key:Utf8, value:Time64<MICROSECOND>}>": 'List(Struct(Field("key", String),Field("value", Time)))'
};

const isBytes = (type: string): boolean => inPolars[type] === "bytes";
const bytesInParquet = new Set(cases.flatMap(([, , , , type], i) => (isBytes(type) ? [i] : [])));
const bytesInArrow = new Set(cases.flatMap(([, , , , , type], i) => (isBytes(type) ? [i] : [])));

/** A column's type, and its values in polars' own text; for bytes, its binding gives only their number. */
function columnIn(frame: Frame, i: number, bytes: ReadonlySet<number>): [type: string, values: unknown] {
  const column = frame.getColumn(`c${i}`);
  if (bytes.has(i)) return ["bytes", column.len() - column.nullCount()];
  const type = plain(String(column.dtype));
  // Decimals can be read only as text.
  const lists = type.startsWith("ListDecimal") ? column.cast(frames!.List(frames!.Utf8)) : column;
  if (type.startsWith("List")) return [type, lists.toArray().map((one) => JSON.stringify(one))];
  return [type, column.cast(frames!.Utf8).toArray()];
}

/** `DataType(List(DataType(Int32)))` and `List(Int32)` are the same. */
function plain(type: string): string {
  return type.replaceAll(/DataType|[()]/g, "");
}

/** What a column of polars must contain. */
function columnOf(i: number, type: string): [type: string, values: unknown] {
  const [, values, , json] = cases[i]!;
  if (type === "bytes") return [type, values.length];
  if (type.startsWith("List(Struct")) return [plain(type), listsOfPairs];
  if (type.startsWith("List")) return [plain(type), rows.map((row) => json[row] ?? "null")];
  if (type.startsWith("Struct")) return [plain(type), structs];
  return [plain(type), screens[i]!.map((text) => text && textIn(type, text))];
}

const structs = rows.map((row) => (row === 0 ? '{9007199254740993,["x", ""]}' : null));

/** Its binding returns an empty list for a missing one. */
const listsOfPairs = rows.map((row) => (row === 0 ? '[{"key":"k","value":"01:00:00"}]' : "[]"));

/** A text of DuckDB's in polars' notation: years before 1 are negative, fractions of seconds have all digits. */
function textIn(type: string, text: string): string {
  const dated = text.replace("0044-03-15 (BC)", "-0043-03-15").replace("+00", "");
  if (type === "Float64") return text === "nan" ? "NaN" : text;
  if (type === "Time") return text.slice(0, "01:02:03".length);
  if (!type.startsWith("Datetime")) return dated;
  const digits = type.startsWith("Datetime(ms") ? 3 : 6;
  const whole = dated.includes(".") ? dated : `${dated}.${"0".repeat(digits)}`;
  return type.endsWith("UTC)") ? `${whole}+00:00` : whole;
}

/** How pandas reads a column of CSV without missing values; with missing values it guesses. */
const pandasTypes: Partial<Record<string, string>> = {
  BOOLEAN: "bool",
  ...Object.fromEntries(["TINYINT", "SMALLINT", "UTINYINT", "UINTEGER", "BIGINT"].map((type) => [type, "int64"])),
  ...{UBIGINT: "uint64", "DECIMAL(5,2)": "float64", FLOAT: "float64", DOUBLE: "float64"}
};

const readingCsv = `
import json, sys, pandas
texts = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
first = pandas.read_csv(sys.argv[1], nrows=1)
print(json.dumps({
    "texts": [list(texts[name]) for name in texts],
    "types": [str(first[name].dtype) for name in first]
}))`;

const readingJson = `
import json, sys, pandas
rows = pandas.read_json(sys.argv[1], dtype=False, convert_dates=False, precise_float=True)
for name in rows:
    print(json.dumps(rows[name].tolist()[0], separators=(",", ":")))`;

async function keep(text: string): Promise<Kept> {
  await engine.rows(`${keeping("result")}${text}\n)`);
  return kept(engine, "result");
}
