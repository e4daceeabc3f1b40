import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {amount} from "../../src/components/words/format.js";
import {numberAt} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

const cell = (page: Page, id: string) => page.locator(`td[data-id="${id}"]`).first();
const card = (page: Page, title: string) => page.locator(".headline", {hasText: title}).first();

/** Types into a cell as a person does. */
async function type(page: Page, id: string, text: string): Promise<void> {
  await cell(page, id).click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
}

const last = (cells: Record<string, string>, column: string): number => {
  const overrides = Object.entries(cells).map(([cell, value]) => ({cell, value, place: "test"}));
  const {run} = runScenario(project, "reference", overrides);
  return numberAt(run, `economy.${column}`, 0, run.months - 1);
};

/** What was changed stands in the address once it is on the screen. */
const inAddress = (page: Page, own: string | null): Promise<void> =>
  expect.poll(() => new URL(page.url()).searchParams.get("own")).toBe(own);

describe("the Sheet page", () => {
  it(
    "an edit moves every figure to what the command line computes, and stands in address, title and " + "list",
    async () => {
      const visited = await visit("sheet");
      const {page, problems} = visited;
      await type(page, "parameter.cost_of_capital", "0.12 (0.1..0.15)");
      const expected = last({"parameter.cost_of_capital": "0.12"}, "value_per_cost");
      expect(await card(page, "Output per USD of cost").locator(".big").textContent()).toBe(amount(expected, "1"));
      await inAddress(page, "v1;parent=reference;parameter.cost_of_capital=0.12 (0.1..0.15)");
      expect(await page.title()).toContain("1 input modified");
      expect(await cell(page, "parameter.cost_of_capital").getAttribute("class")).toContain("edited");
      expect(await cell(page, "parameter.cost_of_capital").textContent()).toContain("was 0.085");
      await expect
        .poll(() => card(page, "Output per USD of cost").locator("small").first().textContent())
        .toMatch(/ to /);
      expect(problems).toEqual([]);
      await leave(visited);
    }
  );

  it("inspects what was just typed, also where it is too long for an address", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    const long = `0.12 ${"0".repeat(4000)}`.replace(" ", "");
    await type(page, "parameter.cost_of_capital", long);
    await cell(page, "parameter.cost_of_capital").click();
    await page.keyboard.press("Alt+Enter");
    await page.waitForSelector(".inspector h2");
    expect(await page.locator(".inspector .inspector-value").textContent()).toContain("12");
    await inAddress(page, null);
    await leave(visited);
  });

  it("undoes, redoes, takes back, resets", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    const before = await card(page, "Cost of the chain").locator(".big").textContent();
    await type(page, "parameter.cost_of_capital", "0.2");
    const after = await card(page, "Cost of the chain").locator(".big").textContent();
    expect(after).not.toBe(before);
    await page.keyboard.press("Control+z");
    expect(await card(page, "Cost of the chain").locator(".big").textContent()).toBe(before);
    await page.keyboard.press("Control+y");
    expect(await card(page, "Cost of the chain").locator(".big").textContent()).toBe(after);
    await cell(page, "parameter.cost_of_capital").click();
    await page.keyboard.press("Delete");
    expect(await card(page, "Cost of the chain").locator(".big").textContent()).toBe(before);
    await inAddress(page, null);
    await leave(visited);
  });

  it("a wrong value is drawn under its cell, kept, and changes no figure", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    const before = await card(page, "Cost of the chain").locator(".big").textContent();
    await type(page, "parameter.cost_of_capital", "much");
    expect(await cell(page, "parameter.cost_of_capital").locator(".sheet-wrong").textContent()).toContain(
      '"much": is not a number'
    );
    expect(await cell(page, "parameter.cost_of_capital").getAttribute("aria-invalid")).toBe("true");
    expect(await card(page, "Cost of the chain").locator(".big").textContent()).toBe(before);
    await leave(visited);
  });

  it("a reference to no row is drawn under its cell, and the grid keeps the focus", async () => {
    const visited = await visit("sheet");
    const {page, problems} = visited;
    await type(page, "cluster[atlas-b200].accelerator", "b20");
    expect(await cell(page, "cluster[atlas-b200].accelerator").locator(".sheet-wrong").textContent()).toContain(
      "did you mean b200?"
    );
    expect(await page.evaluate(() => document.activeElement!.getAttribute("role"))).toBe("gridcell");
    expect(problems).toEqual([]);
    await leave(visited);
  });

  it("tells those who hear it what a cell is, what an edit did, what is wrong, and what was taken back", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    const id = "parameter.cost_of_capital";
    const heard = () => page.locator("p[role=status].visually-hidden").textContent();
    expect(await page.getByRole("grid", {name: "Beliefs"}).ariaSnapshot()).toContain(
      '- rowheader "cost of capital 1/yr"\n      - gridcell "0.085"'
    );
    await cell(page, id).click();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement!.getAttribute("aria-label"))).toBe(
      "cost of capital, 1/yr, value"
    );
    await page.keyboard.press("Escape");
    await type(page, id, "0.05 to 0.2");
    expect(await heard()).toMatch(/^parameter\.cost_of_capital is 0\.05 to 0\.2\. .* in the last month, was /);
    expect(await cell(page, id).ariaSnapshot()).toMatch(/0\.1 edited was 0\.085, \+0\.015/);
    await type(page, id, "much");
    expect(await heard()).toContain('"much": is not a number');
    expect(await cell(page, id).ariaSnapshot()).toContain("wrong, not taken");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await heard()).toContain("parameter.cost_of_capital is as in reference");
    const computed = await visit("sheet?table=economy&columns=all");
    expect(await cell(computed.page, "economy.value_per_cost").getAttribute("aria-readonly")).toBe("true");
    await leave(computed);
    await leave(visited);
  });

  it("works at 400 %: nothing but grids and charts scrolls sideways, and what is edited is in view", async () => {
    const visited = await visit("sheet", {width: 320});
    const {page} = visited;
    await page.setViewportSize({width: 320, height: 256});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const last = page.locator(".sheet-grid").last();
    await last.locator("[role=gridcell]").first().click();
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
    await last.getByRole("button", {name: "Where it comes from"}).click();
    await page.waitForSelector(".inspector h2");
    const {x, width} = (await page.locator(".inspector").boundingBox())!;
    expect([x, width]).toEqual([0, 320]);
    await leave(visited);
  });

  it("a formula replaces a column or adds one; a wrong unit is underlined", async () => {
    const own = "v1;parent=reference;economy.twice==[USD/month] 2 * c.productivity_value";
    const visited = await visit(`sheet?table=economy&columns=all&own=${encodeURIComponent(own)}`);
    const {page} = visited;
    expect(await cell(page, "economy.twice").count()).toBe(1);
    await cell(page, "economy.value_per_cost").click();
    await page.keyboard.type("=c.productivity_value");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator(".own-banner pre").textContent())
      .toContain("economy.value_per_cost: unit mismatch");
    await leave(visited);
  });

  it("adds a column to a table, and says what is wrong with one", async () => {
    const visited = await visit("sheet?table=economy&columns=all");
    const {page} = visited;
    await page.getByText("Add a column to this table").click();
    const add = async (formula: string): Promise<void> => {
      await page.getByLabel("Name", {exact: true}).fill("output_per_energy");
      await page.getByLabel("Unit", {exact: true}).fill("USD/kWh");
      await page.getByLabel("Formula", {exact: true}).fill(formula);
      await page.getByRole("button", {name: "Add the column"}).click();
    };
    await add("=c.productivity_value / c.grid_enrgy");
    expect(await page.locator(".sheet-problem").textContent()).toContain("did you mean grid_energy?");
    await inAddress(page, null);
    await add("=c.productivity_value / c.grid_energy");
    expect(await cell(page, "economy.output_per_energy").textContent()).toMatch(/^\d/);
    expect(await page.locator("tbody th[role=rowheader]", {hasText: "output per energy"}).first().isVisible()).toBe(
      true
    );
    await page.getByLabel("Name", {exact: true}).fill("tokens");
    await page.getByRole("button", {name: "Add the column"}).click();
    expect(await page.locator(".sheet-problem").textContent()).toContain("economy.tokens is there already");
    await leave(visited);
  });

  it("a click elsewhere takes what is typed, and counts", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    await cell(page, "parameter.cost_of_capital").click();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("0.11");
    await card(page, "Output per USD of cost").locator(".big").click();
    await page.waitForSelector(".inspector h2");
    expect(await page.title()).toContain("1 input modified");
    await page.keyboard.press("Escape");
    await cell(page, "parameter.cost_of_capital").click();
    await page.keyboard.press("F2");
    await page.getByLabel("Name of the scenario").click();
    await page.keyboard.type("A1");
    expect(await page.getByLabel("Name of the scenario").inputValue()).toBe("A1");
    await leave(visited);
  });

  it("an own formula can be edited again, is compared with the same month, and gives way to an empty one", async () => {
    const visited = await visit("sheet?table=cluster&columns=all&month=2031-11");
    const {page} = visited;
    const load = cell(page, "cluster[atlas-b200].load");
    const before = Number(await load.textContent());
    await load.click();
    await page.keyboard.type("=0.5");
    await page.keyboard.press("Enter");
    await expect.poll(() => load.textContent()).toContain(`was ${before}`);
    await load.click();
    await page.keyboard.press("F2");
    expect(await load.locator("input").inputValue()).toBe("=0.5");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Enter");
    await expect.poll(() => load.textContent()).toBe(String(before));
    await leave(visited);
  });

  it("says what of a damaged link is not read, until something is changed", async () => {
    const visited = await visit("sheet?own=v1;parameter.cost_of_capital=0.12;tax_rate");
    const {page} = visited;
    expect(await page.locator(".own-banner [role=alert]").textContent()).toContain(
      "“tax_rate” in the address is not read"
    );
    expect(await cell(page, "parameter.cost_of_capital").textContent()).toContain("0.12");
    await type(page, "parameter.cost_of_capital", "0.13");
    await expect.poll(() => page.locator(".own-banner [role=alert]").count()).toBe(0);
    await leave(visited);
  });

  it("an open inspector follows the edits", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    await cell(page, "parameter.cost_of_capital").click();
    await page.keyboard.press("Alt+Enter");
    await page.waitForSelector(".inspector h2");
    await type(page, "parameter.cost_of_capital", "0.123");
    await expect.poll(() => page.locator(".inspector").innerText()).toContain("in full 0.123");
    await leave(visited);
  });

  it("copies and pastes ranges as spreadsheet programs do", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    const paste = (text: string) =>
      page.evaluate((data) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", data);
        document.activeElement!.dispatchEvent(
          new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true})
        );
      }, text);
    await cell(page, "cluster[atlas-h100].extra_count").scrollIntoViewIfNeeded();
    await cell(page, "cluster[atlas-h100].extra_count").click();
    await paste("1000\t2000\r\n0.5\t0.6\r\n");
    await inAddress(
      page,
      "v1;parent=reference;cluster[atlas-h100].extra_count=1000;cluster[atlas-h200].extra_count=2000;" +
        "cluster[atlas-h100].order_book=0.5;cluster[atlas-h200].order_book=0.6"
    );
    await paste("1,000.0\t20%\r\n".repeat(500));
    expect(await page.locator(".sheet-bar [role=status]").last().textContent()).toMatch(/^\d+ of the pasted values/);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Shift+ArrowRight");
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.activeElement!.dispatchEvent(
        new ClipboardEvent("copy", {clipboardData, bubbles: true, cancelable: true})
      );
      return clipboardData.getData("text/plain");
    });
    expect(copied).toBe("1000\t2000");
    await leave(visited);
  });

  it("keeps a scenario in the browser, loads it, and divides the difference among the changes to 100 %", async () => {
    const visited = await visit(
      "sheet?own=v1;parent=reference;parameter.cost_of_capital=0.12;cluster[atlas-b200].extra_count=8000"
    );
    const {page, problems} = visited;
    const figure = page.locator("figure", {hasText: "what each change adds"});
    await expect.poll(() => figure.count()).toBe(1);
    await figure.locator("summary").click();
    const shares = figure.locator("tbody tr td:last-child");
    await expect.poll(() => shares.count()).toBe(2);
    const sum = (await shares.allTextContents()).reduce((total, text) => total + Number(text), 0);
    expect(sum).toBeCloseTo(1, 5);
    await page.getByLabel("Name of the scenario").fill("Dear");
    await page.getByRole("button", {name: "Save in this browser"}).click();
    await expect.poll(() => page.locator(".sheet-keep th", {hasText: "Dear"}).count()).toBe(1);
    await page.getByRole("button", {name: "Reset everything"}).click();
    await page.locator(".sheet-keep").getByRole("button", {name: "Load", exact: true}).click();
    await expect.poll(() => decodeURIComponent(page.url())).toContain("cluster[atlas-b200].extra_count=8000");
    expect(problems).toEqual([]);
    await leave(visited);
  });

  it("takes a dropped YAML file, and says what is wrong with one", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    const field = page.locator("input[type=file]").first();
    const file = (text: string) => ({name: "mine.yaml", mimeType: "application/yaml", buffer: Buffer.from(text)});
    await field.setInputFiles(file("title: Mine\nparent: gpu-glut\nset:\n  parameter.cost_of_capital: 0.1\n"));
    await expect.poll(() => page.url()).toContain("gpu-glut");
    await field.setInputFiles(file("titel: Mine\n"));
    await expect
      .poll(() => page.locator(".sheet-keep [role=status]").textContent())
      .toContain('mine.yaml:1: unknown key "titel"');
    await leave(visited);
  });
});
