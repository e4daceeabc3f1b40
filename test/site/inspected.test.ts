import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

/** One number of each column of each table that a page shows: what is marked, by table and column. */
async function samples(page: Page): Promise<string[]> {
  const names = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("#observablehq-main [data-cell]")]
      .filter((one) => one.checkVisibility())
      .map(({dataset}) => dataset.cell!)
  );
  const kinds = new Map(names.map((name) => [name.replace(/\[.*\]/, "").replace(/@.*/, ""), name]));
  return [...kinds.values()];
}

/** What the panel holds once a number is clicked. */
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

describe("every kind of number of a page opens the inspector, and says what it is", () => {
  test.each([
    "",
    "materials",
    "neoclouds",
    "inference",
    "applications",
    "productivity",
    "value-flow",
    "scenarios",
    "sweep",
    "market",
    "invest",
    "optimise",
    "advice",
    "claim-399x",
    "assumptions",
    "validation",
    "cross-checks"
  ])("/%s", async (path) => {
    const visited = await visit(path);
    const {page, problems} = visited;
    const names = await samples(page);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const text = await opened(page, name);
      expect(text, name).not.toMatch(/no cell "|no table|no row|unknown|There is no/i);
      expect(text.length, name).toBeGreaterThan(40);
    }
    expect(problems).toEqual([]);
    await leave(visited);
  });
});
