import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

/** One number of each column of each table that a page shows, by name. */
async function samples(page: Page): Promise<string[]> {
  const names = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("#observablehq-main [data-cell]")]
      .filter((one) => one.checkVisibility())
      .map(({dataset}) => dataset.cell!)
  );
  const kinds = new Map(names.map((name) => [name.replace(/\[.*\]/, "").replace(/@.*/, ""), name]));
  return [...kinds.values()];
}

/** The panel's text after a click on a number. */
async function opened(page: Page, name: string): Promise<string> {
  await page.evaluate((cell) => {
    const found = [...document.querySelectorAll<HTMLElement>("[data-cell]")].find((one) => one.dataset.cell === cell)!;
    found.dispatchEvent(new MouseEvent("click", {bubbles: true}));
  }, name);
  await page.waitForSelector(".inspector-body :is(h2, li, [role=alert])");
  const text = await page.locator(".inspector-body").innerText();
  await page.locator(".inspector-close").click();
  return text;
}

describe("every kind of number on a page opens the inspector, which explains it", () => {
  test.each(["", "validation", "optimise", "advice"])("/%s", async (path) => {
    const visited = await visit(path);
    const {page, problems} = visited;
    const names = await samples(page);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const text = await opened(page, name);
      expect(text, name).not.toMatch(/no cell "|no table|no row|unknown|There is no/i);
      expect(text.length, name).toBeGreaterThan(40);
    }
    expect(problems).toEqual([]);
    await leave(visited);
  });
  test("a quantile shows its cell, its row, and the query that finds it", async () => {
    const visited = await visit("sweep");
    const {page} = visited;
    await page.locator('.figure-chart [data-cell^="sweep_summary"]').first().click();
    await page.waitForSelector(".inspector h2");
    const text = await page.locator(".inspector").innerText();
    expect(text).toContain("sweep_summary.positive_share: a value in this table, not a cell of the model.");
    expect(text).toMatch(/SELECT \* FROM sweep_summary WHERE region = '\w+' AND accelerator = '\w+'/);
    const query = page.getByText("Open the query");
    await query.click();
    await page.waitForSelector("text=/^1 row, /");
    await leave(visited);
  });
});
