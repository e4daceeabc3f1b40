import MarkdownIt from "markdown-it";
import {describe, expect, test} from "vitest";
import {exported, type ExportFormat} from "../../src/components/notebook/export/exported.js";
import {ownRead, withOwnTables} from "../../src/components/notebook/export/own-tables.js";
import {sqlValue} from "../../src/components/notebook/input-value.js";
import type {Cell, Notebook} from "../../src/components/notebook/notebook.js";
import {examples} from "../../src/pages/sql/examples.js";
import {memory} from "../export/duckdb.js";
import {catalog, folder} from "../export/published-tables.js";

const tables = catalog.map(({name}) => name);
const sql = (name: string, query: string): Cell => ({kind: "sql", name, query});
const of = (...cells: Cell[]): Notebook => ({title: "A <b>title</b>", cells});
const spec = {mark: "line", x: "date", y: "price", color: "key"} as const;

describe.each(examples)("$id", ({notebook}) => {
  test("the fences of its Framework page give the rows that its cells give", async () => {
    expect(await rowsOfAll(queriesIn(fences(text(notebook, "md")), notebook))).toEqual(await rowsOfCells(notebook));
  });

  test("so do the queries of its Notebook Kit file", async () => {
    expect(await rowsOfAll(queriesIn(scripts(text(notebook, "html")), notebook))).toEqual(await rowsOfCells(notebook));
  });

  test("so do the statements of its Jupyter notebook", async () => {
    const database = await memory();
    for (const statement of executed(text(notebook, "ipynb"))) await database.run(statement);
    for (const [name, rows] of Object.entries(await rowsOfCells(notebook)))
      expect((await database.runAndReadAll(`FROM ${name}`)).getRowsJson(), name).toEqual(rows);
  });
});

describe("what a reader wrote can't run as code where it is opened", () => {
  const hostile = of(
    {kind: "text", name: "a", text: "<script>alert(1)</script>\n\n```js\nalert(1)\n```\n\n${ {a: alert(1)} }"},
    sql("b", "SELECT '```' AS x, '</script>' AS y")
  );

  test("in a page of Framework", () => {
    const page = text(hostile, "md");
    expect(page).not.toContain("<script");
    expect(page).toContain("```js run=false");
    expect(page).not.toMatch(/\$\{[^}]*alert/);
    expect(fences(page).map(({name}) => name)).toEqual(["b"]);
    expect(() => text(of(sql("b", "SELECT '${alert(1)}'")), "md")).toThrow('"${" in a query');
  });

  test("in a file of Notebook Kit", () => {
    const file = text(hostile, "html");
    expect(file.match(/<script/g)).toHaveLength(4);
    expect(file.match(/<\/script>/g)).toHaveLength(4);
    expect(file).toContain("<title>A &lt;b>title&lt;/b></title>");
    expect(file).not.toMatch(/\$\{[^}]*alert/);
  });
});

test("a page has its chart as Plot, and its inputs as Inputs", () => {
  const page = text(
    of(
      {kind: "input", name: "month", label: "Month", control: "month", value: "2026-12"},
      {kind: "chart", name: "c", of: "rows", spec},
      sql("rows", "FROM cluster WHERE date = $month")
    ),
    "md"
  );
  expect(page).toContain('const month = view(Inputs.text({type: "month", "label":"Month","value":"2026-12"}));');
  expect(page).toContain('Plot.lineY(rows, {x: "date", y: "price", stroke: "key"})');
  expect(page).toContain('FROM cluster WHERE date = CAST(${month + "-01"} AS DATE)');
});

test("a cell of several statements leaves as SQL and for Jupyter only", () => {
  const two = of(sql("a", "CREATE TABLE t AS SELECT 1 AS x; FROM t"));
  expect(text(two, "sql")).toContain(
    "CREATE TABLE t AS SELECT 1 AS x;\nCREATE OR REPLACE TABLE a AS FROM (\nFROM t\n);"
  );
  expect(() => text(two, "md")).toThrow("cell a is not one query: export the notebook as SQL or for Jupyter");
});

