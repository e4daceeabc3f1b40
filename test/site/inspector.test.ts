import {unzipSync} from "fflate";
import {readFileSync} from "node:fs";
import type {Download, Page} from "playwright-core";
import {afterEach, describe, expect, test} from "vitest";
import {leave, useBrowser, useVisit, visit, type Visit} from "./browser.js";
import {patience} from "./patience.js";

useBrowser();

/** The panel's text, once computed. */
async function told(page: Page): Promise<string> {
  await page.waitForSelector(".inspector h2");
  return page.locator(".inspector").innerText();
}

/** A page whose inspector is closed after each test. */
function useInspected(path: string): () => Visit {
  const opened = useVisit(path);
  afterEach(async () => {
    const {page} = opened();
    // A second click during loading opens the inspector once more.
    const closed = async (): Promise<number> => {
      await page.keyboard.press("Escape");
      return page.locator(".inspector").count();
    };
    await expect.poll(closed).toBe(0);
  });
  return opened;
}

/** Opens the inspector on a cell at any address. */
function inspect(page: Page, address: string): Promise<void> {
  return page.evaluate((cell) => {
    const card = document.querySelector<HTMLElement>("[data-cell]")!;
    card.dataset.cell = cell;
    card.click();
  }, address);
}

describe("the inspector", () => {
  describe("on /", () => {
    const opened = useInspected("");

    test("opens on a card by keyboard, goes down to the sources and back, and closes where it began", async () => {
      const {page} = opened();
      const card = page.locator('.headline [data-cell^="economy.value_per_cost"]');
      await card.focus();
      await page.keyboard.press("Enter");
      expect(await told(page)).toContain("value_per_cost = productivity_value / resource_cost");
      expect(await page.locator(".inspector math mfrac").count()).toBe(1);
      expect(await page.locator(".inspector svg path").count()).toBe(1);
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement!.textContent)).toContain("economy.productivity_value");
      await page.keyboard.press("Enter");
      await page.waitForSelector("text=productivity_value = sum(segment.productivity_value)");
      expect(await page.locator('section[aria-label="Used by"]').innerText()).toContain("economy.value_per_cost@0");
      await page.keyboard.press("Alt+ArrowLeft");
      await page.waitForSelector("text=value_per_cost = productivity_value / resource_cost");
      await page.keyboard.press("Escape");
      expect(await page.locator(".inspector").count()).toBe(0);
      expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell)).toContain(
        "value_per_cost"
      );
      expect(opened().problems).toEqual([]);
    });
    test("shows range, source and link of an input", async () => {
      const {page} = opened();
      await inspect(page, "accelerator[h100].unit_price");
      const text = await told(page);
      expect(text).toMatch(/Range .* to .* \(\w+\)/);
      expect(text).toContain("assumptions/accelerator.csv");
      expect(await page.locator('.inspector section[aria-label="Source"] a[href^="http"]').count()).toBeGreaterThan(0);
    });
    test("reports an unknown cell", async () => {
      const {page} = opened();
      await inspect(page, "parameter.cost_of_capitl");
      await page.waitForSelector('.inspector [role="alert"]');
      expect(await page.locator(".inspector").innerText()).toContain("did you mean cost_of_capital?");
    });
  });
  describe("on /neoclouds", () => {
    const opened = useInspected("neoclouds");

    test("opens on a number of a table; arrows go from number to number", async () => {
      const {page} = opened();
      await page.getByText("Show table").first().click();
      const table = page.locator(".figure-table table").first();
      await table.waitFor();
      expect(await table.locator('[data-cell][tabindex="0"]').count()).toBe(1);
      await table.locator("[data-cell]").first().focus();
      await page.keyboard.press("ArrowRight");
      const cell = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell!);
      await page.keyboard.press("Enter");
      expect(await told(page)).toContain(cell.replace(/.*\./, "").replace(/@.*/, ""));
    });
    test("opens on the point of a chart that the pointer is at", async () => {
      const {page} = opened();
      const chart = page.locator("figure.figure", {hasText: "Capacity and demand"}).locator("svg").last();
      await chart.scrollIntoViewIfNeeded();
      const box = (await chart.boundingBox())!;
      for (let share = 0.2; share < 0.8 && (await page.locator(".inspector").count()) === 0; share += 0.05) {
        await page.mouse.move(box.x + box.width / 2, box.y + box.height * share);
        await page.mouse.click(box.x + box.width / 2 + 1, box.y + box.height * share);
      }
      expect(await told(page)).toMatch(/economy\.(demanded|allocatable|sold)_hours, 20\d\d-\d\d; scenario Reference/);
    });
  });
  describe("on /value-flow", () => {
    const opened = useInspected("value-flow");

    test(
      "opens on a stream of a flow chart, by mouse and by keyboard, and goes down to the cells that are " + "paid",
      async () => {
        const {page} = opened();
        const streams = page.locator("svg .streams path[data-cell]");
        expect(await page.locator('svg .streams [tabindex="0"]').count()).toBe(1);
        await page.locator('svg .streams [tabindex="0"]').focus();
        await page.keyboard.press("ArrowRight");
        const name = await page.evaluate(() => document.activeElement!.querySelector("title")!.textContent);
        await page.keyboard.press("Enter");
        expect(await told(page)).toContain(/([^,:]+), [^,]+ a month$/.exec(name)![1]!.trim());
        expect(await page.locator(".inspector math munder").count()).toBeGreaterThan(0);
        await page.locator('.inspector section[aria-label="Used by"] button', {hasText: "account["}).first().click();
        await page.waitForSelector("text=all that the sector pays");
        await page.keyboard.press("Escape");
        expect(await page.evaluate(() => document.activeElement!.tagName)).toBe("path");
        await streams.first().click({position: {x: 4, y: 4}, force: true});
        expect(await told(page)).toMatch(/^Paid by .* to .* for /m);
        expect(opened().problems).toEqual([]);
      }
    );
    test("opens on a payment in a table and on a sum of an account", async () => {
      const {page} = opened();
      await page.getByText("Show table").first().click();
      await page.locator('.figure-table [data-cell^="flow[Users > Applications"]').first().click();
      expect(await told(page)).toContain("amount = sum(segment.subscriptions)");
      await page.locator(".inspector-cell", {hasText: "segment["}).first().click();
      await page.waitForSelector("text=subscriptions =");
      await page.keyboard.press("Escape");
      await page.locator('[data-cell^="account[Neoclouds].profit"]').first().focus();
      await page.keyboard.press("Enter");
      expect(await told(page)).toContain("flow[Providers > Neoclouds > GPU-hours].amount");
    });
    test("opens on a number in a sentence, by mouse and by keyboard", async () => {
      const {page} = opened();
      const number = page.locator('p [data-cell*=".gross_revenue"]');
      await number.click();
      expect(await told(page)).toContain("gross_revenue =");
      await page.keyboard.press("Escape");
      await page.locator('p [data-cell*=".final_spending"]').focus();
      await page.keyboard.press("Enter");
      expect(await told(page)).toContain("final_spending =");
    });
  });
  test("opens on an input in the list of assumptions", async () => {
    const visited = await visit("assumptions");
    const {page} = visited;
    await page.locator('[role=listitem] [data-cell^="parameter"]').first().click();
    expect(await told(page)).toContain("Input value and source");
    await leave(visited);
  });
});

