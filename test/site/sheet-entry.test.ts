import {describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {ownFromYaml, ownAsYaml} from "../../src/pages/sheet/file.js";
import {scenarioFromText} from "../../src/components/live/custom-scenario.js";
import {numberAt} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {useBrowser} from "./browser.js";
import {cell, copied, facts, go, inAddress, paste, type, useSheet} from "./workbench.js";

useBrowser();

const power = (region: string) => `region[${region}].power_price`;

describe("entries in the sheet", () => {
  const opened = useSheet("sheet?table=region");

  it("=0.0892*1.1 in an input changes that cell only, and the row stays in place", async () => {
    const {page} = opened();
    const others = ["texas", "iowa", "china"];
    await go(page, power("virginia"));
    const texts = () => Promise.all(others.map((region) => cell(page, power(region)).textContent()));
    const [before, box] = [await texts(), await cell(page, power("virginia")).boundingBox()];
    await type(page, power("virginia"), "=0.0892*1.1");
    expect(await cell(page, power("virginia")).textContent()).toMatch(/^0\.09812/);
    expect(await texts()).toEqual(before);
    expect(await page.locator(".tf-cell.wrong").count()).toBe(0);
    expect((await cell(page, power("virginia")).boundingBox())?.y).toBe(box?.y);
    await inAddress(page, `v1;parent=reference;${power("virginia")}==0.0892*1.1`);
  });

  it("an expression of another cell follows it, in grid, link, YAML and command line", async () => {
    const {page} = opened();
    await type(page, power("virginia"), "=region[texas].power_price * 1.2");
    await type(page, power("texas"), "0.05");
    expect(await cell(page, power("virginia")).textContent()).toMatch(/^0\.06/);
    await inAddress(
      page,
      `v1;parent=reference;${power("virginia")}==region[texas].power_price * 1.2;${power("texas")}=0.05`
    );
    const {own} = scenarioFromText(new URL(page.url()).searchParams.get("own"));
    const {settings} = ownFromYaml(ownAsYaml(own!), "mine.yaml");
    const {run} = runScenario(
      project,
      "reference",
      settings.map((setting) => ({...setting, place: "test"}))
    );
    expect(numberAt(run, "region.power_price", 0, 0)).toBeCloseTo(0.06, 12);
  });

  it("Enter, F2 and a double click open a formula; it replaces a column only after confirmation", async () => {
    const {page} = opened();
    const id = "cluster[atlas-b200].levelised_cost";
    const field = page.locator(".tf-cell-entry input");
    await go(page, id);
    for (const open of [
      () => page.keyboard.press("Enter"),
      () => page.keyboard.press("F2"),
      () => cell(page, id).dblclick()
    ]) {
      await open();
      expect(await field.inputValue()).toBe("=cost / sold_hours");
      expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(18);
      await page.keyboard.press("Escape");
    }
    const before = await cell(page, id).textContent();
    await page.keyboard.press("F2");
    await page.keyboard.type(" * 1.1");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog").textContent()).toContain("It applies to all 8 rows.");
    expect(await cell(page, id).textContent()).toBe(before);
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(page, id).textContent()).not.toBe(before);
    await page.keyboard.press("Control+z");
    expect(await cell(page, id).textContent()).toBe(before);
  });

  describe("a cell of inputs", () => {
    it.each([
      [power("texas"), "80 USD/MWh", "0.08"],
      [power("texas"), "0.07 (0.05..0.09)", "0.07 (0.05..0.09)"],
      ["cluster[atlas-b200].extra_count", "12,000", "12000"],
      ["cluster[atlas-b200].extra_count", "12k", "12000"],
      ["cluster[atlas-b200].contract_share", "80%", "80%"]
    ])("%s takes %s, in the cell, in the bar and pasted", async (id, text, held) => {
      const {page} = opened();
      const own = `v1;parent=reference;${id}=${held.replace("%", "%25")}`;
      await type(page, id, text);
      await inAddress(page, own);
      await page.keyboard.press("Control+z");
      await go(page, id);
      await page.locator(".tf-bar-entry input").fill(text);
      await page.keyboard.press("Enter");
      await inAddress(page, own);
      await page.keyboard.press("Control+z");
      await inAddress(page, null);
      await go(page, id);
      await paste(page, text);
      await inAddress(page, own);
      await page.keyboard.press("Control+z");
      await inAddress(page, null);
    });
  });

  it("a formula's names are completed, with their values and units; Tab takes one", async () => {
    const {page} = opened();
    await go(page, power("virginia"));
    await page.keyboard.type("=region[tex");
    const options = page.locator(".tf-list [role=option]");
    expect(await options.allTextContents()).toEqual(["texasrow of region"]);
    await page.keyboard.press("Tab");
    await page.keyboard.type("power");
    expect(await options.first().textContent()).toContain("USD/kWh");
    await page.keyboard.press("Tab");
    expect(await page.locator(".tf-cell-entry input").inputValue()).toBe("=region[texas].power_price");
    await page.keyboard.type(" * max(");
    expect(await facts(page).textContent()).toContain("max(a, b, …): The largest of its arguments.");
    await page.keyboard.press("Escape");
  });

  it("a click on a cell inserts its address into the formula being edited", async () => {
    const {page} = opened();
    await go(page, power("virginia"));
    await page.keyboard.type("=");
    await cell(page, power("iowa")).click();
    await page.keyboard.type(" * 2");
    await page.keyboard.press("Enter");
    await inAddress(page, `v1;parent=reference;${power("virginia")}==region[iowa].power_price * 2`);
  });

  it("an unknown name is reported before it is applied, and can be kept as text", async () => {
    const {page} = opened();
    await go(page, power("texas"));
    await page.keyboard.type("=region[iowa].power_prise * 1.4");
    await page.keyboard.press("Enter");
    expect(await facts(page).textContent()).toContain("did you mean power_price?");
    await inAddress(page, null);
    await page.keyboard.press("Enter");
    expect(await cell(page, power("texas")).getAttribute("class")).toContain("wrong");
  });

  it("a reference is chosen from its list", async () => {
    const {page} = opened();
    await go(page, "cluster[atlas-b200].facility");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("option", {name: /^dallas/}).click();
    await inAddress(page, "v1;parent=reference;cluster[atlas-b200].facility=dallas");
  });

  it("a copied block is plain numbers, and pasted back it changes nothing; it is one step", async () => {
    const {page} = opened();
    await go(page, power("virginia"));
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    const block = await copied(page);
    expect(
      block
        .split(/[\t\n]/)
        .map(Number)
        .every(Number.isFinite)
    ).toBe(true);
    expect(block.split(/[\t\n]/)).toHaveLength(4);
    await paste(page, block);
    await inAddress(page, null);
    await go(page, power("virginia"));
    await paste(page, "0.11\t300\n0.2\t301\n");
    expect(await page.locator(".wb-changes li").count()).toBe(4);
    await page.keyboard.press("Control+z");
    await inAddress(page, null);
  });

  it("a company's premium is shown beside the cost of capital", async () => {
    const {page} = opened();
    await type(page, "parameter.cost_of_capital", "0.11");
    await go(page, "parameter.cost_of_capital");
    expect(await facts(page).textContent()).toContain("In use: atlas 0.1, boreal 0.11, cumulus 0.13");
    expect(await page.locator(".wb-changes li").textContent()).toContain("atlas 0.1");
  });
});
