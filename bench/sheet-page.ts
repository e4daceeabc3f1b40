import type {Browser, Page} from "playwright-core";
import {MainThread} from "./main-thread.js";
import {spread, type Spread} from "./measure.js";

/** The Sheet page in Chromium, in ms. */
export interface SheetTimes {
  /** From navigation until cells of the grid are painted. */
  painted: Spread;
  /** The first edit, one second after the page is painted. */
  first_edit: Spread;
  /** From an edit of a cell until all figures, charts and cells are updated and painted. */
  edits: Spread & {p95: number; count: number};
  /** From an edit until the ranges of the pinned figures appear. */
  ranges: Spread;
  /** Scrolling the widest table by the wheel: the page's processor time per step. */
  scrolling: Spread & {p95: number; count: number};
  /** Memory, listeners and workers left behind by a thousand edits. */
  left: {megabytes: number; listeners: number; workers: number};
}

const EDITS = 200;
const STEPS = 200;
const MANY_EDITS = 1000;

/** Inputs in several tables that affect much of the chain, little of it, or nothing. */
const cells = [
  ...["cost_of_capital", "rental_elasticity", "debt_share", "accelerator_life", "ageing", "hurdle"].map(
    (name) => `parameter.${name}`
  ),
  ...["b200", "h100", "gb200"].map((key) => `accelerator[${key}].unit_price`),
  ...["virginia", "texas", "iowa"].map((key) => `region[${key}].power_price`),
  "facility[ashburn].pue",
  ...["atlas-b200", "atlas-h100"].map((key) => `cluster[${key}].contract_share`)
];

/** Opens the page several times, makes 200 edits and waits for its ranges. */
export async function sheetTimes(browser: Browser, url: string, rounds: number): Promise<SheetTimes> {
  const [painted, firsts]: [number[], number[]] = [[], []];
  for (let round = 1; round < rounds; ++round) {
    const page = await open(browser, `${url}sheet`, painted);
    firsts.push(await edit(page, 0));
    await page.close();
  }
  const page = await open(browser, `${url}sheet`, painted);
  firsts.push(await edit(page, 0));
  const edits: number[] = [];
  for (let i = 1; i <= EDITS; ++i) edits.push(await edit(page, i));
  const ranges: number[] = [];
  for (let i = 0; i < rounds; ++i) ranges.push(await rangesAfter(page, EDITS + 1 + i));
  const left = await leftBehind(page);
  await page.close();
  return {
    painted: spread(painted),
    first_edit: spread(firsts),
    edits: withP95(edits),
    ranges: spread(ranges),
    scrolling: withP95(await scrolled(browser, url)),
    left
  };
}

function withP95(times: readonly number[]): Spread & {p95: number; count: number} {
  const sorted = times.toSorted((a, b) => a - b);
  return {...spread(times), p95: sorted[Math.floor(0.95 * (sorted.length - 1))]!, count: times.length};
}

async function leftBehind(page: Page): Promise<SheetTimes["left"]> {
  const thread = await MainThread.of(page);
  const held = async () => ({...(await thread.held()), workers: page.workers().length});
  const before = await held();
  for (let i = 0; i < MANY_EDITS; ++i) await edit(page, i);
  await rangesAfter(page, 0);
  const after = await held();
  return {
    megabytes: (after.heap - before.heap) / 1e6,
    listeners: after.listeners - before.listeners,
    workers: after.workers - before.workers
  };
}

async function scrolled(browser: Browser, url: string): Promise<number[]> {
  const page = await open(browser, `${url}sheet?table=serving_option&columns=all`, []);
  const thread = await MainThread.of(page);
  await page.locator(".tf-cell:visible").first().hover();
  const took: number[] = [];
  for (let step = 0; step < STEPS; ++step)
    took.push(
      await thread.during(async () => {
        await page.mouse.wheel(step % 3 === 0 ? 240 : 0, step < 0.75 * STEPS ? 120 : -120);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      })
    );
  await page.close();
  return took;
}

/** A page one second after its grid becomes usable. */
async function open(browser: Browser, url: string, painted: number[]): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  await page.addInitScript(() => addEventListener("load", () => dispatchEvent(new Event("pointermove"))));
  await page.goto(url, {waitUntil: "commit"});
  const at = await page.waitForFunction(() => "live" in document.documentElement.dataset && performance.now());
  painted.push((await at.jsonValue()) as number);
  await page.waitForTimeout(1000);
  return page;
}

/** Edits a cell by keyboard, as a reader would, and waits for the repaint. */
async function edit(page: Page, i: number): Promise<number> {
  await page.getByLabel("Cell address").fill(cells[i % cells.length]!);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  return page.evaluate(
    async (factor) => {
      const field = document.activeElement as HTMLInputElement;
      const value = Number(/^[\d.]+/.exec(field.value)![0]);
      field.value = String(Number((value * factor).toPrecision(6)));
      field.dispatchEvent(new InputEvent("input", {bubbles: true}));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const start = performance.now();
      field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const took = performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return took;
    },
    1 + 0.01 * (i % 2 ? 1 : -1)
  );
}

async function rangesAfter(page: Page, i: number): Promise<number> {
  await page.waitForTimeout(1500);
  await edit(page, i);
  return page.evaluate(async () => {
    const start = performance.now();
    while (!/ to /.test(document.querySelector(".wb-card .wb-notes")?.textContent ?? ""))
      await new Promise((resolve) => setTimeout(resolve, 10));
    return performance.now() - start;
  });
}
