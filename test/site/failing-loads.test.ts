import type {Page} from "playwright-core";
import {afterEach, beforeEach, expect, inject, test} from "vitest";
import {hashOf} from "../../src/components/database/link-state.js";
import {newPage, useBrowser} from "./browser.js";
import {openSaving} from "./workbench.js";

useBrowser();

let page: Page;
let errors: string[];
beforeEach(async () => {
  page = await newPage();
  errors = [];
  page.on("pageerror", ({message}) => errors.push(message));
});
afterEach(() => page.close());

test("tables that fail to load cause one message, and the page appears once they load", async () => {
  await cut("**/*.parquet");
  await open("");
  await said(/^Could not load the table \w+, .*: .+\. Check the connection, then try again\.$/);
  expect(await page.locator(".load-failure").count()).toBe(1);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await again();
  await expect.poll(() => page.locator("figure.figure").count()).toBeGreaterThan(1);
  expect(await page.locator(".load-failure").count()).toBe(0);
  expect(errors).toEqual([]);
});

test("a query reports what fails to load, and runs once its worker, wasm and table arrive", async () => {
  await cut("**/duckdb-browser-eh*.worker*.js");
  await open(`sql${hashOf("SELECT count(*) > 0 AS held FROM economy")}`);
  await said(/^Could not load DuckDB: the file did not arrive\. Check the connection, then try again\.$/);
  expect(await page.locator(".sql-status").textContent()).not.toMatch(/Running/);
  await again("**/duckdb-eh*.wasm");
  await said(/^Could not load DuckDB: Failed to fetch\./);
  await again("**/data/economy*.parquet");
  await said(/^Could not load the table economy: /);
  await again();
  await expect.poll(() => page.locator(".sql-result td").allTextContents()).toEqual(["true"]);
  expect(errors).toEqual([]);
});

test("ranges report that their worker fails to load, and are drawn once it loads", async () => {
  await cut("**/draw-worker*.js");
  await open("sheet");
  await said(/^Could not load the worker that draws ranges: the file did not arrive\./);
  await again();
  await expect.poll(() => page.locator(".headline").first().textContent()).toMatch(/ to /);
  expect(errors).toEqual([]);
});

test("a plan reports that its solver fails to load, and is solved once module and wasm arrive", async () => {
  await cut("**/highs*.js");
  await open("optimise?goal=cost");
  await said(/^Could not load the solver: TypeError/);
  expect(await page.locator("main progress").count()).toBe(0);
  await again("**/highs*.wasm");
  await said(/^Could not load the solver: (?!TypeError)/);
  await again();
  await expect.poll(() => page.locator(".load-failure, main progress").count()).toBe(0);
});

test("a browser without storage says so, and suggests a file", async () => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new Error("storage is off");
    };
  });
  await open("sheet");
  await openSaving(page);
  const way = /does not save scenarios \(storage is off\): use “Download as YAML” to save yours as a file/;
  await expect.poll(() => page.locator(".sheet-keep").textContent()).toMatch(way);
});

async function open(path: string): Promise<void> {
  await page.goto(inject("siteUrl") + path, {waitUntil: "load"});
}

async function cut(files: string): Promise<void> {
  await page.route(files, (route) => route.abort());
}

async function said(sentence: RegExp): Promise<void> {
  await expect.poll(() => page.locator(".load-failure p").first().textContent()).toMatch(sentence);
}

/** Retries with other files blocked, or none. */
async function again(files?: string): Promise<void> {
  await page.unrouteAll();
  if (files !== undefined) await cut(files);
  await page.getByRole("button", {name: "Try again"}).click();
}
