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
import {cases, query, rows, screens} from "./result-cases.js";

let engine: Engine;
let native: DuckDBConnection;
const folder = mkdtempSync(`${tmpdir()}/result-`);
beforeAll(async () => {
  engine = await memoryEngine();
  native = await (await DuckDBInstance.create()).connect();
});
afterAll(() => rmSync(folder, {recursive: true}));

it("the types' table in docs/notebook.md is this one", () => {
  const code = (texts: readonly string[]): string => texts.map((text) => `\`${text === "" ? "''" : text}\``).join(", ");
  const lines = cases.map(
    ([type, , screen, json, parquet, arrow]) => `| ${type} | ${code(screen)} | ${code(json)} | ${parquet} | ${arrow} |`
  );
  expect(readFileSync("docs/notebook.md", "utf8")).toContain(`|---|---|---|---|---|\n${lines.join("\n")}\n`);
});

describe("a value of each type", () => {
  let result: Kept;
  beforeAll(async () => {
    result = await keep(query);
  });

  it("is on screen as in DuckDB", async () => {
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
  it("round-trips through Arrow", async () => {
    const connection = await memoryDuckdb();
    connection.insertArrowFromIPCStream(arrowStreamOf(await arrowFile(engine, result)), {name: "back", create: true});
    const items = cases.map((_, i) => `CAST(c${i} AS VARCHAR) AS c${i}`);
    const back = connection.query(`SELECT ${items.join()} FROM back`);
    const found = cases.map((_, i) => Array.from(back.getChildAt(i)!, (text) => text as string | null));
    expect(found).toEqual(screens);
  });
  it("is in Parquet that a reader without DuckDB opens, with the same number of values", async () => {
    const file = (await parquetFile(engine, result)).slice().buffer;
    const known = cases.map(([, values], i) => ({name: `c${i}`, values}));
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

it("Parquet and Arrow say which model a query asked, and what its columns mean", async () => {
  const result = await keep("SELECT 1 AS price, 2 AS n");
  const entries = [["model_hash", "f12e"] as const, ["query", "SELECT 'é'"] as const];
  const notes = {entries, meanings: [{unit: "USD", description: "Price"}, undefined]};
  writeFileSync(`${folder}/noted.parquet`, await parquetFile(engine, result, notes));
  const kept = `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${folder}/noted.parquet')`;
  const columns = '{"price":{"unit":"USD","description":"Price"}}';
  expect((await native.runAndReadAll(kept)).getRows()).toEqual([...entries, ["columns", columns]]);
  const {schema} = tableFromIPC(await arrowFile(engine, result, notes));
  expect([...schema.metadata]).toEqual(entries);
  expect(schema.fields.map(({metadata}) => Object.fromEntries(metadata))).toEqual([notes.meanings[0], {}]);
});

it("equal names of columns become x, X_1, x_1_1 in all files", async () => {
  const result = await keep("SELECT 1 AS x, 2 AS X, 3 AS x_1");
  expect(result.columns.map(({name}) => name)).toEqual(["x", "X_1", "x_1_1"]);
});

it("rows keep the query's order, and can be sorted by a column, missing values last", async () => {
  const result = await keep("SELECT * FROM (VALUES (2), (NULL), (10)) t(i) ORDER BY i DESC NULLS LAST -- from 10");
  expect(await texts(engine, result)).toEqual([["10", "2", null]]);
  expect(await texts(engine, result, {by: {column: "i", descending: false}, from: 1, count: 2})).toEqual([
    ["10", null]
  ]);
});

it("a text that a spreadsheet would read as a formula has an apostrophe in CSV, an interval none", async () => {
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
