import {execFileSync} from "node:child_process";
import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {expect, inject, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {amount} from "../../src/components/words/format.js";
import {project} from "../model/project.js";
import {leave, useBrowser, visit} from "./browser.js";
import {card, cell, chooseOfCell, facts, go, inAddress, openSaving, sharedLink, type} from "./workbench.js";

useBrowser();

const cost = "economy.cost_per_token";
const b400 = {
  "accelerator[b400]": "like b300",
  "accelerator[b400].unit_price": "52000",
  "cluster[atlas-b200].accelerator": "b400"
};
const costWith = (cells: Record<string, string>, month = 59): number => {
  const overrides = Object.entries(cells).map(([cell, value]) => ({cell, value, place: "test"}));
  return numberAt(runScenario(project, "reference", overrides).run, cost, 0, month);
};
const big = (page: Page) => card(page, "Cost of a million tokens").locator(".big").textContent();

async function addB400(page: Page): Promise<void> {
  await chooseOfCell(page, "accelerator[b300].unit_price", /Add an accelerator like b300/);
  const dialog = page.getByRole("dialog", {name: "Add a row to accelerator"});
  await dialog.getByLabel("Key").fill("b400");
  await dialog.locator(".wb-row-values label", {hasText: "unit price"}).locator("input").fill("52000");
  await dialog.getByRole("button", {name: "Add the row"}).click();
}

it("an added row appears in grid, list, link, file and command line, with the same run in each", async () => {
  const visited = await visit("sheet");
  const {page, problems} = visited;
  await addB400(page);
  expect(await cell(page, "accelerator[b400].unit_price").textContent()).toContain("52,000");
  await type(page, "cluster[atlas-b200].accelerator", "b400");
  expect(await big(page)).toBe(amount(costWith(b400), "USD/Mtok"));
  expect(await page.locator(".wb-changes .wb-change").allTextContents()).toHaveLength(3);
  const link = await sharedLink(page);

  const other = await visit(link.replace(inject("siteUrl"), ""), {first: true});
  await go(other.page, "cluster[atlas-b200].accelerator");
  expect(await cell(other.page, "cluster[atlas-b200].accelerator").textContent()).toContain("b400");
  expect(await big(other.page)).toBe(await big(page));
  await leave(other);

  await openSaving(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".sheet-keep").getByRole("button", {name: "Download as YAML"}).first().click()
  ]);
  const path = join(mkdtempSync(join(tmpdir(), "rows-")), "mine.yaml");
  await file.saveAs(path);
  const printed = execFileSync(process.execPath, ["cli/bin.js", "run", path, "--json"], {encoding: "utf8"});
  const {headline} = JSON.parse(printed) as {headline: {cost_per_token: number}};
  expect(headline.cost_per_token / costWith(b400, 0)).toBeCloseTo(1, 12);
  expect(problems).toEqual([]);
  await leave(visited);
});

it("invalid keys and missing uses are reported before a row is added; deleting asks about references", async () => {
  const visited = await visit("sheet");
  const {page, problems} = visited;
  await chooseOfCell(page, "cluster[atlas-b200].extra_count", /Add a cluster like atlas-b200/);
  const dialog = page.getByRole("dialog", {name: "Add a row to cluster"});
  const add = dialog.getByRole("button", {name: "Add the row"});
  const problem = dialog.locator(".sheet-problem");
  await add.click();
  expect(await problem.textContent()).toContain("Give the row a key");
  await dialog.getByLabel("Key").fill("atlas-h100");
  await add.click();
  expect(await problem.textContent()).toContain("cluster has this row already: choose another key");
  await dialog.getByLabel("Key").fill("atlas-new");
  await add.click();
  expect(await problem.textContent()).toContain("no deployment has it as its cluster");
  await dialog.getByLabel("Use by meridian-large").selectOption("move");
  await add.click();
  await inAddress(
    page,
    "v1;parent=reference;cluster[atlas-new]=like atlas-b200;deployment[meridian-large].cluster=atlas-new"
  );
  await chooseOfCell(page, "cluster[atlas-new].extra_count", /Delete atlas-new/);
  const deleting = page.getByRole("dialog", {name: "Delete atlas-new from cluster"});
  expect(await deleting.locator("code").allTextContents()).toEqual(["deployment[meridian-large].cluster"]);
  await deleting.getByLabel("What refers to it").selectOption("atlas-b200");
  await deleting.getByRole("button", {name: "Delete atlas-new"}).click();
  await inAddress(page, "v1;parent=reference;deployment[meridian-large].cluster=atlas-b200");
  await page.keyboard.press("Control+z");
  await go(page, "cluster[atlas-new].extra_count");
  expect(await cell(page, "cluster[atlas-new].extra_count").count()).toBe(1);
  expect(problems).toEqual([]);
  await leave(visited);
});

