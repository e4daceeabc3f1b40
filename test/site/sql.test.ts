import {readFileSync} from "node:fs";
import type {Locator, Page} from "playwright-core";
import {writeXlsx} from "hucre/xlsx";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {hashOf} from "../../src/components/database/link-state.js";
import type {FirstResult} from "../../src/pages/sql/first-result.js";
import {leave, newPage, useBrowser, visit, type Visit} from "./browser.js";

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
      /With 45% of GPU-hours computing, \d+ of \d+ list prices are below the cost/
    );
    expect(await cell(page, "gap").locator('svg [aria-label="dot"] circle').count()).toBeGreaterThan(50);
    expect(await cell(page, "offers").locator("tbody tr").count()).toBeGreaterThan(50);
  });

  test("a moved slider changes all three", async () => {
    const before = await cell(page, "finding").locator(".notebook-text").textContent();
    await cell(page, "busy").locator("input[type=range]").fill("0.2");
    await expect.poll(() => cell(page, "finding").locator(".notebook-text").textContent()).toMatch(/With 20%/);
    expect(await cell(page, "finding").locator(".notebook-text").textContent()).not.toBe(before);
  });

  test("a renamed cell keeps its chart and its sentence; Undo is one change", async () => {
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

  test("a table of the model is no name for a cell", async () => {
    await cell(page, "offers").getByLabel("Name of the cell").fill("cluster");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(page, "offers").getByRole("alert").textContent()).toMatch(/a table of the model/);
  });

  test("a chart of the reader's own: mark and columns can be changed, and its code is shown", async () => {
    await cell(page, "gap").locator("summary").click();
    await cell(page, "gap").getByLabel("Mark").selectOption("tick");
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.tickX(offers");
    await page.goBack();
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.dot(offers");
  });

  test("Redo is there for what was taken back, and for nothing else", async () => {
    const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", {name}));
    await expect.poll(() => redo!.isEnabled()).toBe(true);
    await redo!.click();
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.tickX(offers");
    await expect.poll(() => redo!.isEnabled()).toBe(false);
    await undo!.click();
    await expect.poll(() => cell(page, "gap").locator("code").textContent()).toContain("Plot.dot(offers");
  });

  test("a reload finds the notebook, and the browser keeps it", async () => {
    await page.reload();
    await state(page, "offers", "done");
    expect(await cell(page, "busy").locator("input[type=range]").inputValue()).toBe("0.2");
    await page.getByText("Kept in this browser").click();
    expect(await page.getByRole("button", {name: "Remove Who sells tokens below cost?"}).count()).toBe(1);
  });

  test("leaves as a page, a script and a file", async () => {
    await page.locator(".notebook-menu summary").click();
    expect(await saved(page, "Framework page (.md)")).toMatch(/Plot\.plot[\s\S]*```sql id=offers/);
    expect(await saved(page, "SQL for DuckDB (.sql)")).toContain("SET VARIABLE busy = 0.2::DOUBLE;");
    expect(JSON.parse(await saved(page, "Notebook file (.json)"))).toMatchObject({v: 1, cells: {length: 5}});
  });

  test("has done all this without a fault", () => {
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

  test("tells an error and marks its place; cells that read it wait, and the result before is dim", async () => {
    await run(page, "SELECT 1 AS one\nFORM nowhere");
    await state(page, "rows", "failed");
    expect(await cell(page, "rows").getByRole("alert").textContent()).toMatch(/^Parser Error: syntax error/);
    expect(await page.locator(".cm-lintRange-error").allTextContents()).toEqual(["FORM"]);
    expect(await cell(page, "chart").locator(".notebook-state").textContent()).toBe("waits for rows");
    expect(await page.locator(".notebook-old .sql-result[inert]").count()).toBe(1);
  });

  test("shows and saves every value as DuckDB has it, under names that differ", async () => {
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
    expect((await saved(page, "Download Parquet")).slice(0, 4)).toBe("PAR1");
    expect((await saved(page, "Download Arrow")).slice(0, 6)).toBe("ARROW1");
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

  test("sums up its columns, and a part of one becomes a cell", async () => {
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

  test("shows the first rows of many and more on scrolling", async () => {
    await run(page, "SELECT i AS number FROM range(12345) t(i)");
    await state(page, "rows", "done");
    expect(await cell(page, "rows").locator(".notebook-state").textContent()).toMatch(/^12,345 rows, \d+ ms/);
    const rows = cell(page, "rows").locator("tbody tr");
    expect(await rows.count()).toBe(200);
    await cell(page, "rows")
      .locator(".grid-table")
      .evaluate((table) => table.scrollTo(0, table.scrollHeight));
    await expect.poll(() => rows.count()).toBe(400);
  });

  test("that is typed and not run survives a reload", async () => {
    await run(page, "SELECT 1 AS one");
    await state(page, "rows", "done");
    await run(page, "SELECT 2 AS two", false);
    await page.reload();
    await state(page, "rows", "done");
    expect(await cell(page, "rows").locator(".cm-content").textContent()).toBe("SELECT 2 AS two");
    expect(await cell(page, "rows").locator(".notebook-draft").textContent()).toBe("changed, not run yet");
    expect(await values(page)).toEqual(["1"]);
  });

  test("goes back one run at a time", async () => {
    for (const number of [3, 4, 5]) {
      await run(page, `SELECT ${number} AS n`);
      await expect.poll(() => values(page)).toEqual([`${number}`]);
    }
    await page.goBack();
    await expect.poll(() => values(page)).toEqual(["4"]);
    await page.goBack();
    await expect.poll(() => values(page)).toEqual(["3"]);
    await page.goForward();
    await expect.poll(() => values(page)).toEqual(["4"]);
  });

  test("stops at the time limit, and says how to get a longer one", async () => {
    await page.getByLabel("Time limit of a cell").selectOption("10");
    await run(page, ENDLESS);
    await state(page, "rows", "running");
    await expect
      .poll(() => cell(page, "rows").locator(".notebook-state").textContent())
      .toMatch(/^running, [1-9] of 10 s/);
    expect(await cell(page, "rows").getByRole("progressbar").getAttribute("max")).toBe("10");
    await state(page, "rows", "failed");
    expect(await cell(page, "rows").getByRole("alert").textContent()).toMatch(/^stopped after 10 s, the time limit/);
    await page.getByLabel("Time limit of a cell").selectOption("60");
  });

  test("is run, left, moved and followed by another with keys alone", async () => {
    await run(page, "SELECT 6 AS six", false);
    await page.keyboard.press("Shift+Enter");
    await expect.poll(() => values(page)).toEqual(["6"]);
    expect(await focused(page)).toBe("chart");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("rows");
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => names(page)).toEqual(["chart", "rows"]);
    await page.keyboard.press("Enter");
    expect(
      await cell(page, "rows")
        .locator(".cm-content")
        .evaluate((one) => one === document.activeElement)
    ).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => names(page)).toEqual(["rows", "chart"]);
    await page.keyboard.press("ControlOrMeta+k");
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Find a table or column");
    await cell(page, "rows").focus();
    await page.keyboard.press("ControlOrMeta+/");
    await page.getByRole("dialog", {name: "Keys"}).getByRole("button").click();
  });

  test("that runs is cancelled with Esc", async () => {
    await run(page, ENDLESS);
    await state(page, "rows", "running");
    const begin = Date.now();
    await page.keyboard.press("Escape");
    await state(page, "rows", "cancelled");
    expect(Date.now() - begin).toBeLessThan(5000);
    await run(page, "SELECT 1 AS one");
    await state(page, "rows", "done");
  });

  test("can be cancelled, and what reads it waits", async () => {
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
    await page.getByLabel("Find a query").fill("12345");
    await expect
      .poll(() => page.locator(".sql-own li pre").allTextContents())
      .toEqual(["SELECT i AS number FROM range(12345) t(i)"]);
    await page.getByRole("button", {name: "Add as a cell"}).click();
    await state(page, "query", "done");
  });

  test("finds a column by a word, and inserts a table's name on a click", async () => {
    await page.getByLabel("Find a table or column").fill("embodied");
    expect(await page.locator(".sql-schema .sql-group details").count()).toBeLessThan(20);
    const table = page.locator(".sql-schema .sql-group details").first();
    await table.locator("summary").click();
    const name = await table.getByRole("button").first().textContent();
    await run(page, "FROM ", false);
    await table.getByRole("button").first().click();
    expect(await cell(page, "rows").locator(".cm-content").textContent()).toBe(`FROM ${name ?? ""}`);
  });

  test("reads a reader's own file, which stays and can be removed", async () => {
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

  test("has done all this without a fault", () => {
    expect(visited.problems).toEqual([]);
  });
});

test("the first example shows its chart, its sentence and first rows before DuckDB is there", async () => {
  const page = await newPage();
  await page.route(/duckdb-eh.*wasm$/, () => undefined);
  await page.goto(new URL("sql", inject("siteUrl")).href);
  await expect.poll(() => cell(page, "offers").locator("tbody tr").count()).toBe(5);
  await expect.poll(() => cell(page, "gap").locator('svg [aria-label="dot"] circle').count()).toBeGreaterThan(50);
  await expect
    .poll(() => cell(page, "finding").locator(".notebook-text").textContent())
    .toMatch(/With 45% of GPU-hours computing, \d+ of \d+ list prices are below the cost/);
  expect(await cell(page, "offers").locator("details", {hasText: "Download"}).count()).toBe(0);
  await page.close();
});

test("the first example's published result is what DuckDB gives in the page", async () => {
  const visited = await visit("sql");
  await state(visited.page, "finding", "done");
  const first = (await (await fetch(new URL("first-result.json", inject("siteUrl")))).json()) as FirstResult;
  const {columns, texts} = first.rows.offers!;
  const [download] = await Promise.all([
    visited.page.waitForEvent("download"),
    cell(visited.page, "offers")
      .locator("details", {hasText: "Download"})
      .evaluate((details) => details.querySelector("button")!.click())
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines).toEqual([columns.map(({name}) => name).join(","), ...texts.map((row) => row.join(","))]);
  await leave(visited);
});

test("a workbook's sheet is chosen, and an Arrow file keeps the types that were saved", async () => {
  const visited = await visit("sql");
  const {page} = visited;
  await state(page, "finding", "done");
  const sheets = [
    {name: "Long notes", rows: [["nothing"], ["but"], ["a"], ["list"], ["of"], ["words"]]},
    {name: "Quotes", rows: [["Quotes of November"], [], ["region", "price"], ["iowa", 1234.5], ["utah", 0.25]]}
  ];
  const buffer = Buffer.from(await writeXlsx({sheets}));
  await page.getByLabel("Add a file").setInputFiles({name: "quotes.xlsx", mimeType: "application/zip", buffer});
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Sheet").selectOption("Quotes");
  await expect.poll(() => dialog.getByLabel("Line of the names").inputValue()).toBe("3");
  expect(await dialog.getByLabel("Type of price").inputValue()).toBe("DOUBLE");
  await dialog.getByLabel("Name of column 2").fill("usd");
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", {name: "Add"}).click();
  await page.getByRole("button", {name: "own.quotes", exact: true}).waitFor();
  await page.goto(
    new URL(`sql${hashOf("SELECT usd, usd::DECIMAL(9,3) AS exact, [region] AS list FROM own.quotes")}`, page.url()).href
  );
  await page.reload();
  await state(page, "rows", "done");
  expect(await values(page)).toEqual(["1,234.5", "1234.500", "[iowa]", "0.25", "0.250", "[utah]"]);
  await cell(page, "rows").locator("summary").click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download Arrow"}).click()
  ]);
  const arrow = readFileSync(await file.path());
  await page.getByLabel("Add a file").setInputFiles({name: "back.arrow", mimeType: "", buffer: arrow});
  expect(await dialog.getByLabel("Type of exact").inputValue()).toBe("DECIMAL(9,3)");
  expect(await dialog.getByLabel("Type of list").inputValue()).toBe("VARCHAR[]");
  await dialog.getByRole("button", {name: "Add"}).click();
  await run(page, "SELECT typeof(exact), list[1] FROM own.back");
  await state(page, "rows", "done");
  await expect.poll(() => values(page)).toEqual(["DECIMAL(9,3)", "iowa", "DECIMAL(9,3)", "utah"]);
  await leave(visited);
});

test("an own scenario's tables are in the schema own, those of a kept one in a schema of its name", async () => {
  const address = "own=v1%3Bparent%3Dreference%3Bparameter.cost_of_capital%3D0.2";
  const query =
    "SELECT a.scenario, avg(a.resource_cost) > avg(b.resource_cost) AS dearer FROM own.economy a " +
    "JOIN economy b USING (date) WHERE b.scenario = 'reference' GROUP BY ALL";
  const visited = await visit(`sql?${address}${hashOf(query)}`);
  const {page} = visited;
  await state(page, "rows", "done");
  expect(await values(page)).toEqual(["own", "true"]);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("token-factory", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("scenario");
        opening.onsuccess = () => {
          const change = opening.result.transaction("scenario", "readwrite");
          change.objectStore("scenario").put("v1;parent=reference;parameter.cost_of_capital=0.2", "Board case B");
          change.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      })
  );
  await run(page, 'SELECT count(*) AS months FROM "Board case B".economy');
  await state(page, "rows", "done");
  await expect.poll(() => values(page)).toEqual(["60"]);
  await leave(visited);
});

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

const ENDLESS = "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE sin(a.i * b.j) > 2";

/** The name of the cell that has the focus. */
async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.name);
}

function names(page: Page): Promise<string[]> {
  return page
    .locator(".notebook-cell")
    .evaluateAll((cells) => cells.map((one) => (one as HTMLElement).dataset.name ?? ""));
}

function cell(page: Page, name: string): Locator {
  return page.locator(`.notebook-cell[data-name="${name}"]`);
}

async function state(page: Page, name: string, status: string): Promise<void> {
  const now = () =>
    cell(page, name)
      .getAttribute("data-status", {timeout: 1000})
      .catch(() => "missing");
  await expect.poll(now, {message: `${name} is ${status}`}).toBe(status);
}

/** Types a query into the cell `rows` and, unless said otherwise, runs it and waits until it is under way. */
async function run(page: Page, text: string, isRun = true): Promise<void> {
  await cell(page, "rows").locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
  if (isRun) await page.keyboard.press("ControlOrMeta+Enter");
}

async function values(page: Page): Promise<string[]> {
  return cell(page, "rows").locator("tbody td").allTextContents();
}

async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", {name}).click()]);
  return readFileSync(await file.path(), "latin1");
}