describe("the inspector on the page's own project", () => {
  test("shows what a year, and a return, are calculated from, down to the inputs", async () => {
    const visited = await visit("invest");
    const {page, problems} = visited;
    const year = page.locator("tr", {hasText: "revenue"}).locator("[data-cell]").nth(1);
    await year.click();
    await page.waitForSelector(".inspector li >> nth=11");
    expect(await page.locator(".inspector").innerText()).toContain("revenue in year 2 is the sum of:");
    await page.locator(".inspector li button").first().click();
    expect(await told(page)).toContain("revenue = sold_hours * price");
    expect(await told(page)).toMatch(/project\.revenue, 2027-12; scenario this page’s project; month 0/);
    await page.keyboard.press("Escape");
    await page.locator(".headline", {hasText: "Equity IRR"}).locator(".big").click();
    await page.locator(".inspector li button").first().click();
    expect(await told(page)).toContain("owners_cash_flow =");
    expect(problems).toEqual([]);
    await leave(visited);
  });
});

describe("the Export page", () => {
  test("makes a script for DuckDB, and a zip of it with the workbook and the tables", async () => {
    const visited = await visit("library");
    const script = await saved(visited.page, "SQL for DuckDB");
    expect(script.suggestedFilename()).toBe("reference.sql");
    const all = await saved(visited.page, "All in one zip");
    expect(all.suggestedFilename()).toBe("reference.zip");
    expect(namesIn(await all.path())).toEqual(
      expect.arrayContaining(["model.xlsx", "model.sql", "csv/economy.csv", "datapackage.json"])
    );
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
});

async function saved(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent("download", {timeout: 2 * patience}),
    page.getByRole("button", {name}).click()
  ]);
  return download;
}

function namesIn(path: string): string[] {
  const names: string[] = [];
  unzipSync(readFileSync(path), {filter: ({name}) => (names.push(name), false)});
  return names;
}
