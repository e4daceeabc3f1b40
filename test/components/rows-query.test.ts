import {expect, test} from "vitest";
import {rowsQuery} from "../../src/components/figure/rows-query.js";
import type {Row} from "../../src/components/rows/table-types.js";
import {memory} from "../export/duckdb.js";
import {catalog, folder, rowsOf} from "../export/published-tables.js";

const day = (text: string): Date => new Date(text);
const all: Row[] = [
  {scenario: "a", key: "x", date: day("2026-12-01"), price: 1},
  {scenario: "a", key: "y", date: day("2026-12-01"), price: 2},
  {scenario: "b", key: "x", date: day("2027-01-01"), price: 3},
  {scenario: "b", key: "it's", date: day("2027-01-01"), price: 4}
];
const columns = ["key", "price"].map((name) => ({name, type: "text" as const, unit: "", description: ""}));

test.each([
  [[0, 1, 2, 3], ""],
  [[0, 1], "\nWHERE scenario = 'a'"],
  [[3], "\nWHERE key = 'it''s'"],
  [[2], "\nWHERE scenario = 'b'\n  AND key = 'x'"]
])("the rows %j are told by%s", (places, where) => {
  const rows = places.map((place) => all[place]!);
  expect(rowsQuery("t", rows, columns, all)).toBe(`SELECT key, price\nFROM t${where}`);
});

test("rows that texts and dates do not distinguish from others have no query", () => {
  expect(rowsQuery("t", [all[1]!, all[2]!], columns, all)).toBeUndefined();
});

test.each(["cluster", "headline", "flow", "tier", "token_margin", "shadow_price"])(
  "the query of a scenario's or a seller's rows of %s gives exactly these in DuckDB",
  async (name) => {
    const rows = (await rowsOf(name)) as Row[];
    const [key] = Object.keys(rows[0]!);
    const some = rows.filter((row) => row[key!] === rows[0]![key!]);
    const notes = catalog.find((table) => table.name === name)!.columns;
    const database = await memory();
    await database.run(`CREATE VIEW ${name} AS FROM '${folder}/${name}.parquet'`);
    const read = await database.runAndReadAll(rowsQuery(name, some, notes, rows)!);
    const first = notes.find(({type}) => type === "number")!.name;
    const numbers = (values: unknown[]): number[] => values.map(Number).sort((a, b) => a - b);
    const place = read.columnNames().indexOf(first);
    expect(numbers(read.getRows().map((row) => row[place]))).toEqual(numbers(some.map((row) => row[first])));
  }
);
