import {readFileSync} from "node:fs";
import type {Locator, Page} from "playwright-core";
import {expect} from "vitest";

/** A query that takes longer than anyone waits. */
export const ENDLESS = "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE sin(a.i * b.j) > 2";

/** The name of the focused cell. */
export async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.name);
}

export function names(page: Page): Promise<string[]> {
  return page
    .locator(".notebook-cell")
    .evaluateAll((cells) => cells.map((one) => (one as HTMLElement).dataset.name ?? ""));
}

export function cell(page: Page, name: string): Locator {
  return page.locator(`.notebook-cell[data-name="${name}"]`);
}

export async function state(page: Page, name: string, status: string): Promise<void> {
  const now = () =>
    cell(page, name)
      .getAttribute("data-status", {timeout: 1000})
      .catch(() => "missing");
  await expect.poll(now, {message: `${name} is ${status}`}).toBe(status);
}

/** Enters a query in the cell `rows` and, unless told otherwise, runs it and waits until it is in progress. */
export async function run(page: Page, text: string, isRun = true): Promise<void> {
  await cell(page, "rows").locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
  if (isRun) await page.keyboard.press("ControlOrMeta+Enter");
}

export async function values(page: Page): Promise<string[]> {
  return cell(page, "rows").locator("tbody td").allTextContents();
}

export function saved(page: Page, name: string): Promise<string> {
  return savedIn(page.locator("body"), name);
}

/** The file saved by a button whose name is unique on its part of the page. */
export async function savedIn(part: Locator, name: string): Promise<string> {
  const [file] = await Promise.all([part.page().waitForEvent("download"), part.getByRole("button", {name}).click()]);
  return readFileSync(await file.path(), "latin1");
}