describe("a reader's own tables", () => {
  const own = {
    name: "quotes",
    columns: [
      {name: "key", type: "VARCHAR"},
      {name: "Our price", type: "DOUBLE"},
      {name: "seen", type: "DATE"},
      {name: "tags", type: "VARCHAR[]"}
    ],
    values: [
      ["atlas-b200", "it's"],
      ["2.5", null],
      ["2026-11-01", null],
      ["[a, 'b, c']", "[]"]
    ]
  };
  const reader = of(
    sql("joined", 'SELECT q.*, c.key AS cluster FROM own.quotes q LEFT JOIN "own"."quotes" AS c USING (key)'),
    sql("every", "SELECT own.quotes.seen, 'own.quotes' AS name FROM own.quotes -- own.quotes")
  );
  const whole = withOwnTables(reader, [own]);

  test("leave as a cell of their values, in all formats with the same rows", async () => {
    expect(ownRead(reader)).toEqual(["quotes"]);
    const rows = await rowsOfCells(whole);
    expect(rows.own_quotes).toEqual([
      ["atlas-b200", 2.5, "2026-11-01", ["a", "b, c"]],
      ["it's", null, null, []]
    ]);
    expect(rows.every).toEqual([
      ["2026-11-01", "own.quotes"],
      [null, "own.quotes"]
    ]);
    expect(await rowsOfAll(queriesIn(fences(text(whole, "md")), whole))).toEqual(rows);
    expect(await rowsOfAll(queriesIn(scripts(text(whole, "html")), whole))).toEqual(rows);
  });

  test("that are too long or gone are not left out in silence", () => {
    expect(() => withOwnTables(reader, [])).toThrow("own.quotes exists only on this page");
    const long = {...own, values: own.values.map((values) => Array.from({length: 1001}, () => values[0]!))};
    expect(() => withOwnTables(reader, [long])).toThrow("own.quotes has 1,001 rows: an export includes at most 1,000");
  });
});

function text(notebook: Notebook, format: ExportFormat): string {
  const charts = new Map(notebook.cells.flatMap((cell) => (cell.kind === "chart" ? [[cell.name, spec] as const] : [])));
  return exported(notebook, format, {charts, tables, data: `${folder}/`});
}

interface NamedQuery {
  name: string;
  query: string;
}

function fences(page: string): NamedQuery[] {
  const tokens = new MarkdownIt({html: true}).parse(page, {});
  return tokens.flatMap(({type, info, content}) => {
    const [, name] = /^sql id=(\w+)/.exec(type === "fence" ? info : "") ?? [];
    return name === undefined ? [] : [{name, query: content}];
  });
}

function scripts(file: string): NamedQuery[] {
  const all = file.matchAll(
    /<script type="application\/sql" database="var:db" output="(\w+)"[^>]*>([\s\S]*?)<\/script>/g
  );
  return Array.from(all, ([, name = "", query = ""]) => ({name, query}));
}

/** The queries with the inputs' values in place of their parameters. */
function queriesIn(queries: NamedQuery[], {cells}: Notebook): NamedQuery[] {
  const values = new Map(cells.flatMap((cell) => (cell.kind === "input" ? [[cell.name, sqlValue(cell)]] : [])));
  return queries.map(({name, query}) => ({
    name,
    query: query.replace(/\$\{(\w+)\}/g, (_, input: string) => values.get(input) ?? `no input ${input}`)
  }));
}

/** Every statement in the brackets of `con.execute`. */
function executed(file: string): string[] {
  const {cells} = JSON.parse(file) as {cells: {cell_type: string; source: string}[]};
  const code = cells.filter(({cell_type}) => cell_type === "code").map(({source}) => source);
  return code.flatMap((source) =>
    Array.from(source.matchAll(/con\.execute\((?:"""([\s\S]*?)"""|("(?:[^"\\]|\\.)*"))\)/g), ([, long, short]) =>
      long === undefined ? String(JSON.parse(short!)) : long
    )
  );
}

const published = tablesDatabase();
const known = new Map<Notebook, Promise<Record<string, unknown>>>();

async function tablesDatabase() {
  const database = await memory();
  for (const name of tables) await database.run(`CREATE VIEW "${name}" AS FROM '${folder}/${name}.parquet'`);
  return database;
}

/** The rows of those queries that belong to cells, each run alone on the published tables. */
async function rowsOfAll(queries: NamedQuery[]): Promise<Record<string, unknown>> {
  const database = await published;
  const rows: Record<string, unknown> = {};
  for (const {name, query} of queries) {
    const read = (await database.runAndReadAll(query)).getRowsJson();
    if (!/_values$|^scenario_names$/.test(name)) rows[name] = read;
  }
  return rows;
}

/** The rows of a notebook's cells, from its exported script. */
function rowsOfCells(notebook: Notebook): Promise<Record<string, unknown>> {
  const rows = known.get(notebook) ?? readCells(notebook);
  known.set(notebook, rows);
  return rows;
}

async function readCells(notebook: Notebook): Promise<Record<string, unknown>> {
  const database = await memory();
  await database.run(text(notebook, "sql"));
  const rows: Record<string, unknown> = {};
  for (const {kind, name} of notebook.cells)
    if (kind === "sql") rows[name] = (await database.runAndReadAll(`FROM ${name}`)).getRowsJson();
  return rows;
}
