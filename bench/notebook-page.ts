import type {Browser, Page} from "playwright-core";
import {hashOf} from "../src/components/database/link-state.js";

/** Queries on tables of all sizes, each with its first column. */
const queries: readonly [query: string, column: string][] = [
  ["SELECT count(*) AS n FROM headline", "n"],
  ["SELECT scenario, avg(balance) AS b FROM economy GROUP BY scenario", "scenario"],
  ["SELECT key, sum(revenue) AS r FROM cluster GROUP BY key ORDER BY r DESC", "key"],
  ["SELECT date, sum(amount) AS a FROM flow GROUP BY date ORDER BY date", "date"],
  ["SELECT language_model, min(price) AS p FROM token_margin GROUP BY ALL", "language_model"],
  ["SELECT place, central FROM assumption WHERE source LIKE '%Judgement%'", "place"]
];

/** Times of the notebook page in ms: the median of several cold starts, and the slowest of later queries. */
export async function notebookTimes(browser: Browser, url: string, rounds: number) {
  const example: number[] = [];
  const link: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < rounds; ++round) {
    example.push(await cold(browser, `${url}sql`, ".notebook-cell .sql-result td, .notebook-cell .notebook-first td"));
    const linked = `${url}sql${hashOf("SELECT scenario, count(*) AS n FROM headline GROUP BY ALL")}`;
    link.push(
      await cold(browser, linked, '[data-name="rows"] .sql-result td', async (page) => {
        for (const query of [...queries, ...queries]) later.push(await again(page, query));
      })
    );
  }
  return {
    rounds,
    "first rows of the example": median(example),
    "first rows of a linked query": median(link),
    "later queries, tables loaded, median": median(later.filter((_, i) => i % (2 * queries.length) >= queries.length)),
    "later queries, tables loaded, slowest": Math.max(
      ...later.filter((_, i) => i % (2 * queries.length) >= queries.length)
    ),
    "first query of a table, slowest": Math.max(...later.filter((_, i) => i % (2 * queries.length) < queries.length))
  };
}

/** From navigation, in a browser with an empty cache, to the awaited element. */
async function cold(
  browser: Browser,
  url: string,
  shown: string,
  then?: (page: Page) => Promise<void>
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(url, {waitUntil: "commit"});
  await page.locator(shown).first().waitFor();
  const ms = performance.now() - begin;
  await then?.(page);
  await context.close();
  return Math.round(ms);
}

/** The time that the cell reports for its query, including display of the rows. */
async function again(page: Page, [query, column]: readonly [query: string, column: string]): Promise<number> {
  const cell = page.locator('[data-name="rows"]');
  await cell.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(query);
  await page.keyboard.press("ControlOrMeta+Enter");
  await cell.locator("th button").first().getByText(column, {exact: true}).waitFor();
  const state = cell.locator(".notebook-state", {hasText: /\d+ ms/});
  return Number(/([\d.]+) ms/.exec((await state.textContent()) ?? "")?.[1]);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
