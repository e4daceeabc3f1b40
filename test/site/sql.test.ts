import type {Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {about} from "../../lib/export/about.js";
import {modelHash} from "../../scripts/hash.js";
import {hashOf} from "../../src/components/database/link-state.js";
import {leave, useBrowser, visit, type Visit} from "./browser.js";
import {cell, ENDLESS, run, saved, savedIn, state, values} from "./notebook-cells.js";

useBrowser();

describe("the notebook page", () => {
  let visited: Visit;
  let page: Page;
  beforeAll(async () => {
    visited = await visit("sql", {first: true});
    page = visited.page;
  });
  afterAll(() => leave(visited));

  test("opens with a sentence, a chart and the rows behind them", async () => {
    await state(page, "gap", "done");
    await state(page, "finding", "done");
    expect(await cell(page, "finding").locator(".notebook-text").textContent()).toMatch(
      /With 45\u202f% of GPU-hours computing, \d+ of \d+ list prices are below the cost/
    );
    expect(await cell(page, "gap").locator('svg [aria-label="dot"] circle').count()).toBeGreaterThan(50);
    expect(await cell(page, "offers").locator("tbody tr").count()).toBeGreaterThan(50);
  });

  test("a moved slider changes all three", async () => {
    const shown = () =>
      Promise.all([
        cell(page, "finding").locator(".notebook-text").textContent(),
        cell(page, "gap").locator(".notebook-chart").innerHTML(),
        cell(page, "offers").locator("tbody").textContent()
      ]);
    const before = await shown();
    await cell(page, "busy").locator("input[type=range]").fill("0.2");
    await expect.poll(async () => (await shown())[0]).toMatch(/With 20\u202f%/);
    await expect.poll(async () => (await shown()).filter((part, i) => part === before[i])).toEqual([]);
  });

  test("a renamed cell keeps its chart and its sentence; Undo reverts it in one step", async () => {
    await cell(page, "offers").getByLabel("Name of the cell").fill("prices");
    await page.keyboard.press("Enter");
    await state(page, "prices", "done");
    await state(page, "gap", "done");
    await state(page, "finding", "done");
    expect(await cell(page, "gap").locator(".notebook-state").textContent()).toMatch(/^of prices/);
    await page.getByRole("button", {name: "Undo"}).click();
    await state(page, "offers", "done");
    await state(page, "finding", "done");
  });

  test("the name of a model's table is not valid for a cell", async () => {
    await cell(page, "offers").getByLabel("Name of the cell").fill("cluster");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(page, "offers").getByRole("alert").textContent()).toMatch(/a table of the model/);
  });

  test("a chart of the reader's own: mark and columns can be changed, and its code is shown", async () => {
    await cell(page, "gap").getByText("Chart settings").click();
    await cell(page, "gap").getByLabel("Mark").selectOption("tick");
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.tickX(offers");
    await page.goBack();
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.dot(offers");
  });

  test("a chart is saved as a picture and as the rows that it draws", async () => {
    await cell(page, "gap").locator(".notebook-saves summary").click();
    const svg = await saved(page, "Download SVG");
    expect(svg).toMatch(/^<svg xmlns[^>]*>[\s\S]*Who sells tokens below cost\?[\s\S]*<circle[\s\S]*<\/svg>\n$/);
    expect(svg).not.toContain("var(");
    expect((await saved(page, "Download PNG")).slice(1, 4)).toBe("PNG");
    const noted = await savedIn(cell(page, "gap"), "Download CSV");
    expect(noted).toMatch(/^"# Chart gap: .*"\n"# The AI Token Factory, version .*, model .*"\n/);
    const [head, ...rows] = (await savedIn(cell(page, "gap"), "CSV without notes")).trimEnd().split("\n");
    expect(head?.split(",")).toEqual(expect.arrayContaining(["price", "language_model"]));
    expect(rows.length).toBeGreaterThan(50);
  });

  test("Redo is available only after Undo", async () => {
    const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", {name}));
    await expect.poll(() => redo!.isEnabled()).toBe(true);
    await redo!.click();
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.tickX(offers");
    await expect.poll(() => redo!.isEnabled()).toBe(false);
    await undo!.click();
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.dot(offers");
  });

  test("a reload restores the notebook, and the browser saves it", async () => {
    await page.reload();
    await state(page, "offers", "done");
    expect(await cell(page, "busy").locator("input[type=range]").inputValue()).toBe("0.2");
    await page.getByText("Saved in this browser").click();
    expect(await page.getByRole("button", {name: "Remove Who sells tokens below cost?"}).count()).toBe(1);
  });

  test("is exported as a page, a script and a file", async () => {
    await page.locator(".notebook-menu summary").click();
    expect(await saved(page, "Framework page (.md)")).toMatch(/Plot\.plot[\s\S]*```sql id=offers/);
    expect(await saved(page, "SQL for DuckDB (.sql)")).toContain("SET VARIABLE busy = 0.2::DOUBLE;");
    expect(JSON.parse(await saved(page, "Notebook file (.json)"))).toMatchObject({v: 1, cells: {length: 5}});
  });

  test("has done all this without an error", () => {
    expect(visited.problems).toEqual([]);
  });
});

describe("an SQL cell", () => {
  let visited: Visit;
  let page: Page;
  beforeAll(async () => {
    visited = await visit(`sql${hashOf("SELECT 'grüße → 100%' AS text, 1 AS number")}`);
    page = visited.page;
  });
  afterAll(() => leave(visited));

  test("of an earlier page's link shows its rows, with a chart of them", async () => {
    await state(page, "rows", "done");
    expect(await values(page)).toEqual(["grüße → 100%", "1"]);
    await state(page, "chart", "done");
  });

  test("reports an error and marks its place; dependents wait, and the previous result is dim", async () => {
    await run(page, "SELECT 1 AS one\nFORM nowhere");
    await state(page, "rows", "failed");
    expect(await cell(page, "rows").getByRole("alert").textContent()).toMatch(/^Parser Error: syntax error/);
    expect(await page.locator(".cm-lintRange-error").allTextContents()).toEqual(["FORM"]);
    expect(await cell(page, "chart").locator(".notebook-state").textContent()).toBe("waits for rows");
    expect(await page.locator(".notebook-old .sql-result[inert]").count()).toBe(1);
  });

  test("shows and saves every value exactly as in DuckDB, under distinct names", async () => {
    await run(
      page,
      "SELECT TIMESTAMP '2026-01-01 13:45:10' AS x, INTERVAL 14 MONTH AS x, 9007199254740993 AS big, " +
        "'abc'::BLOB AS bytes"
    );
    await state(page, "rows", "done");
    const shown = ["2026-01-01 13:45:10", "1 year 2 months", "9007199254740993", "abc"];
    expect(await values(page)).toEqual(shown);
    await cell(page, "rows").locator("summary").click();
    expect(await saved(page, "Download CSV")).toBe(`x,x_1,big,bytes\n${shown.join(",")}\n`);
    expect(await saved(page, "Download JSON")).toContain('"big":9007199254740993');
    const [parquet, arrow] = [await saved(page, "Download Parquet"), await saved(page, "Download Arrow")];
    expect([parquet.slice(0, 4), arrow.slice(0, 6)]).toEqual(["PAR1", "ARROW1"]);
    const commit = (await page.locator("meta[name=commit]").getAttribute("content")) ?? "";
    for (const told of [modelHash().slice(0, 12), about.version, commit, "SELECT TIMESTAMP '2026-01-01 13:45:10'"])
      expect([told, parquet.includes(told), arrow.includes(told)]).toEqual([told, true, true]);
  });

  test("shows part of a wide result and of a long text, says so, and saves both in full", async () => {
    const columns = Array.from({length: 300}, (_, i) => `${i} AS c${i}`);
    await run(page, `SELECT repeat('x', 5000) AS long, ${columns.join(", ")}`);
    await state(page, "rows", "done");
    await expect.poll(() => cell(page, "rows").locator(".columns-left").textContent()).toMatch(/first 200 of 301/);
    const [long = "", ...others] = await values(page);
    expect([long.length < 1100, long.includes("5,000 characters"), others.length]).toEqual([true, true, 199]);
    await cell(page, "rows").locator("summary").click();
    const [head = "", row = ""] = (await saved(page, "Download CSV")).split("\n");
    expect([head.split(",").length, row.split(",").length, row.indexOf(",")]).toEqual([301, 301, 5000]);
  });

  test.each([
    ["BEGIN; FROM nowhere", /^BEGIN belongs to a transaction/],
    ["SELECT $note$it's; done$note$ AS told, ?", /add an input and write/],
    ["SELECT ‘a’", /straight quotes/]
  ])("that can't run %s says what to do, and leaves the next one alone", async (query, words) => {
    await run(page, query);
    await state(page, "rows", "failed");
    expect(await cell(page, "rows").getByRole("alert").textContent()).toMatch(words);
    await run(page, "SELECT 1 AS one");
    await state(page, "rows", "done");
  });

  test.each([
    ["SELECT * FORM headline", "failed"],
    ["SELECT nowhere FROM headline", "failed"],
    ["CREATE TABLE t AS SELECT nowhere FROM headline JOIN economy USING (date)", "failed"],
    ["DESCRIBE headline", "done"],
    ["SELECT count(*) > 90 AS many FROM information_schema.tables", "done"]
  ])("%s loads no table", async (query, end) => {
    const before = visited.requests.length;
    await run(page, query);
    await state(page, "rows", end);
    expect(visited.requests.slice(before).filter(({path}) => path.endsWith(".parquet"))).toEqual([]);
  });

  test("reads a table by the address of its file, and cannot drop one", async () => {
    await run(page, "SELECT count(*) > 0 AS held FROM 'data/headline.parquet'");
    await expect.poll(() => values(page)).toEqual(["true"]);
    await run(page, "DROP TABLE headline");
    await expect
      .poll(() => cell(page, "rows").getByRole("alert").textContent())
      .toMatch(/^DROP would change headline, a table of the model/);
  });

  test("offers to add a missing input", async () => {
    await run(page, "SELECT $missing AS held");
    await page.getByRole("button", {name: "Add the input missing"}).click();
    await state(page, "rows", "done");
    await expect.poll(() => values(page)).toEqual(["0.5"]);
    await page.getByRole("button", {name: "Undo"}).click();
    await state(page, "rows", "failed");
  });

  test("completes functions and columns of cells", async () => {
    await run(page, "SELECT string_sp", false);
    await page.keyboard.press("ControlOrMeta+Space");
    await expect.poll(() => page.locator(".cm-completionLabel").allTextContents()).toContain("string_split");
    await page.keyboard.press("Escape");
  });

  test("describes a query without loading a table, and suggests one of the model's for a misspelt name", async () => {
    const before = visited.requests.length;
    await run(page, "SELECT * FROM clusterr");
    await expect
      .poll(() => cell(page, "rows").getByRole("alert").textContent())
      .toMatch(/Table with name clusterr does not exist!\n {2}did you mean cluster\?/);
    expect(visited.requests.slice(before).filter(({path}) => path.endsWith(".parquet"))).toEqual([]);
    await page.getByRole("button", {name: "Line 1: use cluster"}).click();
    await state(page, "rows", "done");
  });

  test("summarises its columns, and a part of one becomes a cell", async () => {
    await run(page, "FROM (VALUES (1, 'a'), (1, 'b'), (NULL, 'a'), (9, 'a')) t(x, y)");
    await state(page, "rows", "done");
    const words = cell(page, "rows").locator(".notebook-summary small");
    await expect.poll(() => words.allTextContents()).toEqual(["1 to 9, 2 distinct, 1 NULL", "2 distinct"]);
    await cell(page, "rows").getByLabel("b: 1 rows. Click to filter.").click();
    await state(page, "rows_part", "done");
    expect(await cell(page, "rows_part").locator("tbody td").allTextContents()).toEqual(["1", "b"]);
    await page.getByRole("button", {name: "Undo"}).click();
    await expect.poll(() => cell(page, "rows_part").count()).toBe(0);
  });

  test("runs several statements and shows the last one's result, ordered on a click, NULL unlike ''", async () => {
    await run(page, "CREATE OR REPLACE TABLE mine AS FROM (VALUES (2, ''), (1, NULL)) t(i, x); -- ;\nFROM mine");
    await state(page, "rows", "done");
    expect(await values(page)).toEqual(["2", "''", "1", "NULL"]);
    await cell(page, "rows").getByRole("button", {name: "i", exact: true}).click();
    await expect.poll(() => values(page)).toEqual(["1", "NULL", "2", "''"]);
  });

  test("renders only the visible ones of a million rows, each of the expected height", async () => {
    await run(page, "SELECT i AS number, i / 3 AS third FROM range(1000000) t(i)");
    await expect
      .poll(() => cell(page, "rows").locator(".notebook-state").textContent())
      .toMatch(/^1,000,000 rows, \d+ ms/);
    const box = cell(page, "rows").locator(".result-rows");
    const rows = box.locator("tbody tr");
    expect(await rows.first().evaluate((row) => row.getBoundingClientRect().height)).toBe(28);
    await box.evaluate((table) => table.scrollTo(0, table.scrollHeight));
    await expect.poll(() => rows.last().locator("td").first().textContent()).toBe("999999");
    expect(await rows.last().getAttribute("aria-rowindex")).toBe("1000001");
    await box.evaluate((table) => table.scrollTo(0, table.scrollHeight / 2));
    await expect.poll(async () => Math.abs((await numberIn(rows.first())) - 500_000)).toBeLessThan(1000);
    expect(await rows.count()).toBeLessThan(100);
    for (const first of [0, 999_999]) {
      await cell(page, "rows").locator("th button", {hasText: "third"}).click();
      await expect.poll(() => numberIn(rows.first())).toBe(first);
    }
  });

  test("shortens doubles, and shows all digits on request", async () => {
    await run(page, "SELECT 1234567.891::DOUBLE AS x, 1 / 3 AS y");
    await expect.poll(() => values(page)).toEqual(["1,234,568", "0.333333"]);
    await cell(page, "rows").getByLabel("All digits").check();
    await expect.poll(() => values(page)).toEqual(["1234567.891", "0.3333333333333333"]);
  });

  test("can be cancelled, and its dependents wait", async () => {
    await run(page, ENDLESS);
    await state(page, "rows", "running");
    await cell(page, "rows").getByRole("button", {name: "Cancel"}).click();
    await state(page, "rows", "cancelled");
    await state(page, "chart", "waiting");
    await run(page, "SELECT 1 AS one");
    await state(page, "rows", "done");
  });

  test("is found again in the history", async () => {
    await page.getByText("History", {exact: true}).click();
    await page.getByLabel("Find a query").fill("third");
    await expect
      .poll(() => page.locator(".sql-own li pre").allTextContents())
      .toEqual(["SELECT i AS number, i / 3 AS third FROM range(1000000) t(i)"]);
    await page.getByRole("button", {name: "Add as a cell"}).click();
    await state(page, "query", "done");
  });

  test("finds a column by a word, and inserts a table's name on a click", async () => {
    await page.getByLabel("Find a table or column").fill("embodied");
    expect(await page.locator(".sql-schema .sql-group details").count()).toBeLessThan(20);
    const table = page.locator(".sql-schema .sql-group details").first();
    await table.locator("summary").click();
    const name = await table.locator("li button").first().textContent();
    await run(page, "FROM ", false);
    await table.locator("li button").first().click();
    expect(await cell(page, "rows").locator(".cm-content").textContent()).toBe(`FROM ${name ?? ""}`);
  });

  test("reads a reader's own file, which is stored and can be removed", async () => {
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
    await run(page, "SELECT q.* FROM own.my_quotes q LEFT JOIN region r ON r.key = q.region ORDER BY price");
    await state(page, "rows", "done");
    const all = await values(page);
    expect(all.slice(0, 3)).toEqual(["iowa", "1,234.5", "2026-12-31"]);
    expect(all.slice(-3)).toEqual(["nowhere", "NULL", "NULL"]);
    await page.getByRole("button", {name: "Remove own.my_quotes"}).click();
    await expect.poll(() => page.getByRole("button", {name: "own.my_quotes", exact: true}).count()).toBe(0);
  });

  test("has done all this without an error", () => {
    expect(visited.problems).toEqual([]);
  });
});

function numberIn(row: Locator): Promise<number> {
  return row.locator("td").first().textContent().then(Number);
}

test("a link's query can fetch nothing from elsewhere, and says so", async () => {
  const visited = await visit(`sql${hashOf("SELECT * FROM read_parquet('https://example.com/x.parquet')")}`);
  await state(visited.page, "rows", "failed");
  expect(await cell(visited.page, "rows").getByRole("alert").textContent()).toMatch(
    /read_parquet.*\n {2}This page's DuckDB reads the model's tables only, no files, addresses/
  );
  expect(visited.problems).toEqual([]);
  await leave(visited);
});

test.each([
  ["is too long", () => `sql${hashOf(" ".repeat(20_000_000))}`, /^the query in this link is longer than 1 MB/],
  ["is damaged", () => "sql#v1,notdeflated", /^the query in this link is damaged: notdeflated/]
])("a link that %s says so and stays in the address", async (_, address, message) => {
  const visited = await visit(address());
  await expect.poll(() => visited.page.locator(".notebook-fault").textContent()).toMatch(message);
  expect(new URL(visited.page.url()).hash).toMatch(/^#v1,/);
  await state(visited.page, "offers", "done");
  await leave(visited);
});
