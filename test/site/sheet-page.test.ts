import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {amount} from "../../src/components/words/format.js";
import {numberAt} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {leave, useBrowser, visit} from "./browser.js";
import {card, cell, copied, facts, go, inAddress, openSaving, paste, type, useSheet} from "./workbench.js";

useBrowser();

const last = (cells: Record<string, string>, column: string): number => {
  const overrides = Object.entries(cells).map(([cell, value]) => ({cell, value, place: "test"}));
  const {run} = runScenario(project, "reference", overrides);
  return numberAt(run, `economy.${column}`, 0, run.months - 1);
};

const big = (page: Page, title: string) => card(page, title).locator(".big").textContent();

describe("the Sheet page", () => {
  const opened = useSheet();

  it("an edit moves figures to the command line's values, and appears in address, title and list", async () => {
    const {page} = opened();
    await type(page, "parameter.cost_of_capital", "0.12 (0.1..0.15)");
    const expected = last({"parameter.cost_of_capital": "0.12"}, "value_per_cost");
    expect(await big(page, "Output per dollar of cost")).toBe(amount(expected, "1"));
    await inAddress(page, "v1;parent=reference;parameter.cost_of_capital=0.12 (0.1..0.15)");
    expect(await page.title()).toContain("1 input modified");
    expect(await page.locator(".wb-changes li").textContent()).toContain("0.12 (0.1..0.15)");
    expect(await cell(page, "parameter.cost_of_capital").getAttribute("class")).toContain("edited");
    expect(await cell(page, "parameter.cost_of_capital").textContent()).toContain("was 0.085");
    expect(opened().problems).toEqual([]);
  });

  it("undoes, redoes, reverts, resets", async () => {
    const {page} = opened();
    const before = await big(page, "Cost of the chain");
    await type(page, "parameter.cost_of_capital", "0.2");
    const after = await big(page, "Cost of the chain");
    expect(after).not.toBe(before);
    await page.keyboard.press("Control+z");
    expect(await big(page, "Cost of the chain")).toBe(before);
    await page.keyboard.press("Control+y");
    expect(await big(page, "Cost of the chain")).toBe(after);
    await go(page, "parameter.cost_of_capital");
    await page.keyboard.press("Delete");
    expect(await big(page, "Cost of the chain")).toBe(before);
    await inAddress(page, null);
  });

  it("an invalid value stays in its cell, is reported below the formula bar, and changes no figure", async () => {
    const {page} = opened();
    const before = await big(page, "Cost of the chain");
    await type(page, "parameter.cost_of_capital", "much");
    await go(page, "parameter.cost_of_capital");
    expect(await facts(page).textContent()).toContain('"much": is not a number');
    expect(await cell(page, "parameter.cost_of_capital").textContent()).toBe("much");
    expect(await cell(page, "parameter.cost_of_capital").getAttribute("aria-invalid")).toBe("true");
    expect(await big(page, "Cost of the chain")).toBe(before);
    await page.getByRole("button", {name: "Revert", exact: true}).click();
    expect(await cell(page, "parameter.cost_of_capital").textContent()).toBe("0.085");
  });

  it("a reference to an unknown row is reported, and the grid keeps the focus", async () => {
    const {page} = opened();
    await type(page, "cluster[atlas-b200].accelerator", "b20");
    expect(await page.evaluate(() => document.activeElement!.getAttribute("role"))).toBe("gridcell");
    await go(page, "cluster[atlas-b200].accelerator");
    expect(await facts(page).textContent()).toContain("did you mean b200?");
    expect(opened().problems).toEqual([]);
  });

  it("an open inspector follows the edits, and the active cell", async () => {
    const {page} = opened();
    await go(page, "parameter.cost_of_capital");
    await page.keyboard.press("Alt+Enter");
    await page.waitForSelector(".inspector h2");
    await type(page, "parameter.cost_of_capital", "0.123");
    await go(page, "parameter.cost_of_capital");
    await expect.poll(() => page.locator(".inspector").innerText()).toContain("exact value 0.123");
    await go(page, "parameter.accelerator_life");
    await expect.poll(() => page.locator(".inspector").innerText()).toContain("parameter.accelerator_life");
  });

  it("inspects a new entry, even one too long for an address", async () => {
    const {page} = opened();
    const long = `0.12 ${"0".repeat(4000)}`.replace(" ", "");
    await type(page, "parameter.cost_of_capital", long);
    await go(page, "parameter.cost_of_capital");
    await page.keyboard.press("Alt+Enter");
    await page.waitForSelector(".inspector h2");
    expect(await page.locator(".inspector .inspector-value").textContent()).toContain("12");
    await inAddress(page, null);
  });

  it("clicking a step in the list undoes everything after it", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    await type(page, "parameter.cost_of_capital", "0.2");
    await type(page, "parameter.debt_share", "0.5");
    await page.getByRole("button", {name: "List of steps"}).click();
    await page.getByRole("menuitemradio", {name: "cost of capital = 0.2"}).click();
    await inAddress(page, "v1;parent=reference;parameter.cost_of_capital=0.2");
    await leave(visited);
  });

  it("tells screen readers about a cell, an edit's effect, an error, and an undo", async () => {
    const {page} = opened();
    const id = "parameter.cost_of_capital";
    const heard = () => page.locator("p[role=status].visually-hidden").textContent();
    await go(page, id);
    const snapshot = await page.getByRole("grid", {name: "parameter"}).ariaSnapshot();
    expect(snapshot).toMatch(
      /- rowheader "cost of capital 1\/yr"[^\n]*\n\s*- gridcell "0\.085, from [\d.]+ to [\d.]+"/
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement!.getAttribute("aria-label"))).toBe("cost of capital, 1/yr");
    await page.keyboard.press("Escape");
    await type(page, id, "0.05 to 0.2");
    expect(await heard()).toMatch(
      /^parameter\.cost_of_capital is 0\.05 to 0\.2\. Cost of a million tokens is .*, was /
    );
    expect(await cell(page, id).ariaSnapshot()).toMatch(/0\.1, edited, was 0\.085, \+0\.015/);
    await type(page, id, "much");
    expect(await heard()).toContain('"much": is not a number');
    expect(await cell(page, id).ariaSnapshot()).toContain("not applied");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await heard()).toContain("parameter.cost_of_capital is unchanged from reference");
    await go(page, "economy.value_per_cost");
    expect(await cell(page, "economy.value_per_cost").getAttribute("aria-readonly")).toBe("true");
  });

  it("works at 400 %: only grids and charts scroll sideways, and the edited cell is visible", async () => {
    const visited = await visit("sheet?columns=inputs", {width: 320});
    const {page} = visited;
    await page.setViewportSize({width: 320, height: 256});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.locator("[role=gridcell]").first().click();
    for (let i = 0; i < 7; ++i) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const covered = await page.evaluate(() => {
      const field = document.activeElement!;
      const {left, right, top, bottom} = field.getBoundingClientRect();
      return [left + 3, right - 3].filter((x) => document.elementFromPoint(x, (top + bottom) / 2) !== field);
    });
    expect(covered).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", {name: "Source and formula"}).click();
    await page.waitForSelector(".inspector h2");
    const {x, width} = (await page.locator(".inspector").boundingBox())!;
    expect([x, width]).toEqual([0, 320]);
    await leave(visited);
  });

  it("a formula replaces a column or adds one; a wrong unit is reported before it is applied", async () => {
    const own = "v1;parent=reference;economy.twice==[USD/month] 2 * c.productivity_value";
    const visited = await visit(`sheet?table=economy&columns=all&own=${encodeURIComponent(own)}`);
    const {page} = visited;
    await go(page, "economy.twice");
    expect(await cell(page, "economy.twice").count()).toBe(1);
    await go(page, "economy.value_per_cost");
    await page.keyboard.type("=c.productivity_value");
    await page.keyboard.press("Enter");
    expect(await facts(page).textContent()).toContain("unit mismatch");
    expect(await page.locator(".wb-changes li").count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator(".own-banner pre").textContent())
      .toContain("economy.value_per_cost: unit mismatch");
    await leave(visited);
  });

  it("adds a column to a table despite a filter, and reports errors in one", async () => {
    const visited = await visit("sheet?table=economy");
    const {page} = visited;
    await cell(page, "economy.tokens").click();
    await page.keyboard.press("Control+f");
    await page.getByLabel("Find in this table").fill("users");
    const open = async (): Promise<void> => {
      await page.getByRole("button", {name: "Add to this table"}).click();
      await page.getByRole("menuitem", {name: "Add a column …"}).click();
    };
    const add = async (formula: string): Promise<void> => {
      await page.getByLabel("Name", {exact: true}).fill("output_per_energy");
      await page.getByLabel("Unit", {exact: true}).fill("USD/kWh");
      await page.getByLabel("Formula", {exact: true}).fill(formula);
      await page.getByRole("button", {name: "Add the column"}).click();
    };
    await open();
    await add("=c.productivity_value / c.grid_enrgy");
    expect(await page.locator(".sheet-problem").textContent()).toContain("did you mean grid_energy?");
    await inAddress(page, null);
    await add("=productivity_value / grid_energy");
    expect(await cell(page, "economy.output_per_energy").textContent()).toMatch(/^\d/);
    expect(await page.locator("[role=rowheader]", {hasText: "output per energy"}).isVisible()).toBe(true);
    await open();
    await page.getByLabel("Name", {exact: true}).fill("tokens");
    await page.getByLabel("Formula", {exact: true}).fill("=1");
    await page.getByRole("button", {name: "Add the column"}).click();
    expect(await page.locator(".sheet-problem").textContent()).toContain("economy.tokens already exists");
    await leave(visited);
  });

  it("a click elsewhere applies the entry, and takes effect", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    await go(page, "parameter.cost_of_capital");
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("0.11");
    await card(page, "Output per dollar of cost").locator(".big").click();
    await page.waitForSelector(".inspector h2");
    expect(await page.title()).toContain("1 input modified");
    await page.keyboard.press("Escape");
    await go(page, "parameter.cost_of_capital");
    await page.keyboard.press("F2");
    await page.getByLabel("Name of the scenario").click();
    await page.keyboard.type("A1");
    expect(await page.getByLabel("Name of the scenario").inputValue()).toBe("A1");
    await leave(visited);
  });

  it("a custom formula can be edited, is compared with the same month, and is removed by an empty one", async () => {
    const visited = await visit("sheet?table=cluster&columns=all&month=2031-11");
    const {page} = visited;
    await go(page, "cluster[atlas-b200].load");
    const load = cell(page, "cluster[atlas-b200].load");
    const before = await load.textContent();
    await page.keyboard.type("=0.5");
    await page.keyboard.press("Enter");
    await page.getByRole("button", {name: /^Replace in \d+ rows$/}).click();
    await expect.poll(() => load.textContent()).toContain(`was ${before}`);
    await page.keyboard.press("F2");
    expect(await page.locator(".tf-cell-entry input").inputValue()).toBe("=0.5");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Enter");
    await expect.poll(() => load.textContent()).toBe(before);
    await leave(visited);
  });

  it("reports the unread parts of a damaged link, until something is changed", async () => {
    const visited = await visit("sheet?own=v1;parameter.cost_of_capital=0.12;tax_rate");
    const {page} = visited;
    expect(await page.locator(".own-banner [role=alert]").textContent()).toContain(
      "“tax_rate” in the address is ignored"
    );
    await go(page, "parameter.cost_of_capital");
    expect(await cell(page, "parameter.cost_of_capital").textContent()).toContain("0.12");
    await type(page, "parameter.cost_of_capital", "0.13");
    await expect.poll(() => page.locator(".own-banner [role=alert]").count()).toBe(0);
    await leave(visited);
  });

  it("copies and pastes ranges as spreadsheet programs do", async () => {
    const visited = await visit("sheet?columns=inputs");
    const {page} = visited;
    await go(page, "cluster[atlas-h100].extra_count");
    await paste(page, "1000\t0.5\r\n2000\t0.6\r\n");
    await inAddress(
      page,
      "v1;parent=reference;cluster[atlas-h100].extra_count=1000;cluster[atlas-h100].order_book=0.5;" +
        "cluster[atlas-h200].extra_count=2000;cluster[atlas-h200].order_book=0.6"
    );
    await paste(page, "1,000.0\t20%\r\n".repeat(500));
    expect(await facts(page).textContent()).toMatch(/^\d+ of the values had no matching input/);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Shift+ArrowRight");
    expect(await copied(page)).toBe("1000\t0.5");
    await leave(visited);
  });

  it("saves a scenario in the browser, loads it, and attributes 100 % of the difference to the changes", async () => {
    const visited = await visit(
      "sheet?own=v1;parent=reference;parameter.cost_of_capital=0.12;cluster[atlas-b200].extra_count=8000"
    );
    const {page, problems} = visited;
    const steps = page.locator(".wb-bridge [data-share]");
    await expect.poll(() => steps.count()).toBe(2);
    const shares = await steps.evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-share"))));
    expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 5);
    await openSaving(page);
    const dialog = page.getByRole("dialog", {name: "Scenarios"});
    await dialog.getByLabel("Name of the scenario").fill("Dear");
    await dialog.getByRole("button", {name: "Save in this browser"}).click();
    await expect.poll(() => page.locator(".sheet-keep tbody th", {hasText: "Dear"}).count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("button", {name: "Revert all"}).click();
    await openSaving(page);
    await page.locator(".sheet-keep").getByRole("button", {name: "Open", exact: true}).click();
    await expect.poll(() => decodeURIComponent(page.url())).toContain("cluster[atlas-b200].extra_count=8000");
    expect(problems).toEqual([]);
    await leave(visited);
  });

  it("accepts a dropped YAML file, and reports errors in one", async () => {
    const {page} = opened();
    await openSaving(page);
    const field = page.locator("input[type=file]").first();
    const file = (text: string) => ({name: "mine.yaml", mimeType: "application/yaml", buffer: Buffer.from(text)});
    await field.setInputFiles(file("title: Mine\nparent: gpu-glut\nset:\n  parameter.cost_of_capital: 0.1\n"));
    await expect.poll(() => page.url()).toContain("gpu-glut");
    await field.setInputFiles(file("titel: Mine\n"));
    await expect
      .poll(() => page.locator(".sheet-keep [role=status]").textContent())
      .toContain('mine.yaml:1: unknown key "titel"');
  });
});
