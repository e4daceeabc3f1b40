import {readFileSync} from "node:fs";
import type {Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {FigureElement} from "../../src/components/figure/figure-query.js";
import {ENDLESS} from "./notebook-cells.js";
import {leave, useBrowser, visit, type Visit} from "./browser.js";

useBrowser();

describe("a figure's query", () => {
  let visited: Visit;
  let page: Page;
  let figure: Locator;
  beforeAll(async () => {
    visited = await visit("value-flow", {first: true});
    page = visited.page;
    figure = page.locator("figure.figure").first();
  });
  afterAll(() => leave(visited));

  test("loads neither DuckDB nor an editor for those who only read", async () => {
    const bodies = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
    expect(bodies.filter((name) => /duckdb|codemirror|in-place/.test(name))).toEqual([]);
  });

  test("opens below the chart with the rows that it draws, and leaves the chart unchanged", async () => {
    const before = await marks(figure);
    await figure.getByRole("button", {name: "Edit query"}).click();
    await ran(figure);
    expect(await rowsOf(figure)).toBe(await drawnRows(figure));
    expect(await marks(figure)).toEqual(before);
    expect(await figure.locator(".figure-edited").count()).toBe(0);
  });

  test("that is edited draws the same chart of the new rows, and says so", async () => {
    const before = await marks(figure);
    const text = await textIn(figure);
    await type(page, figure, `FROM (\n${text}\n) WHERE amount > (SELECT median(amount) FROM flow)`);
    await expect.poll(() => figure.locator(".figure-edited").textContent()).toBe("edited, not the published figure");
    await expect.poll(async () => (await marks(figure)).length).toBeGreaterThan(10);
    expect((await marks(figure)).length).toBeLessThan(before.length);
  });

  test("is saved as a picture that also says so", async () => {
    await figure.getByText("Show table").click();
    const file = async (name: string) => {
      const button = figure.getByRole("button", {name});
      return (await Promise.all([page.waitForEvent("download"), button.click()]))[0];
    };
    const svg = await file("Download SVG");
    expect(svg.suggestedFilename()).toMatch(/-edited\.svg$/);
    // Its text takes as many lines as it needs.
    const words = readFileSync(await svg.path(), "utf8").replace(/(<[^>]*>|\s)+/g, " ");
    expect(words).toMatch(/edited, not the published figure.*Source: .*version 0\.1\.0.* model [0-9a-f]{12}/);
    expect((await file("Download PNG")).suggestedFilename()).toMatch(/-edited\.png$/);
    const textOf = async (name: string) => readFileSync(await (await file(name)).path(), "utf8");
    const notes = await textOf("Download CSV");
    const rows = await textOf("CSV without notes");
    const told = notes.slice(0, notes.length - rows.length);
    expect(notes).toBe(told + rows);
    expect(told).toMatch(/^("# .*"\n)+$/);
    expect(told).toMatch(/# Source: the model's ledger[\s\S]*# Units: .*amount in USD\/month/);
    expect(told).toMatch(/version 0\.1\.0.* model [0-9a-f]{12}[\s\S]*\/value-flow[\s\S]*# Downloaded: \d{4}-\d\d-\d\d/);
  });

  test("of other columns draws another chart", async () => {
    await type(page, figure, "SELECT payer_sector, sum(amount) AS paid FROM flow GROUP BY payer_sector");
    await expect.poll(() => figure.locator(".figure-chart svg").getAttribute("aria-label")).toMatch(/^bar of paid/);
  });

  test("that is wrong says where, and the previous answer is disabled", async () => {
    await type(page, figure, "SELECT * FROM floww");
    await expect.poll(() => figure.getByRole("alert").textContent()).toMatch(/did you mean flow\?/);
    expect(await figure.locator(".figure-cell > [inert]").count()).toBe(1);
  });

  test("that does not stop is cancelled, and the next one runs", async () => {
    await type(page, figure, ENDLESS);
    await figure.getByRole("button", {name: "Cancel"}).click();
    await expect.poll(() => statusOf(figure)).toBe("cancelled");
    expect(await figure.locator(".figure-cell > [inert]").count()).toBe(1);
    await type(page, figure, "SELECT payer_sector, count(*) AS payments FROM flow GROUP BY payer_sector");
    await expect.poll(() => statusOf(figure)).toMatch(/^\d+ rows/);
  });

  test("gives way to the published figure", async () => {
    await figure.getByRole("button", {name: "Published figure"}).click();
    expect(await figure.locator(".figure-cell").count()).toBe(0);
    expect(await figure.locator(".figure-edited").count()).toBe(0);
    expect(
      await figure.getByRole("button", {name: "Edit query"}).evaluate((one) => one === document.activeElement)
    ).toBe(true);
  });

  test("has done all this without an error", () => {
    expect(visited.problems).toEqual([]);
  });

  test("can be taken to the notebook", async () => {
    await figure.getByRole("button", {name: "Edit query"}).click();
    await ran(figure);
    const rows = await rowsOf(figure);
    await figure.getByRole("link", {name: "Open in notebook"}).click();
    const state = page.locator('.notebook-cell[data-name="rows"] .notebook-state');
    await expect.poll(() => state.textContent()).toMatch(new RegExp(`^${rows.toLocaleString("en-US")} rows, `));
  });
});

test.each(["neoclouds", "uncertainty"])(
  "in the page's own DuckDB, each query of /%s draws its figure again",
  async (path) => {
    const visited = await visit(path);
    const figures = await visited.page.locator("figure.figure:has(figcaption button)").all();
    for (const figure of figures) {
      const before = await marks(figure);
      await figure.getByRole("button", {name: "Edit query"}).click();
      await ran(figure);
      expect(await rowsOf(figure)).toBe(await drawnRows(figure));
      if (!(await isRedrawn(figure))) continue;
      await type(visited.page, figure, `${await textIn(figure)}\n`);
      await figure.locator(".figure-edited").waitFor();
      await expect.poll(() => marks(figure)).toEqual(before);
    }
    expect(figures.length).toBeGreaterThan(4);
    expect(visited.problems).toEqual([]);
    await leave(visited);
  }
);

function statusOf(figure: Locator): Promise<string | null> {
  return figure.locator(".figure-cell > .sql-bar [role=status]").textContent();
}

async function ran(figure: Locator): Promise<void> {
  await expect.poll(() => statusOf(figure)).toMatch(/ rows, \d+ ms$/);
}

async function rowsOf(figure: Locator): Promise<number> {
  const words = await statusOf(figure);
  return Number(/^[\d,]+/.exec(words ?? "")?.[0].replaceAll(",", ""));
}

function drawnRows(figure: Locator): Promise<number> {
  return figure.evaluate((element) => (element as FigureElement).drawn.grid().length);
}

function isRedrawn(figure: Locator): Promise<boolean> {
  return figure.evaluate((element) => (element as FigureElement).drawn.redraw !== undefined);
}

async function textIn(figure: Locator): Promise<string> {
  return (await figure.locator(".cm-line").allTextContents()).join("\n");
}

async function type(page: Page, figure: Locator, text: string): Promise<void> {
  await figure.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
  await page.keyboard.press("ControlOrMeta+Enter");
}

/** The elements of a figure's chart, without what a click on it would open. */
function marks(figure: Locator): Promise<string[]> {
  return figure.locator(".figure-chart").evaluate((chart) =>
    [...chart.querySelectorAll("svg :is(path, circle, rect, line, text)")].map((mark) =>
      ["d", "cx", "cy", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "transform"]
        .map((name) => (mark.getAttribute(name) ?? "").replace(/\d+\.\d+/g, (number) => Number(number).toFixed(6)))
        .concat(mark.tagName, mark.childElementCount > 0 ? "" : mark.textContent)
        .join("|")
    )
  );
}
