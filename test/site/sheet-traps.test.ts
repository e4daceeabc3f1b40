import {describe, expect, it} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";
import {cell, chooseOfCell, facts, go, inAddress, openSaving, paste, type, useSheet} from "./workbench.js";

useBrowser();

const capital = "parameter.cost_of_capital";
const opened = useSheet();

describe("what acts on a number is shown beside it", () => {
  it("a company's premium is in facts, list and dock, and the cell stays visible as the dock opens", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    await type(page, capital, "0.11");
    await go(page, capital);
    await page.keyboard.press("Alt+Enter");
    await page.waitForSelector(".wb-dock .inspector h2");
    for (const place of [".tf-facts", ".wb-changes li", ".wb-dock > .tf-notice"])
      expect(await page.locator(place).textContent()).toContain("atlas 0.1, boreal 0.11");
    const [box, dock] = await Promise.all([cell(page, capital).boundingBox(), page.locator(".wb-dock").boundingBox()]);
    expect(box!.y + box!.height).toBeLessThanOrEqual(dock!.y);
    await leave(visited);
  });

  it("a value set by the base scenario says so, with the assumptions' value", async () => {
    const {page} = opened();
    await page.getByLabel("Base scenario").selectOption("dear-capital");
    await go(page, "parameter.accelerator_life");
    expect(await facts(page).textContent()).toContain("Set by Tight credit: 5 (3..6 lognormal) in the assumptions");
    await type(page, "parameter.accelerator_life", "4.5");
    await go(page, "parameter.accelerator_life");
    expect(await facts(page).textContent()).not.toContain("Set by Tight credit");
  });

  it("a computed number at its floor names it", async () => {
    const {page} = opened();
    await type(page, "parameter.token_ceiling", "1");
    await go(page, "tier[light].clearing_premium");
    expect(await facts(page).textContent()).toMatch(/At its (ceiling: token ceiling, 1|floor: 1)/);
  });
});

