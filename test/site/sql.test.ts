import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {identifier} from "../../lib/export/sql/identifier.js";
import {hashOf} from "../../src/components/database/link-state.js";
import {questions} from "../../src/pages/sql/questions.js";
import {leave, useBrowser, visit, type Visit} from "./browser.js";

useBrowser();

describe("the SQL page", () => {
  let visited: Visit;
  let page: Page;
  beforeAll(async () => {
    visited = await visit("sql", {first: true});
    page = visited.page;
  });
  afterAll(() => leave(visited));

  test("loads DuckDB only for a query", () => {
    expect(visited.requests.filter(({path}) => path.includes("duckdb-eh"))).toEqual([]);
  });

  test("runs a query and tells its rows and its time", async () => {
    await type(page, "SELECT 40 + 2 AS answer, DATE '2026-01-02' AS day, sum(i) AS total FROM range(10) t(i)");
    await page.getByRole("button", {name: "Run"}).click();
    await status(page, /^1 row in \d+\.\d+ s$/);
    expect(await page.locator(".sql-result td").allTextContents()).toEqual(["42", "2026-01-02", "45"]);
  });

  test("tells an error and marks its place in the editor", async () => {
    await type(page, "SELECT 1 AS one\nFORM nowhere");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^Parser Error: syntax error at or near "FORM"/);
    expect(await page.locator(".cm-lintRange-error").allTextContents()).toEqual(["FORM"]);
  });

  test("saves the result as CSV and as Parquet", async () => {
    await type(page, "SELECT 1.5 AS number, 'a,b' AS text, NULL AS missing");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^1 row/);
    expect(readFileSync(await saved(page, "Download CSV"), "utf8")).toBe('number,text,missing\n1.5,"a,b",\n');
    const parquet = readFileSync(await saved(page, "Download Parquet"));
    expect(parquet.subarray(0, 4).toString()).toBe("PAR1");
  });

  test("shows and saves every value as DuckDB has it, under names that differ", async () => {
    await type(
      page,
      "SELECT TIMESTAMP '2026-01-01 13:45:10' AS x, INTERVAL 14 MONTH AS x, 9007199254740993 AS big, " +
        "'abc'::BLOB AS bytes"
    );
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^1 row/);
    const values = ["2026-01-01 13:45:10", "1 year 2 months", "9007199254740993", "abc"];
    expect(await page.locator(".sql-result td").allTextContents()).toEqual(values);
    expect(readFileSync(await saved(page, "Download CSV"), "utf8")).toBe(`x,x_1,big,bytes\n${values.join(",")}\n`);
    const json = JSON.stringify({x: "2026-01-01T13:45:10", x_1: values[1], big: 0, bytes: btoa("abc")});
    expect(readFileSync(await saved(page, "Download JSON"), "utf8")).toBe(
      `[\n${json.replace(":0,", ":9007199254740993,")}\n]\n`
    );
    expect(
      readFileSync(await saved(page, "Download Arrow"))
        .subarray(0, 6)
        .toString()
    ).toBe("ARROW1");
  });

  test("describes a query without loading a table, and suggests one of the model's for a misspelt name", async () => {
    const before = visited.requests.length;
    await type(page, "DESCRIBE SELECT 1 AS x");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^1 row/);
    await type(page, "SELECT * FROM clusterr");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /Table with name clusterr does not exist!\n {2}did you mean cluster\?/);
    expect(visited.requests.slice(before).filter(({path}) => path.endsWith(".parquet"))).toEqual([]);
  });

  test("the result before an error is dim and can't be saved; what was meant is a click away", async () => {
    expect(await page.locator(".sql-old .sql-result").count()).toBe(1);
    expect(await page.getByRole("button", {name: /^Download/}).count()).toBe(0);
    await page.getByRole("button", {name: "Line 1: use cluster"}).click();
    await status(page, /^[\d,]+ rows in/);
    expect(await page.locator(".sql-old").count()).toBe(0);
  });

  test("runs several statements and shows the last one's result, ordered on a click, NULL unlike ''", async () => {
    await type(page, "CREATE TABLE own AS FROM (VALUES (2, ''), (1, NULL)) t(i, x); -- ;\nFROM own");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^2 rows/);
    const cells = page.locator(".sql-result td");
    expect(await cells.allTextContents()).toEqual(["2", "''", "1", "NULL"]);
    await page.locator(".sql-result").getByRole("button", {name: "i", exact: true}).click();
    await expect.poll(() => cells.allTextContents()).toEqual(["1", "NULL", "2", "''"]);
  });

  test("shows the first rows of many and more on scrolling", async () => {
    await type(page, "SELECT i AS number FROM range(12345) t(i)");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^12,345 rows in .*, the first 10,000 shown$/);
    const rows = page.locator(".sql-result tbody tr");
    expect(await rows.count()).toBe(200);
    await page.locator(".sql-result .grid-table").evaluate((table) => table.scrollTo(0, table.scrollHeight));
    await expect.poll(() => rows.count()).toBe(400);
  });

  test("knows all tables by SQL too", async () => {
    await type(
      page,
      "SELECT count(*) AS tables FROM information_schema.tables WHERE table_schema = 'main' AND table_name <> 'own'"
    );
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^1 row/);
    const tables = await page.locator(".sql-schema details").count();
    expect(await page.locator(".sql-result td").textContent()).toBe(String(tables));
  });

  test("has an answer to every question", async () => {
    for (const {title, query} of questions) {
      await page.getByLabel("Questions").selectOption({label: title});
      await expect.poll(() => new URL(page.url()).hash, {message: title}).toBe(hashOf(query));
      await status(page, /^[1-9][\d,]* rows? in/);
    }
  });

  test("a reader's file becomes a table to join with the model's, stays, and can be removed", async () => {
    const buffer = Buffer.from("region;price;seen\niowa;1.234,50;31.12.2026\nnowhere;n/a;\n");
    await page.getByLabel("Add a file").setInputFiles({name: "My quotes.csv", mimeType: "text/csv", buffer});
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByLabel("Type of seen").inputValue()).toBe("DATE");
    await dialog.getByLabel("Type of price").selectOption("DOUBLE");
    expect(await dialog.locator("th small").allTextContents()).toEqual(["", "1 become NULL: n/a", ""]);
    await dialog.getByRole("button", {name: "Add"}).click();
    await page.getByRole("button", {name: "own.my_quotes", exact: true}).waitFor();
    await page.reload();
    await page.getByRole("button", {name: "own.my_quotes", exact: true}).waitFor();
    await type(page, "SELECT q.* FROM own.my_quotes q LEFT JOIN region r ON r.key = q.region ORDER BY price");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^\d+ rows/);
    const cells = await page.locator(".sql-result td").allTextContents();
    expect(cells.slice(0, 3)).toEqual(["iowa", "1,234.5", "2026-12-31"]);
    expect(cells.slice(-3)).toEqual(["nowhere", "NULL", "NULL"]);
    await page.getByRole("button", {name: "Remove own.my_quotes"}).click();
    await expect.poll(() => page.locator(".sql-own li").count()).toBe(0);
  });

  test("inserts a table's name on a click", async () => {
    await type(page, "");
    const table = page.locator(".sql-schema details").first();
    await table.locator("summary").click();
    const button = table.getByRole("button").first();
    await button.click();
    expect(await page.locator(".cm-content").textContent()).toBe(identifier((await button.textContent()) ?? ""));
  });

  test("cancels a long query and runs the next", async () => {
    await type(page, "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE sin(a.i * b.j) > 2");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^Running/);
    await page.getByRole("button", {name: "Cancel"}).click();
    await status(page, /cancelled/);
    await type(page, "SELECT 1 AS one");
    await page.keyboard.press("ControlOrMeta+Enter");
    await status(page, /^1 row/);
  });

  test("has done all this without a fault", () => {
    expect(visited.problems).toEqual([]);
  });
});

