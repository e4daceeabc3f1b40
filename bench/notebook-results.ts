import {statSync} from "node:fs";
import type {Browser, Locator, Page} from "playwright-core";
import {hashOf} from "../src/components/database/link-state.js";

const LONG =
  "SELECT i, sin(i) AS s, 'seller ' || i % 977 AS seller, DATE '2026-01-01' + (i % 3000)::INT AS d FROM range";
const ENDLESS = "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE sin(a.i * b.j) > 2";

/** Times of long results on the notebook page in ms, and sizes of their files in kB. */
export async function resultTimes(browser: Browser, url: string) {
  const context = await browser.newContext({acceptDownloads: true});
  const page = await context.newPage();
  await page.goto(`${url}sql${hashOf(`${LONG}(200000) t(i)`)}`);
  await page.mouse.move(100, 100, {steps: 2});
  await settled(page);
  const files: Record<string, {ms: number; kB: number}> = {};
  await rows(page).locator("details summary").click();
  for (const format of ["CSV", "JSON", "Parquet", "Arrow"]) files[format] = await saved(page, format);
  await run(page, `${LONG}(1000000) t(i)`);
  await settled(page);
  const scrolled: number[] = [];
  for (const place of [0.1, 0.9, 0.5, 0.25, 0.75, 1]) scrolled.push(await scroll(rows(page), place));
  await run(page, ENDLESS);
  await page.waitForTimeout(1000);
  const cancelled = await timed(async () => {
    await rows(page).getByRole("button", {name: "Cancel"}).click();
    await page.locator('[data-name="rows"][data-status="cancelled"]').waitFor();
  });
  const again = await timed(async () => {
    await run(page, "SELECT 1 AS one");
    await page.locator('[data-name="rows"][data-status="done"]').waitFor();
  });
  await context.close();
  return {
    "files of 200,000 rows": files,
    "a million rows, slowest window": Math.max(...scrolled),
    cancelled,
    "rows after the cancelled query": again
  };
}

function rows(page: Page): Locator {
  return page.locator('[data-name="rows"]');
}

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  await page.locator('[data-name="rows"][data-status="done"]').waitFor();
  await page.waitForTimeout(3000);
}

async function run(page: Page, query: string): Promise<void> {
  await rows(page).locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(query);
  await page.keyboard.press("ControlOrMeta+Enter");
}

async function saved(page: Page, format: string): Promise<{ms: number; kB: number}> {
  let path = "";
  const ms = await timed(async () => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: `Download ${format}`}).click()
    ]);
    path = await file.path();
  });
  return {ms, kB: Math.round(statSync(path).size / 1000)};
}

/** From a jump of the scroll bar to the new rows on the page. */
async function scroll(cell: Locator, place: number): Promise<number> {
  const ms = await cell.locator(".result-rows").evaluate(
    (box, to) =>
      new Promise<number>((resolve) => {
        const begin = performance.now();
        const seen = new MutationObserver(() => {
          seen.disconnect();
          resolve(performance.now() - begin);
        });
        seen.observe(box.querySelector("tbody")!, {childList: true});
        box.scrollTo(0, box.scrollHeight * to);
      }),
    place
  );
  return Math.round(ms);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return Math.round(performance.now() - begin);
}