describe("an entry", () => {
  it("stays as typed if it is not applied, and the line says what the run uses", async () => {
    const {page} = opened();
    await type(page, "cluster[atlas-b200].contract_share", "1.5M");
    await go(page, "cluster[atlas-b200].contract_share");
    expect(await facts(page).textContent()).toContain("“1.5M” is not applied: the run uses 0.96.");
    await type(page, "cluster[atlas-b200].contract_share", "72.5 USD/MWh");
    await go(page, "cluster[atlas-b200].contract_share");
    expect(await facts(page).textContent()).toContain("has a unit, USD/MWh, which is not converted here");
  });

  it("a number over one with a range can keep the range, by Alt+R or a click", async () => {
    const {page} = opened();
    const id = "region[virginia].power_price";
    await type(page, id, "0.2");
    await go(page, id);
    expect(await facts(page).textContent()).toContain("Keep its range, 0.17 to 0.25 (Alt+R)");
    await page.keyboard.press("Alt+r");
    await expect.poll(() => new URL(page.url()).searchParams.get("own")).toMatch(/power_price=0\.2 \(0\.17\.\.0\.25/);
    expect(await facts(page).textContent()).not.toContain("Keep its range");
    await page.keyboard.press("Control+z");
    await inAddress(page, `v1;parent=reference;${id}=0.2`);
  });

  it("a slider's field accepts a cell's notations, and a count of zero can be slid to thousands", async () => {
    const {page} = opened();
    await page.getByRole("button", {name: "Decisions and assumptions"}).click();
    const field = (name: string) => page.getByRole("textbox", {name, exact: true});
    await field("contract share, atlas-b200").fill("80%");
    await page.keyboard.press("Enter");
    await inAddress(page, "v1;parent=reference;cluster[atlas-b200].contract_share=80%25");
    await page.getByRole("button", {name: "Undo", exact: true}).click();
    await field("extra count, atlas-b200").fill("12k");
    await page.keyboard.press("Enter");
    await inAddress(page, "v1;parent=reference;cluster[atlas-b200].extra_count=12000");
    await page.getByRole("button", {name: "Undo", exact: true}).click();
    await page.getByRole("slider", {name: "extra count, atlas-b200, slider"}).press("End");
    await inAddress(page, "v1;parent=reference;cluster[atlas-b200].extra_count=10000");
  });

  it("a date that was pasted over shows the former date", async () => {
    const {page} = opened();
    await go(page, "rental_quote[h100-2023-07].quoted");
    await paste(page, "2024-01");
    await go(page, "rental_quote[h100-2023-07].quoted");
    expect(await facts(page).textContent()).toContain("was 2023-07");
  });

  it("a block of 200 by 50 is one step, and values without an input are counted", async () => {
    const visited = await visit("sheet?columns=inputs");
    const {page} = visited;
    await go(page, "language_model.name");
    const block = Array.from({length: 200}, () => Array.from({length: 50}, () => "3").join("\t")).join("\n");
    await paste(page, block);
    expect(await facts(page).textContent()).toMatch(/^\d+ of the values had no matching input/);
    expect(Number(await page.locator(".wb-count").textContent())).toBeGreaterThan(1000);
    await page.keyboard.press("Control+z");
    expect(await page.locator(".wb-count").textContent()).toBe("0");
    await leave(visited);
  });
});

describe("navigation", () => {
  it("Back returns from the row that a reference names to the reference, and keeps later changes", async () => {
    const {page} = opened();
    const address = page.getByLabel("Cell address");
    await go(page, "cluster[atlas-b200].facility");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => address.inputValue()).toBe("facility[council-bluffs].name");
    await type(page, capital, "0.12");
    await inAddress(page, `v1;parent=reference;${capital}=0.12`);
    await page.goBack();
    await expect.poll(() => address.inputValue()).toBe("cluster[atlas-b200].facility");
    await inAddress(page, `v1;parent=reference;${capital}=0.12`);
    await page.goForward();
    await expect.poll(() => address.inputValue()).toBe("facility[council-bluffs].name");
  });

  it("the list of tables counts current rows", async () => {
    const {page} = opened();
    const count = page.locator(".wb-tables button", {hasText: /^\s*region/}).locator("small");
    expect(await count.textContent()).toBe("9");
    await chooseOfCell(page, "region[texas].power_price", /Delete texas/);
    await page.getByLabel("What refers to it").selectOption("iowa");
    await page.getByRole("button", {name: "Delete texas"}).click();
    expect(await count.textContent()).toBe("8");
  });

  it("naming a scenario announces no figures", async () => {
    const {page} = opened();
    const heard = page.locator("p[role=status].visually-hidden");
    await type(page, capital, "0.12");
    expect(await heard.textContent()).toContain("Cost of a million tokens is");
    await page.getByLabel("Name of the scenario").fill("Board case B");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("own")).toContain("title=Board case B");
    expect(await heard.textContent()).toBe("");
  });

  it("saving under a used name says what it replaced; a full browser says so", async () => {
    const visited = await visit(`sheet?own=v1;parent=reference;${capital}=0.12`, {first: true});
    const {page} = visited;
    await openSaving(page);
    const said = page.locator(".sheet-keep > [role=status]");
    const keep = async (): Promise<void> => {
      await page.locator(".sheet-keep").getByLabel("Name of the scenario").fill("Dear");
      await page.getByRole("button", {name: "Save in this browser"}).click();
    };
    await keep();
    await expect.poll(() => said.textContent()).toBe("“Dear” is saved in this browser.");
    await keep();
    await expect.poll(() => said.textContent()).toContain("and replaces the one of that name");
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await keep();
    await expect.poll(() => said.textContent()).toContain("could not be saved");
    await inAddress(page, `v1;parent=reference;title=Dear;${capital}=0.12`);
    await leave(visited);
  });
});