it("a note appears beside its cell, in the list, in the link and in the file", async () => {
  const visited = await visit("sheet");
  const {page, problems} = visited;
  const id = "cluster[atlas-b200].extra_count";
  await go(page, id);
  await page.keyboard.press("Shift+F2");
  await page.getByRole("textbox", {name: "Note"}).fill("Ask in May; half is an option");
  await page.getByRole("button", {name: "Keep the note"}).click();
  expect(await facts(page).textContent()).toContain("Note: Ask in May; half is an option");
  expect(await cell(page, id).getAttribute("class")).toContain("noted");
  expect(await cell(page, id).getAttribute("aria-label")).toContain("note: Ask in May");
  expect(await page.locator(".wb-note-list").textContent()).toContain("Ask in May");
  await page.getByRole("button", {name: "Share"}).click();
  await page.getByLabel("With the notes").uncheck();
  await expect.poll(() => page.locator(".wb-share [role=status]").textContent()).toMatch(/holds no changes\.$/);
  await page.keyboard.press("Escape");
  const other = await visit((await sharedLink(page)).replace(inject("siteUrl"), ""), {first: true});
  expect(await other.page.locator(".wb-note-list").textContent()).toContain("Ask in May");
  await leave(other);
  await page.getByRole("button", {name: `Delete the note on ${id}`}).click();
  await inAddress(page, null);
  expect(problems).toEqual([]);
  await leave(visited);
});

it("a scenario too long for a readable link is compressed; one too long for that is a file", async () => {
  const visited = await visit("sheet");
  const {page, problems} = visited;
  const set = (count: number): string =>
    Array.from({length: count}, (_, i) => `  parameter.staff${i}: ${Math.sin(i + 1)}`).join("\n");
  const open = (text: string): Promise<void> =>
    page
      .locator(".sheet-keep input[type=file]")
      .setInputFiles({name: "long.yaml", mimeType: "application/yaml", buffer: Buffer.from(text)});
  await openSaving(page);
  await open(`title: Long\nset:\n  parameter.cost_of_capital: 0.12\n${set(200)}\n`);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.url()).toContain("#own=z");
  const link = await sharedLink(page);
  expect(link.length).toBeLessThan(8000);
  const other = await visit(link.replace(inject("siteUrl"), ""), {first: true});
  expect(await other.page.getByLabel("Name of the scenario").inputValue()).toBe("Long");
  await go(other.page, "parameter.cost_of_capital");
  expect(await cell(other.page, "parameter.cost_of_capital").textContent()).toContain("0.12");
  await leave(other);
  const elsewhere = await visit(link.replace(inject("siteUrl"), "").replace("sheet", "uncertainty"), {first: true});
  expect(await elsewhere.page.locator(".own-banner").textContent()).toContain("Long");
  await leave(elsewhere);
  await openSaving(page);
  await open(`title: Longer\nset:\n${set(900)}\n`);
  await page.keyboard.press("Escape");
  await page.getByRole("button", {name: "Share"}).click();
  await expect.poll(() => page.locator(".wb-share [role=status]").textContent()).toMatch(/would have .* characters/);
  expect(await page.getByRole("button", {name: "Copy the link"}).isDisabled()).toBe(true);
  expect(problems).toEqual([]);
  await leave(visited);
});

it("a damaged short link says so", async () => {
  const visited = await visit("sheet#own=zAAAA");
  expect(await visited.page.locator(".wb-changes").textContent()).toContain("The link is damaged");
  await leave(visited);
});
