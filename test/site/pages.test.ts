import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import config from "../../observablehq.config.js";
import {leave, useBrowser, visit} from "./browser.js";

interface AxeResult {
  violations: {id: string; impact: string | null; nodes: {target: string[]; failureSummary: string}[]}[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const paths = config.pages.flatMap((one) => ("pages" in one ? one.pages : [one])).map(({path}) => path.slice(1));
useBrowser();

describe.concurrent.each(paths)("page /%s", (path) => {
  test.each([
    {width: 360, scheme: "dark"},
    {width: 1440, scheme: "light"}
  ] as const)("opens without a fault at $width px in $scheme", async ({width, scheme}) => {
    const visited = await visit(path, {width, scheme});
    const {page, problems} = visited;
    expect(problems).toEqual([]);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await seriousViolations(page)).toEqual([]);
    await leave(visited);
  });
});

test("the Overview weighs at most 455 kB and doesn't load DuckDB", async () => {
  const visited = await visit("");
  const sizes = await Promise.all(visited.requests.map(({bytes}) => bytes));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(455_000);
  expect(visited.requests.filter(({path}) => path.includes("duckdb"))).toEqual([]);
  await leave(visited);
});

test("an address that isn't a page gives 404", async () => {
  const {page, ...visited} = await visit("");
  const response = await page.goto(new URL("no-such-page", page.url()).href);
  expect(response?.status()).toBe(404);
  await leave({page, ...visited});
});

async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const {violations} = await page.evaluate<AxeResult>('axe.run({resultTypes: ["violations"]})');
  const serious = violations.filter(({impact}) => impact === "serious" || impact === "critical");
  return serious.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id} ${target.join(" ")}: ${failureSummary}`)
  );
}
