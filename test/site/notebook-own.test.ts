import {readFileSync} from "node:fs";
import {writeXlsx} from "hucre/xlsx";
import {expect, inject, test} from "vitest";
import {hashOf} from "../../src/components/database/link-state.js";
import type {FirstResult} from "../../src/pages/sql/first-result.js";
import {leave, newPage, useBrowser, visit} from "./browser.js";
import {cell, run, state, values} from "./notebook-cells.js";

useBrowser();

test("the first example shows its chart, sentence and first rows before DuckDB has loaded", async () => {
  const page = await newPage();
  await page.route(/duckdb-eh.*wasm$/, () => undefined);
  await page.goto(new URL("sql", inject("siteUrl")).href);
  await expect.poll(() => cell(page, "offers").locator("tbody tr").count()).toBe(5);
  await expect.poll(() => cell(page, "gap").locator('svg [aria-label="dot"] circle').count()).toBeGreaterThan(50);
  await expect
    .poll(() => cell(page, "finding").locator(".notebook-text").textContent())
    .toMatch(/With 45\u202f% of GPU-hours computing, \d+ of \d+ list prices are below the cost/);
  expect(await cell(page, "offers").locator("details", {hasText: "Download"}).count()).toBe(0);
  await page.close();
});

test("the first example's published result equals DuckDB's, which also replaces a missing one", async () => {
  const visited = await visit("sql?example=no-such");
  expect(await visited.page.locator(".notebook-fault").textContent()).toBe(
    "No example is called “no-such”: choose one above, or read the first."
  );
  await state(visited.page, "finding", "done");
  const first = (await (await fetch(new URL("first-result.json", inject("siteUrl")))).json()) as FirstResult;
  const {columns, texts} = first.rows.offers!;
  const [download] = await Promise.all([
    visited.page.waitForEvent("download"),
    cell(visited.page, "offers")
      .locator("details", {hasText: "Download"})
      .evaluate((details) => details.querySelector("button")!.click())
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines).toEqual([columns.map(({name}) => name).join(","), ...texts.map((row) => row.join(","))]);
  await leave(visited);
});

test("a workbook's sheet is chosen, and an Arrow file keeps the types that were saved", async () => {
  const visited = await visit("sql");
  const {page} = visited;
  await state(page, "finding", "done");
  const sheets = [
    {name: "Long notes", rows: [["nothing"], ["but"], ["a"], ["list"], ["of"], ["words"]]},
    {name: "Quotes", rows: [["Quotes of November"], [], ["region", "price"], ["iowa", 1234.5], ["utah", 0.25]]}
  ];
  const buffer = Buffer.from(await writeXlsx({sheets}));
  await page.getByLabel("Add a file").setInputFiles({name: "quotes.xlsx", mimeType: "application/zip", buffer});
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Sheet").selectOption("Quotes");
  await expect.poll(() => dialog.getByLabel("Header row").inputValue()).toBe("3");
  expect(await dialog.getByLabel("Type of price").inputValue()).toBe("DOUBLE");
  await dialog.getByLabel("Name of column 2").fill("usd");
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", {name: "Add"}).click();
  await page.getByRole("button", {name: "own.quotes", exact: true}).waitFor();
  await page.goto(
    new URL(`sql${hashOf("SELECT usd, usd::DECIMAL(9,3) AS exact, [region] AS list FROM own.quotes")}`, page.url()).href
  );
  await page.reload();
  await state(page, "rows", "done");
  expect(await values(page)).toEqual(["1,234.5", "1234.500", "[iowa]", "0.25", "0.250", "[utah]"]);
  await cell(page, "rows").locator("summary").click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download Arrow"}).click()
  ]);
  const arrow = readFileSync(await file.path());
  await page.getByLabel("Add a file").setInputFiles({name: "back.arrow", mimeType: "", buffer: arrow});
  expect(await dialog.getByLabel("Type of exact").inputValue()).toBe("DECIMAL(9,3)");
  expect(await dialog.getByLabel("Type of list").inputValue()).toBe("VARCHAR[]");
  await dialog.getByRole("button", {name: "Add"}).click();
  await page.getByLabel("Add a file").setInputFiles({name: "Bäck.arrow", mimeType: "", buffer: arrow});
  await dialog.getByText("It replaces own.back, which has 2 rows: change the name to keep both.").waitFor();
  await dialog.getByRole("button", {name: "Cancel"}).click();
  await run(page, "SELECT typeof(exact), list[1] FROM own.back");
  await state(page, "rows", "done");
  await expect.poll(() => values(page)).toEqual(["DECIMAL(9,3)", "iowa", "DECIMAL(9,3)", "utah"]);
  await leave(visited);
});

test("a custom scenario's tables are in the schema own, those of a saved one in a schema with its name", async () => {
  const address = "own=v1%3Bparent%3Dreference%3Bparameter.cost_of_capital%3D0.2";
  const query =
    "SELECT a.scenario, avg(a.resource_cost) > avg(b.resource_cost) AS dearer FROM own.economy a " +
    "JOIN economy b USING (date) WHERE b.scenario = 'reference' GROUP BY ALL";
  const visited = await visit(`sql?${address}${hashOf(query)}`);
  const {page} = visited;
  await state(page, "rows", "done");
  expect(await values(page)).toEqual(["own", "true"]);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("token-factory", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("scenario");
        opening.onsuccess = () => {
          const change = opening.result.transaction("scenario", "readwrite");
          change.objectStore("scenario").put("v1;parent=reference;parameter.cost_of_capital=0.2", "Board case B");
          change.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      })
  );
  await run(page, 'SELECT count(*) AS months FROM "Board case B".economy');
  await state(page, "rows", "done");
  await expect.poll(() => values(page)).toEqual(["60"]);
  await leave(visited);
});

test("a file is opened by content, chosen or dropped; units that differ from the model's are reported", async () => {
  const visited = await visit("sql");
  const {page} = visited;
  await state(page, "finding", "done");
  const table = {
    name: "chips.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("key,tdp\nh100,0.7\nb200,1\ngb200,1.2\n")
  };
  const open = page.getByLabel("Open a file");
  await open.setInputFiles(table);
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/“tdp” is about 1,000 times smaller than accelerator\.tdp in W\/GPU/).waitFor();
  await dialog.getByLabel("Name of column 2").fill("tdp (kW)");
  await page.keyboard.press("Tab");
  await dialog.getByText("“tdp (kW)” is in kW, accelerator.tdp in W/GPU: multiply by 1,000 to compare.").waitFor();
  await dialog.getByRole("button", {name: "Cancel"}).click();
  const cells = [
    {kind: "sql", name: "rows", query: "SELECT 1 AS one"},
    {kind: "text", name: "said", text: "It is ${rows.one}, not ${rows.nothing}."}
  ];
  const notebook = {v: 1, title: "Mine", cells};
  const file = {name: "mine.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(notebook))};
  await open.setInputFiles(file);
  await expect.poll(() => page.getByLabel("Title of the notebook").inputValue()).toBe("Mine");
  await state(page, "said", "failed");
  const error = await cell(page, "said").getByRole("alert").innerText();
  expect(error).toContain("${rows.nothing}: ");
  expect(error).toContain('column "nothing" not found');
  expect(error).not.toMatch(/LINE \d|exception_type|CAST/);
  await open.setInputFiles({...file, buffer: Buffer.from('{"v": 9, "cells": []}')});
  await page.getByText('notebook: unknown version "9"').waitFor();
  await leave(visited);
});
