import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {hashOf} from "../../src/components/database/link-state.js";
import {leave, useBrowser, visit, type Visit} from "./browser.js";
import {cell, ENDLESS, focused, names, run, state, values} from "./notebook-cells.js";

useBrowser();

describe("a cell", () => {
  let visited: Visit;
  let page: Page;
  beforeAll(async () => {
    visited = await visit(`sql${hashOf("SELECT 1 AS one")}`);
    page = visited.page;
  });
  afterAll(() => leave(visited));

  test("that is edited but not run survives a reload", async () => {
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

  test("stops at the time limit, and says how to raise it", async () => {
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

  test("is cancelled with Esc while running", async () => {
    await run(page, ENDLESS);
    await state(page, "rows", "running");
    const begin = Date.now();
    await page.keyboard.press("Escape");
    await state(page, "rows", "cancelled");
    expect(Date.now() - begin).toBeLessThan(5000);
    await run(page, "SELECT 1 AS one");
    await state(page, "rows", "done");
  });

  test("has done all this without an error", () => {
    expect(visited.problems).toEqual([]);
  });
});
