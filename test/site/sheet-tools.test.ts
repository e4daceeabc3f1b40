import type {Locator, Page} from "playwright-core";
import {expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {leave, useBrowser, visit} from "./browser.js";
import {card, go, inAddress, type, useSheet} from "./workbench.js";

useBrowser();

const cost = "economy.cost_per_token";
const opened = useSheet();

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

it("applying a goal brings the figure to the base scenario's value in one step; an edit stays visible", async () => {
  const {page, problems} = opened();
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
});

it("a scenario of many changes gets the cost of its base by the life of accelerators, in one step", async () => {
  const changes = {
    "cluster[atlas-b200].facility": "dallas",
    "cluster[atlas-b200].extra_count": "2704",
    "region[texas].power_price": "=region[iowa].power_price * 1.4",
    "parameter.cost_of_capital": "0.1 (0.08..0.12)"
  };
  const own = ["v1;parent=reference", ...Object.entries(changes).map(([cell, value]) => `${cell}=${value}`)].join(";");
  const visited = await visit(`sheet?own=${encodeURIComponent(own)}`);
  const {page, problems} = visited;
  await go(page, "parameter.accelerator_life");
  await open(page, "Goal seek …");
  await page.getByRole("button", {name: "Seek"}).click();
  await page.locator(".wb-tool-answer button").first().click();
  await expect.poll(() => set(page)).not.toBe("");
  const life = await set(page);
  expect(Number(life)).toBeGreaterThan(3);
  expect(Number(life)).toBeLessThan(10);
  expect(Math.abs(costWith({...changes, "parameter.accelerator_life": life}) / costWith({}) - 1)).toBeLessThan(1e-6);
  await page.keyboard.press("Control+z");
  await inAddress(page, own);
  expect(problems).toEqual([]);
  await leave(visited);
});

it("a table of 9 by 7 equals 63 single runs, with a line at the base; Cancel ends its worker", async () => {
  const {page, problems} = opened();
  await type(page, "parameter.accelerator_life", "4.5");
  await go(page, "parameter.cost_of_capital");
  await open(page, "Data table …");
  const dialog = page.locator(".wb-dialog");
  const field = (name: string, at: number): Locator => dialog.getByRole("spinbutton", {name}).nth(at);
  await dialog.getByLabel("down (may be empty)").fill("parameter.accelerator_life");
  await page.keyboard.press("Tab");
  for (const [at, low, high] of [
    [0, "0.06", "0.14"],
    [1, "3", "6"]
  ] as const) {
    await field("from", at).fill(low);
    await field("to", at).fill(high);
  }
  await field("Steps across", 0).fill("9");
  await field("Steps down", 0).fill("7");
  const idle = page.workers().length;
  await dialog.getByRole("button", {name: "Run", exact: true}).click();
  await expect.poll(() => page.workers().length).toBe(idle + 1);
  await dialog.getByRole("button", {name: "Cancel"}).click();
  await expect.poll(() => page.workers().length).toBe(idle);
  expect(await dialog.locator("[role=status]").textContent()).toBe("Cancelled.");
  await dialog.getByRole("button", {name: "Run", exact: true}).click();
  const cells = dialog.locator(".wb-data-table td");
  await expect.poll(() => cells.count()).toBe(63);
  const expected = Array.from({length: 63}, (_, at) =>
    costWith({
      "parameter.cost_of_capital": String(0.06 + 0.01 * (at % 9)),
      "parameter.accelerator_life": String(3 + 0.5 * Math.floor(at / 9))
    })
  );
  const shown = await cells.evaluateAll((all) =>
    all.map((one) => ({text: one.textContent, edges: (one.getAttribute("class") ?? "").trim()}))
  );
  expect(shown.filter(({text}, i) => Math.abs(Number(text) / expected[i]! - 1) > 0.001)).toEqual([]);
  const base = costWith({});
  const divides = (a: number, b: number): boolean => expected[a]! > base !== expected[b]! > base;
  const edges = expected.map((_, at) => [
    at % 9 < 8 && divides(at, at + 1) ? "right" : "",
    at < 54 && divides(at, at + 9) ? "bottom" : ""
  ]);
  expect(edges.flat().filter(Boolean).length).toBeGreaterThan(5);
  expect(shown.map((one) => one.edges)).toEqual(edges.map((sides) => sides.filter(Boolean).join(" ")));
  expect(problems).toEqual([]);
});

it("a data table equals single runs, and a click applies a cell's inputs", async () => {
  const {page, problems} = opened();
  await go(page, "parameter.accelerator_life");
  await open(page, "Data table …");
  await page.getByRole("spinbutton", {name: "from"}).first().fill("3");
  await page.getByRole("spinbutton", {name: "to"}).first().fill("5");
  await page.getByRole("spinbutton", {name: "Steps across"}).fill("3");
  await page.getByRole("button", {name: "Run", exact: true}).click();
  const cells = page.locator(".wb-data-table td");
  await expect.poll(() => cells.count()).toBe(3);
  const shown = (await cells.allTextContents()).map(Number);
  const expected = ["3", "4", "5"].map((life) => costWith({"parameter.accelerator_life": life}));
  expect(shown.map((value, i) => Math.abs(value / expected[i]! - 1) < 0.001)).toEqual([true, true, true]);
  expect(await cells.nth(2).getAttribute("class")).toBe("own");
  await cells.first().getByRole("button").click();
  await inAddress(page, "v1;parent=reference;parameter.accelerator_life=3");
  expect(problems).toEqual([]);
});

it("the search goes to a cell by row and column; no pinned figure is cut off", async () => {
  const {page, problems} = opened();
  await page.keyboard.press("Control+k");
  await page.locator(".wb-search input").fill("power price texas");
  await page.getByText("power price, texas").waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByLabel("Cell address").inputValue()).toBe("region[texas].power_price");
  const cut = await page
    .locator(".wb-card :is(small, .big), .wb-moved span")
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== "visible")
        .map((one) => one.textContent)
    );
  expect(cut).toEqual([]);
  expect(problems).toEqual([]);
});
