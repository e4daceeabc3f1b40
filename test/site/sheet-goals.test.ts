import type {Page} from "playwright-core";
import {expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {useBrowser} from "./browser.js";
import {go, inAddress, type, useSheet} from "./workbench.js";

useBrowser();

const cost = "economy.cost_per_token";
const opened = useSheet();
const [life, capital] = ["parameter.accelerator_life", "parameter.cost_of_capital"] as const;

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

const settings = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const own = new URL(location.href).searchParams.get("own") ?? "";
    const pairs = own.split(";").map((part) => part.split("=") as [string, string]);
    return Object.fromEntries(pairs.filter(([cell]) => cell.includes(".")));
  });

it("a goal by two inputs is a line: each of its pairs gives the goal, and setting one is one step", async () => {
  const {page, problems} = opened();
  await type(page, capital, "0.1");
  await go(page, life);
  await open(page, "Goal seek …");
  const second = page.getByLabel("and (may be empty)");
  await second.pressSequentially("cost of capital");
  await page
    .getByRole("option", {name: new RegExp(capital.replace(".", "\\."))})
    .first()
    .click();
  expect(await second.inputValue()).toBe(capital);
  await page.getByRole("button", {name: "Seek"}).click();
  await page.locator(".wb-line-chart").waitFor();
  expect(await page.locator(".wb-line-chart .line").count()).toBeGreaterThan(3);
  expect(await page.locator(".wb-line-chart .now").count()).toBe(1);
  const pairs = await page
    .locator(".wb-pairs tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].slice(0, 2).map((cell) => Number(cell.textContent)))
    );
  expect(pairs.length).toBeGreaterThan(3);
  expect(new Set(pairs.map(String)).size).toBe(pairs.length);
  const goal = costWith({});
  const off = pairs.filter(
    ([years, rate]) => Math.abs(costWith({[life]: String(years), [capital]: String(rate)}) / goal - 1) > 1e-3
  );
  expect(off).toEqual([]);
  await page.getByRole("button", {name: "Set both"}).nth(1).click();
  await expect.poll(async () => Object.keys(await settings(page)).sort()).toEqual([life, capital]);
  expect(Math.abs(costWith(await settings(page)) / goal - 1)).toBeLessThan(1e-6);
  await page.keyboard.press("Control+z");
  await inAddress(page, `v1;parent=reference;${capital}=0.1`);
  expect(problems).toEqual([]);
});

it("what must be true: each input alone reaches the goal, and says whether its range allows it", async () => {
  const {page, problems} = opened();
  await open(page, "What must be true …");
  const dialog = page.locator(".wb-dialog");
  const goal = 0.95 * costWith({});
  await dialog.getByRole("spinbutton", {name: "equal to"}).fill(String(goal));
  await dialog.getByRole("button", {name: "Find", exact: true}).click();
  await expect.poll(() => dialog.locator("[role=status]").textContent()).toContain("any one of these must be true");
  const lines = dialog.locator(".wb-must tbody tr");
  expect(await lines.count()).toBe(12);
  const verdicts = await lines.locator("td:nth-of-type(3) small").allTextContents();
  expect(new Set(verdicts)).toContain("within its range");
  await dialog.getByRole("button", {name: "Set", exact: true}).first().click();
  await expect.poll(async () => Object.keys(await settings(page)).length).toBe(1);
  expect(Math.abs(costWith(await settings(page)) / goal - 1)).toBeLessThan(1e-6);
  await page.keyboard.press("Control+z");
  await inAddress(page, null);
  expect(problems).toEqual([]);
});

it("common goals are offered according to the figure's unit", async () => {
  const {page} = opened();
  await open(page, "What must be true …");
  const dialog = page.locator(".wb-dialog");
  const offers = (): Promise<string[]> => dialog.locator(".wb-goal .tf-buttons button").allTextContents();
  expect(await offers()).toEqual(["As in the base scenario", "Break-even, 0"]);
  await dialog.locator("select").selectOption("economy.value_per_cost");
  expect((await offers())[1]).toMatch(/^Hurdle, 10\s%$/);
  await dialog.getByRole("button", {name: /^Hurdle/}).click();
  expect(await dialog.getByRole("spinbutton", {name: "equal to"}).inputValue()).toBe("0.1");
});
