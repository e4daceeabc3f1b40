import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {hashOf} from "../../src/components/database/link-state.js";
import {colours, seriousInBoth, seriousViolations} from "./axe.js";
import {leave, useBrowser, visit, type Visit} from "./browser.js";
import {cell, run, state, values} from "./notebook-cells.js";

useBrowser();

test("axe finds nothing in a result, an error beside it, settings of a chart and an input, a read file", async () => {
  const visited = await visit("sql", {width: 360});
  const {page} = visited;
  await state(page, "gap", "done");
  await state(page, "finding", "done");
  for (const summary of await page.locator(":is([data-name=gap], [data-name=busy]) summary").all())
    await summary.click();
  await page.getByRole("button", {name: "Add SQL after offers"}).click();
  await state(page, "rows", "done");
  await cell(page, "rows").locator("details summary").click();
  expect(await found(page)).toEqual([]);
  const group = page.locator(".sql-schema .sql-group").nth(1);
  await group.locator("summary").first().click();
  await group.locator("details summary").first().click();
  await group.getByRole("button", {name: "First rows"}).first().click();
  await expect.poll(() => group.locator(".sql-first-rows tbody tr").count()).toBe(5);
  await run(page, "SELECT nowhere FROM offers");
  await state(page, "rows", "failed");
  expect(await found(page)).toEqual([]);
  const buffer = Buffer.from("region;price;seen\niowa;1.234,50;31.12.2026\nnowhere;n/a;\n");
  await page.getByLabel("Add a file").setInputFiles({name: "quotes.csv", mimeType: "text/csv", buffer});
  await page.getByRole("dialog").getByRole("button", {name: "Add"}).waitFor();
  expect(await found(page)).toEqual([]);
  await leave(visited);
});

/** Problems at 1440 px in light and dark, and at 360, equivalent to 1440 at 400 %; colours are the same there. */
async function found(page: Page): Promise<string[]> {
  await sized(page, 1440);
  const wide = [...(await tooWide(page)), ...(await seriousInBoth(page))];
  await sized(page, 360);
  const others = {rules: Object.fromEntries(colours.map((rule) => [rule, {enabled: false}]))};
  return [...wide, ...(await tooWide(page)), ...(await seriousViolations(page, others))];
}

async function sized(page: Page, width: number): Promise<void> {
  await page.setViewportSize({width, height: 900});
  await page.waitForTimeout(200);
}

function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const {scrollWidth} = document.documentElement;
    return scrollWidth > innerWidth ? [`${scrollWidth} px wide, in a window of ${innerWidth}`] : [];
  });
}

describe("with keys alone", () => {
  test("a result is scrolled and ordered, its chart is changed, a file is read", async () => {
    const visited = await visit(`sql${hashOf("SELECT i AS n, sin(i) AS s FROM range(5000) t(i)")}`);
    const {page} = visited;
    await state(page, "chart", "done");
    await tabTo(page, cell(page, "rows").getByRole("region", {name: "Query result"}));
    await page.keyboard.press("End");
    const last = cell(page, "rows").locator("tbody tr").last().locator("td").first();
    await expect.poll(() => last.textContent()).toBe("4999");
    await tabTo(page, cell(page, "rows").getByRole("button", {name: "s", exact: true}));
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await values(page))[1]).toMatch(/^−(1$|0\.99)/);
    await tabTo(page, cell(page, "chart").locator("summary", {hasText: "Chart settings"}));
    await page.keyboard.press("Enter");
    await tabTo(page, cell(page, "chart").getByLabel("Mark"));
    await page.keyboard.press("t");
    await expect.poll(() => cell(page, "chart").locator("code").textContent()).toContain("Plot.tickX(rows");
    await leave(visited);
  });

  test("a table is pasted, its types are changed, and it is added", async () => {
    const visited: Visit = await visit(`sql${hashOf("SELECT 1 AS one")}`);
    const {page} = visited;
    await state(page, "rows", "done");
    await cell(page, "rows").focus();
    await page.evaluate(paste, "region\tprice\niowa\t1,5\nutah\t2,25\n");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.getByLabel("Type of price").inputValue()).toBe("DOUBLE");
    await tabTo(page, dialog.getByLabel("Type of price"));
    await page.keyboard.press("v");
    await tabTo(page, dialog.getByRole("button", {name: "Add"}));
    await page.keyboard.press("Enter");
    await page.getByRole("button", {name: "own.pasted", exact: true}).waitFor();
    await run(page, "SELECT price, typeof(price) FROM own.pasted LIMIT 1");
    await expect.poll(() => values(page)).toEqual(["1,5", "VARCHAR"]);
    await page.getByRole("button", {name: "Remove own.pasted"}).click();
    await leave(visited);
  });
});

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  const has = (): Promise<boolean> => element.evaluate((one) => one === document.activeElement);
  for (let times = 0; times < 200 && !(await has()); ++times) await page.keyboard.press("Tab");
  expect(await has()).toBe(true);
}

function paste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.activeElement!.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true}));
}
