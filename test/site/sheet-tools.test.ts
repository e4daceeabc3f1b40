import type {Page} from "playwright-core";
import {expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {leave, useBrowser, visit} from "./browser.js";
import {card, go, inAddress, type} from "./workbench.js";

useBrowser();

const cost = "economy.cost_per_token";

const costWith = (cells: Record<string, string>): number => {
  const overrides = Object.entries(cells).map(([cell, value]) => ({cell, value, place: "test"}));
  const {run} = runScenario(project, "reference", overrides);
  return numberAt(run, cost, 0, run.months - 1);
};

async function open(page: Page, tool: string): Promise<void> {
  await page.getByRole("button", {name: "Tools"}).click();
  await page.getByRole("menuitem", {name: tool}).click();
  await page.locator(".wb-dialog select").selectOption(cost);
}

const set = (page: Page): Promise<string> =>
  page.evaluate(() => /accelerator_life=([\d.]+)/.exec(decodeURIComponent(location.search))?.[1] ?? "");

it("a goal that is set brings the figure to the base scenario's in one step; an edit stays in view", async () => {
  const visited = await visit("sheet");
  const {page, problems} = visited;
  await type(page, "parameter.cost_of_capital", "0.1");
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  expect(await card(page, "Cost of a million tokens").locator(".wb-notes").textContent()).toContain("was");
  await go(page, "parameter.accelerator_life");
  await open(page, "Goal seek …");
  await page.getByRole("button", {name: "Seek"}).click();
  await page.locator(".wb-tool-answer button").first().click();
  await expect.poll(() => set(page)).not.toBe("");
  const cells = {"parameter.cost_of_capital": "0.1", "parameter.accelerator_life": await set(page)};
  expect(Math.abs(costWith(cells) / costWith({}) - 1)).toBeLessThan(1e-6);
  await page.keyboard.press("Control+z");
  await inAddress(page, "v1;parent=reference;parameter.cost_of_capital=0.1");
  expect(problems).toEqual([]);
  await leave(visited);
});

it("a data table is what single runs give, and a click takes the inputs of a cell", async () => {
  const visited = await visit("sheet");
  const {page, problems} = visited;
  await go(page, "parameter.accelerator_life");
  await open(page, "Data table …");
  await page.getByRole("spinbutton", {name: "from"}).first().fill("3");
  await page.getByRole("spinbutton", {name: "to"}).first().fill("5");
  await page.getByRole("spinbutton", {name: "Steps"}).fill("3");
  await page.getByRole("button", {name: "Run", exact: true}).click();
  const cells = page.locator(".wb-data-table td");
  await expect.poll(() => cells.count()).toBe(3);
  const shown = (await cells.allTextContents()).map(Number);
  const expected = ["3", "4", "5"].map((life) => costWith({"parameter.accelerator_life": life}));
  expect(shown.map((value, i) => Math.abs(value / expected[i]! - 1) < 0.001)).toEqual([true, true, true]);
  await cells.first().getByRole("button").click();
  await inAddress(page, "v1;parent=reference;parameter.accelerator_life=3");
  expect(problems).toEqual([]);
  await leave(visited);
});
