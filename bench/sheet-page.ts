import type {Browser, Page} from "playwright-core";
import {spread, type Spread} from "./measure.js";

/** The Sheet page in Chromium, in ms. */
export interface SheetTimes {
  /** From navigation until cells of the grid are painted. */
  painted: Spread;
  /** The first edit, a second after that. */
  first_edit: Spread;
  /** An edit of a cell until all figures, charts and cells are brought up to date and painted. */
  edits: Spread & {p95: number; count: number};
  /** From an edit until the ranges of the pinned figures stand. */
  ranges: Spread;
}

const EDITS = 200;

/** Inputs that move much of the chain, little of it, or nothing, in several tables. */
const cells = [
  ...["cost_of_capital", "rental_elasticity", "debt_share", "accelerator_life", "ageing", "hurdle"].map(
    (name) => `parameter.${name}`
  ),
  ...["b200", "h100", "gb200"].map((key) => `accelerator[${key}].unit_price`),
  ...["virginia", "texas", "iowa"].map((key) => `region[${key}].power_price`),
  "facility[ashburn].pue",
  ...["atlas-b200", "atlas-h100"].map((key) => `cluster[${key}].contract_share`)
];

/** Opens the page some times, edits it 200 times and waits for its ranges. */
export async function sheetTimes(browser: Browser, url: string, rounds: number): Promise<SheetTimes> {
  const [painted, firsts]: [number[], number[]] = [[], []];
  for (let round = 1; round < rounds; ++round) {
    const page = await open(browser, url, painted);
    firsts.push(await edit(page, 0));
    await page.close();
  }
  const page = await open(browser, url, painted);
  firsts.push(await edit(page, 0));
  const edits: number[] = [];
  for (let i = 1; i <= EDITS; ++i) edits.push(await edit(page, i));
  const ranges: number[] = [];
  for (let i = 0; i < rounds; ++i) ranges.push(await rangesAfter(page, EDITS + 1 + i));
  await page.close();
  const sorted = edits.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(0.95 * (sorted.length - 1))]!;
  return {
    painted: spread(painted),
    first_edit: spread(firsts),
    edits: {...spread(edits), p95, count: edits.length},
    ranges: spread(ranges)
  };
}

/** A page as a reader sees it a second after its grid can be used: it was painted when the page was built. */
async function open(browser: Browser, url: string, painted: number[]): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  await page.goto(`${url}sheet`, {waitUntil: "commit"});
  const at = await page.waitForFunction(() => "live" in document.documentElement.dataset && performance.now());
  painted.push((await at.jsonValue()) as number);
  await page.waitForTimeout(1000);
  return page;
}

/** Types into a cell by the keys that a person would use, and waits for the paint. */
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
