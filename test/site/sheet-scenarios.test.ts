import type {Page} from "playwright-core";
import {expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {amount} from "../../src/components/words/format.js";
import {project} from "../model/project.js";
import {leave, useBrowser, visit} from "./browser.js";
import {inAddress, openSaving} from "./workbench.js";

useBrowser();

const names = (page: Page): Promise<string[]> => page.locator(".wb-kept tbody th").allTextContents();

async function keep(page: Page, name: string): Promise<void> {
  await page.locator(".sheet-keep").getByLabel("Name of the scenario").fill(name);
  await page.getByRole("button", {name: "Save in this browser"}).click();
  await expect.poll(() => names(page)).toContain(name);
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", {name: `More of ${name}`}).click();
  await page.getByRole("menuitem", {name: item}).click();
}

it("scenarios are saved, copied, renamed, merged, opened and deleted", async () => {
  const visited = await visit("sheet?own=v1;parent=reference;parameter.cost_of_capital=0.12", {first: true});
  const {page, problems} = visited;
  await openSaving(page);
  await keep(page, "Dear");
  await choose(page, "Dear", "Duplicate");
  await expect.poll(() => names(page)).toEqual(["Dear", "Dear, copy"]);
  await choose(page, "Dear, copy", "Rename …");
  await page.getByLabel("New name").fill("Other");
  await page.keyboard.press("Enter");
  await expect.poll(() => names(page)).toEqual(["Dear", "Other"]);
  await choose(page, "Other", "Rename …");
  await page.getByLabel("New name").fill("Dear");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.locator(".sheet-keep > [role=status]").textContent())
    .toContain("“Dear” is already saved: choose another name");
  await page.locator(".sheet-keep").getByRole("button", {name: "Revert all"}).click();
  await inAddress(page, null);
  await page.keyboard.press("Escape");
  await page.goto(
    new URL("sheet?own=v1;parameter.idle_power_share=0.5;parameter.cost_of_capital=0.2", page.url()).href
  );
  await openSaving(page);
  await expect.poll(() => names(page)).toEqual(["Dear", "Other"]);
  await choose(page, "Dear", "Merge into the current one");
  await inAddress(page, "v1;parent=reference;parameter.idle_power_share=0.5;parameter.cost_of_capital=0.12");
  expect(await page.locator(".sheet-keep > [role=status]").textContent()).toContain("1 of your values was replaced");
  await choose(page, "Other", "Delete");
  await expect.poll(() => names(page)).toEqual(["Dear"]);
  await page.locator(".sheet-keep").getByRole("button", {name: "Open", exact: true}).click();
  await inAddress(page, "v1;parent=reference;title=Dear;parameter.cost_of_capital=0.12");
  expect(problems).toEqual([]);
  await leave(visited);
});

it("scenarios' changes and effects are shown side by side, and equal those of single runs", async () => {
  const visited = await visit("sheet?own=v1;parent=reference;parameter.cost_of_capital=0.12", {first: true});
  const {page, problems} = visited;
  await openSaving(page);
  await keep(page, "Dear capital");
  const table = page.getByRole("region", {name: "Headline figures side by side"});
  expect(await table.locator("thead th").allTextContents()).toEqual(["Figure", "Reference", "present", "Dear capital"]);
  const valueOf = (cells: readonly {cell: string; value: string; place: string}[]): string => {
    const {run} = runScenario(project, "reference", cells);
    return amount(numberAt(run, "economy.cost_per_token", 0, run.months - 1), "USD/Mtok");
  };
  const row = table.locator("tr", {hasText: "Cost of a million tokens"});
  const shown = (await row.locator("td").allTextContents()).map((text) => text.replace(/\s+/g, " "));
  const dear = [{cell: "parameter.cost_of_capital", value: "0.12", place: "test"}];
  expect(shown[0]).toContain(valueOf([]));
  expect(shown[1]).toContain(valueOf(dear));
  expect(shown[2]).toMatch(/[▲▼] [\d.]+ %/);
  const changes = page.getByRole("region", {name: "What they change"}).locator("tbody tr");
  expect(await changes.locator("th").allTextContents()).toEqual(["parameter.cost_of_capital"]);
  const cells = await changes.locator("td").allTextContents();
  expect([cells[0], cells[2], cells[3]]).toEqual(["1/yr", "0.12", "0.12"]);
  expect(cells[1]).toMatch(/^0\.0\d+/);
  expect(problems).toEqual([]);
  await leave(visited);
});
