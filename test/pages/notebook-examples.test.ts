import {expect, test} from "vitest";
import {bound} from "../../src/components/notebook/bound.js";
import {exported, type ExportOptions} from "../../src/components/notebook/export/exported.js";
import {notebookHash, notebookIn} from "../../src/components/notebook/address.js";
import type {Notebook} from "../../src/components/notebook/notebook.js";
import {textValues} from "../../src/components/notebook/text-values.js";
import {chartOf, type ChartSpec} from "../../src/components/result/chart-spec.js";
import {examples} from "../../src/pages/sql/examples.js";
import {memory} from "../export/duckdb.js";
import {catalog, folder} from "../export/published-tables.js";

const tables = catalog.map(({name}) => name);

test.each(examples)(
  "$id: every query gives rows, every chart can be drawn, every value is there",
  async ({notebook}) => {
    const {read, charts} = await ran(notebook);
    for (const cell of notebook.cells) {
      if (cell.kind === "sql") expect((await read(`FROM ${cell.name}`)).length, cell.name).toBeGreaterThan(0);
      if (cell.kind === "chart") expect(charts.has(cell.name), cell.name).toBe(true);
      if (cell.kind === "text")
        for (const {inner, sql} of textValues(cell.text))
          expect((await read(`SELECT ${bound(sql).text}`))[0]?.[0], inner).not.toBeNull();
    }
  }
);

test.each(examples)("$id: a link holds it", ({notebook}) => {
  expect(notebookIn(notebookHash(notebook)!)).toEqual(notebook);
});

test("the addresses of examples differ, and stay", () => {
  const ids = examples.map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toMatchSnapshot();
});

/** Runs a notebook's exported script in the native DuckDB. */
async function ran(notebook: Notebook) {
  const database = await memory();
  const options: ExportOptions = {charts: new Map(), tables, data: `${folder}/`};
  await database.run(exported(notebook, "sql", options));
  const read = async (sql: string) => (await database.runAndReadAll(sql)).getRowsJson();
  const charts = new Map<string, ChartSpec>();
  for (const cell of notebook.cells) {
    if (cell.kind !== "chart") continue;
    const told = (await read(`DESCRIBE ${cell.of}`)) as string[][];
    const columns = told.map(([name = "", type = ""]) => ({name, type}));
    const spec = chartOf(cell.spec, columns);
    if (spec) charts.set(cell.name, spec);
  }
  return {read, charts};
}
