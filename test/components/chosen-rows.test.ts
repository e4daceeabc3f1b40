import {parquetMetadata} from "hyparquet";
import {expect, it} from "vitest";
import {chosenRows, type Choice} from "../../src/components/rows/chosen-rows.js";
import {cellOf} from "../../src/components/inspector/origin.js";
import {originOf, placeIn} from "../../src/components/rows/row-source.js";
import type {Row} from "../../src/components/rows/table-types.js";
import {partOf} from "../../scripts/prerender/part-file.js";
import {fileOf, rowsOf} from "../export/published-tables.js";

async function chosen(table: string, choice: Choice, file = fileOf(table)): Promise<Row[]> {
  const {rows} = await chosenRows(file, parquetMetadata(file), choice, {table, cells: {kind: "none"}});
  return rows;
}

it.each(["cluster", "missing", "scenario"])("all rows of %s, with what is missing", async (table) => {
  const rows = await chosen(table, {});
  expect(rows).toEqual(await rowsOf(table));
  expect(rows.map(Object.keys)).toEqual((await rowsOf(table)).map(Object.keys));
});

it("the rows of a table's first month are those of the whole table, and know their places in it", async () => {
  const columns = ["scenario", "date", "key", "count"];
  const rows = await chosen("cluster", {columns, opening: true});
  const all = await rowsOf("cluster");
  const first = Math.min(...all.map(({date}) => Number(date)));
  const expected = all.filter(({date}) => Number(date) === first);
  expect(rows).toEqual(expected.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]]))));
  expect(rows.length).toBeLessThan(all.length);
  expect(rows.map((row) => all[placeIn(row)!])).toEqual(expected);
});

it("the rows that hold some texts know their table and their places in it", async () => {
  const where = {table: "accelerator", column: "cost_to_make"};
  const rows = await chosen("missing", {columns: ["scenario", "table", "column", "key"], where});
  const all = await rowsOf("missing");
  const expected = all.filter(({table, column}) => table === where.table && column === where.column);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map((row) => all[placeIn(row)!])).toEqual(expected);
  expect(new Set(rows.map(originOf))).toEqual(new Set(["missing"]));
  expect({...rows[0]}).toEqual({scenario: expected[0]!.scenario, key: expected[0]!.key, ...where});
});

it("rows are read with the columns that name their cells", async () => {
  const file = fileOf("economy");
  const source = {table: "economy", cells: {kind: "row", row: "economy[{key}]"}} as const;
  const {rows} = await chosenRows(file, parquetMetadata(file), {columns: ["tokens"]}, source);
  expect(Object.keys(rows[0]!).sort()).toEqual(["date", "key", "scenario", "tokens"]);
  expect(cellOf(rows[0], "tokens")).toEqual({
    cell: expect.stringMatching(/^economy\[economy\]\.tokens@/) as string,
    scenario: rows[0]!.scenario
  });
});

it.each([
  ["cluster", {columns: ["scenario", "date", "key", "count"], opening: true}],
  ["missing", {columns: ["scenario", "column"], where: {column: "cost_to_make"}}],
  ["scenario", {columns: ["title", "name"]}],
  ["economy", {where: {scenario: ["reference", "agentic-boom"]}}]
] as const)("a file of the chosen part of %s gives the same rows, in the same places", async (table, choice) => {
  const file = fileOf(table);
  const source = {table, cells: {kind: "none"}} as const;
  const {rows, places, columns} = await chosenRows(file, parquetMetadata(file), choice, source);
  const part = await partOf(file, {
    columns: [...columns],
    places: "where" in choice || "opening" in choice ? [...places] : "all"
  });
  const again = await chosenRows(part.buffer, parquetMetadata(part.buffer), choice, source);
  expect(again).toEqual({rows, places, columns});
  expect(again.rows.map(placeIn)).toEqual([...places]);
  expect(part.length).toBeLessThan(file.byteLength);
});
