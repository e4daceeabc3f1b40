import type {Page} from "playwright-core";
import {afterEach, beforeEach, describe, expect, inject, test} from "vitest";
import {newPage, useBrowser} from "./browser.js";

useBrowser();

let page: Page;
let errors: string[];
beforeEach(async () => {
  page = await newPage();
  errors = [];
  page.on("pageerror", ({message}) => errors.push(message));
});
afterEach(() => page.close());

test("tables that do not load are one message, and the page is there once they do", async () => {
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

describe("a query whose DuckDB does not load", () => {
  test.each([
    ["wasm", "**/duckdb-eh*.wasm"],
    ["worker", "**/duckdb-browser-eh*.worker*.js"],
    ["table", "**/data/economy*.parquet"]
  ])("says so, and runs once its %s is there", async (_, files) => {
    await cut(files);
    await open("sql#");
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("SELECT count(*) > 0 AS held FROM economy");
    await page.keyboard.press("ControlOrMeta+Enter");
    await said(/^Could not load (DuckDB|the table economy): .* Check the connection, then try again\.$/);
    expect(await page.locator(".sql-status").textContent()).not.toMatch(/Running/);
    await again();
    await expect.poll(() => page.locator(".sql-result td").allTextContents()).toEqual(["true"]);
    expect(errors).toEqual([]);
  });
});

test("ranges whose worker does not load say so, and are drawn once it does", async () => {
  await cut("**/draw-worker*.js");
  await open("sheet");
  await said(/^Could not load the worker that draws ranges: its file does not come\./);
  await again();
  await expect.poll(() => page.locator(".headline").first().textContent()).toMatch(/ to /);
  expect(errors).toEqual([]);
});

test.each([
  ["module", "**/highs*.js"],
  ["wasm", "**/highs*.wasm"]
])("a plan whose solver's %s does not load says so, and is solved once it does", async (_, files) => {
  await cut(files);
  await open("optimise?goal=cost");
  await said(/^Could not load the solver: /);
  expect(await page.locator("main progress").count()).toBe(0);
  await again();
  await expect.poll(() => page.locator(".load-failure").count()).toBe(0);
  await expect.poll(() => page.locator("main progress").count()).toBe(0);
  expect(await page.locator(".load-failure").count()).toBe(0);
});

test("a browser that keeps nothing says so, and names the file as the way out", async () => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new Error("storage is off");
    };
  });
  await open("sheet");
  const way = /keeps no scenarios \(storage is off\): use “Download as YAML” to keep yours as a file/;
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

async function again(): Promise<void> {
  await page.unrouteAll();
  await page.getByRole("button", {name: "Try again"}).click();
}