test("a link carries the query", async () => {
  const visited = await visit(`sql${hashOf("SELECT 'grüße → 100%' AS text")}`);
  await status(visited.page, /^1 row/);
  expect(await visited.page.locator(".sql-result td").allTextContents()).toEqual(["grüße → 100%"]);
  await leave(visited);
});

test("a link's query can fetch nothing from elsewhere, and says so", async () => {
  const visited = await visit(`sql${hashOf("SELECT * FROM read_parquet('https://example.com/x.parquet')")}`);
  await status(
    visited.page,
    /read_parquet.*\n {2}This page's DuckDB reads the model's tables only, no files, addresses/
  );
  await type(visited.page, "SELECT * FROM 'https://example.com/x.csv'");
  await visited.page.keyboard.press("ControlOrMeta+Enter");
  await status(visited.page, /Cannot access file "https.*\n {2}This page's DuckDB reads the model's tables only/);
  expect(visited.problems).toEqual([]);
  await leave(visited);
});

test("a link whose query is too long is refused in a sentence", async () => {
  const visited = await visit(`sql${hashOf(" ".repeat(20_000_000))}`);
  await status(visited.page, /^the query in this link is longer than 1 MB: .+…\. Ask for the link again/);
  await leave(visited);
});

test("a damaged link says so and stays in the address", async () => {
  const visited = await visit("sql#v1,notdeflated");
  await status(visited.page, /the query in this link is damaged: notdeflated/);
  expect(new URL(visited.page.url()).hash).toBe("#v1,notdeflated");
  expect(await visited.page.locator(".cm-content").textContent()).toContain("SELECT");
  await leave(visited);
});

async function type(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

async function status(page: Page, pattern: RegExp): Promise<void> {
  await expect.poll(() => page.locator(".sql-status").textContent()).toMatch(pattern);
}

async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", {name}).click()]);
  return file.path();
}
