import type {Locator, Page} from "playwright-core";
import {afterAll, afterEach, beforeEach, expect} from "vitest";
import {leave, visit, type Visit} from "./browser.js";

/** A visible cell of the grid. */
export const cell = (page: Page, id: string): Locator => page.locator(`.tf-cell[data-id="${id}"]`).first();

/** A pinned figure. */
export const card = (page: Page, title: string): Locator => page.locator(".headline", {hasText: title}).first();

/** The text of the line below the formula bar. */
export const facts = (page: Page): Locator => page.locator(".tf-facts");

/** Goes to a cell by its address, as a reader can from any table. */
export async function go(page: Page, address: string): Promise<void> {
  await page.getByLabel("Cell address").fill(address);
  await page.keyboard.press("Enter");
}

/** Edits a cell as a person does. */
export async function type(page: Page, id: string, text: string): Promise<void> {
  await go(page, id);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
}

/** An edit is in the address once it is painted. */
export const inAddress = (page: Page, own: string | null): Promise<void> =>
  expect.poll(() => new URL(page.url()).searchParams.get("own")).toBe(own);

/** Pastes a text at the focus. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true})
    );
  }, text);

/** The text copied at the focus. */
export const copied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement!.dispatchEvent(new ClipboardEvent("copy", {clipboardData, bubbles: true, cancelable: true}));
    return clipboardData.getData("text/plain");
  });

/** Opens the dialog of saved scenarios. */
export async function openSaving(page: Page): Promise<void> {
  await page.getByRole("button", {name: "Tools"}).click();
  await page.getByRole("menuitem", {name: "Scenarios …"}).click();
}

/** Chooses from a cell's menu, by keyboard. */
export async function chooseOfCell(page: Page, id: string, item: RegExp): Promise<void> {
  await go(page, id);
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", {name: item}).click();
}

/** The link from Share. */
export async function sharedLink(page: Page): Promise<string> {
  await page.getByRole("button", {name: "Share"}).click();
  const field = page.getByRole("textbox", {name: "Link"});
  await expect.poll(() => field.inputValue()).toContain("sheet");
  const link = await field.inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** Opens the Sheet page for all tests of a group. Each starts without changes; after a failure, with a new page. */
export function useSheet(path = "sheet"): () => Visit {
  let visited: Visit | undefined;
  beforeEach(async () => {
    visited ??= await visit(path);
  });
  afterEach(async ({task}) => {
    if (task.result?.state === "fail") await close();
    else await revert(visited!.page);
  });
  afterAll(close);
  return () => visited!;

  async function close(): Promise<void> {
    if (visited) await leave(visited);
    visited = undefined;
  }
}

/** Closes what is open, and returns to the reference scenario without changes. */
async function revert(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  const base = page.getByLabel("Base scenario");
  if ((await base.inputValue()) !== "reference") await base.selectOption("reference");
  const button = page.getByRole("button", {name: "Revert all"});
  if (await button.isEnabled()) await button.click();
  await inAddress(page, null);
}
