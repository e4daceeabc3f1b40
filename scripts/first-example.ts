import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {readdirSync} from "node:fs";
import {identifier} from "../lib/export/sql/identifier.js";
import {bound} from "../src/components/notebook/bound.js";
import {inOrder, readsOf} from "../src/components/notebook/graph.js";
import {setting} from "../src/components/notebook/input-value.js";
import type {Cell} from "../src/components/notebook/notebook.js";
import {shownValue, textValues} from "../src/components/notebook/text-values.js";
import {examples} from "../src/pages/sql/examples.js";
import type {FirstResult} from "../src/pages/sql/first-result.js";

/** Prints the results of the notebook's first example on a folder's tables. */
const [, , folder = ""] = process.argv;
const {notebook} = examples[0]!;
const database = await (await DuckDBInstance.create(":memory:")).connect();
for (const file of readdirSync(folder).filter((name) => name.endsWith(".parquet")))
  await database.run(`CREATE VIEW ${identifier(file.replace(".parquet", ""))} AS FROM '${folder}/${file}'`);
const result: FirstResult = {rows: {}, values: {}};
for (const name of inOrder(readsOf(notebook))) await add(notebook.cells.find((cell) => cell.name === name)!);
console.log(JSON.stringify(result));

async function add(cell: Cell): Promise<void> {
  if (cell.kind === "input") await database.run(setting(cell));
  if (cell.kind === "text") result.values[cell.name] = await valuesIn(cell.text);
  if (cell.kind !== "sql") return;
  const table = identifier(cell.name);
  await database.run(`CREATE TABLE ${table} AS FROM (${bound(cell.query).text}\n)`);
  const described = await rows(database, `SELECT column_name, column_type FROM (DESCRIBE ${table})`);
  const columns = described.map(([name, type]) => ({name: name!, type: type!}));
  const items = columns.map(({name}) => `CAST(${identifier(name)} AS VARCHAR)`).join(", ");
  result.rows[cell.name] = {columns, texts: await rows(database, `SELECT ${items} FROM ${table}`)};
}

async function valuesIn(text: string): Promise<Record<string, string>> {
  const values = textValues(text);
  const items = values.map(({sql}) => `CAST(${bound(sql).text} AS VARCHAR)`).join(", ");
  const [row = []] = values.length === 0 ? [] : await rows(database, `SELECT ${items}`);
  return Object.fromEntries(values.map(({inner, format}, i) => [inner, shownValue(row[i] ?? null, format)]));
}

async function rows(on: DuckDBConnection, sql: string): Promise<(string | null)[][]> {
  return (await on.runAndReadAll(sql)).getRowsJson() as (string | null)[][];
}
