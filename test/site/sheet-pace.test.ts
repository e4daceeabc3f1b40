import type {Page} from "playwright-core";
import {expect, it} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";
import {MainThread} from "../../bench/main-thread.js";
import {go} from "./workbench.js";

useBrowser();

/** Twenty inputs in several tables, which affect much or little of the chain. */
const cells = [
  ...["cost_of_capital", "rental_elasticity", "debt_share", "accelerator_life", "ageing", "hurdle"].map(
    (name) => `parameter.${name}`
  ),
  ...["b200", "h100", "gb200", "h200"].map((key) => `accelerator[${key}].unit_price`),
  ...["virginia", "texas", "iowa", "oregon"].map((key) => `region[${key}].power_price`),
  ...["ashburn", "dallas"].map((key) => `facility[${key}].pue`),
  ...["atlas-b200", "atlas-h100", "boreal-h200", "cumulus-h100"].map((key) => `cluster[${key}].contract_share`)
];

/** Sets the text in a cell's editor, as if typed. */
async function write(page: Page, i: number): Promise<void> {
  await go(page, cells[i % cells.length]!);
  await page.keyboard.press("Enter");
  await page.evaluate(
    (factor) => {
      const field = document.activeElement as HTMLInputElement;
      field.value = String(Number((parseFloat(field.value) * factor).toPrecision(6)));
      field.dispatchEvent(new InputEvent("input", {bubbles: true}));
      return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    1 + 0.01 * (Math.floor(i / cells.length) % 2 ? 1 : -1)
  );
}

/** Applies the editor's text, and waits until everything that follows from it is painted. */
const take = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    document.activeElement!.dispatchEvent(
      new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true})
    );
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });

it("fifty edits leave no more behind than twenty: bytes, listeners, workers", async () => {
  const visited = await visit("sheet", {draws: true});
  const {page, problems} = visited;
  const thread = await MainThread.of(page);
  const after = async (from: number, to: number): Promise<{heap: number; listeners: number; workers: number}> => {
    for (let i = from; i < to; ++i) {
      await write(page, i);
      await take(page);
    }
    await expect.poll(() => page.locator(".wb-card .wb-notes").first().textContent()).toMatch(/ to /);
    return {...(await thread.held()), workers: page.workers().length};
  };
  const [few, many] = [await after(0, 20), await after(20, 50)];
  expect((many.heap - few.heap) / 1e6).toBeLessThan(2.5);
  expect(many.listeners).toBeLessThanOrEqual(few.listeners);
  expect(many.workers).toBeLessThanOrEqual(few.workers);
  expect(problems).toEqual([]);
  await leave(visited);
});

it("the widest table has few cells on the page at any scroll position", async () => {
  const visited = await visit("sheet?table=serving_option&columns=all");
  const {page, problems} = visited;
  await page.locator(".tf-cell:visible").first().hover();
  let most = 0;
  for (let step = 0; step < 60; ++step) {
    await page.mouse.wheel(step % 3 === 0 ? 800 : 0, step < 45 ? 400 : -400);
    most = Math.max(most, await painted(page));
  }
  expect(most).toBeGreaterThan(50);
  expect(most).toBeLessThanOrEqual(700);
  const rows = await page.locator(".tf-grid [role=grid]").getAttribute("aria-rowcount");
  expect(Number(rows)).toBeGreaterThan(456);
  expect(problems).toEqual([]);
  await leave(visited);
});

/** Waits for a frame; returns the number of cells on the page. */
const painted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(document.querySelectorAll(".tf-cell").length)))
      )
  );
