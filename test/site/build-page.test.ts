import {readFileSync} from "node:fs";
import {unzipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {about} from "../../lib/export/about.js";
import {modelHash} from "../../scripts/hash.js";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

describe("Build a site", () => {
  it("plans whole units for the site of the address, prices more of each limit, and compares plans", async () => {
    const visited = await visit("build?site=colocated&region=virginia&power=2027-07%3D5&budget=200M&years=4");
    const {page} = visited;
    await page.getByText(/The largest order is [\d,]+ /).waitFor();
    const units = await page.getByRole("region", {name: "Orders by month"}).locator("tbody td:nth-child(4)").all();
    expect(units.length).toBeGreaterThan(0);
    for (const unit of units) expect(await unit.innerText()).toMatch(/^[\d,]+$/);
    await page.getByText(/^If you do not know which scenario will materialise/).waitFor();
    expect(await page.getByRole("region", {name: "Value of relaxing a constraint"}).innerText()).toContain(
      "one more MW"
    );
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
  it("has the default site's plan at once, without a solver: the same one that the browser finds", async () => {
    const ready = await visit("build");
    const solved = await visit("build?budget=400000000");
    await solved.page.getByText(/^If you do not know which scenario will materialise/).waitFor();
    await solved.page.locator("progress").waitFor({state: "detached"});
    expect(ready.requests.filter(({path}) => /highs|solver/.test(path))).toEqual([]);
    for (const part of [".plan-words", "[aria-label='Orders by month']", "[aria-label='Plans by maximum regret']"])
      expect(await ready.page.locator(part).innerText()).toBe(await solved.page.locator(part).innerText());
    await leave(ready);
    await leave(solved);
  });
  it("accepts power without a month and an offered price path, and saves the plan as a workbook", async () => {
    const visited = await visit("build?power=20%20MW&budget=50M&years=3&price_changes=-10%25");
    const {page} = visited;
    await page.getByText(/to open in June 2027/).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "XLSX with live formulas"}).click()
    ]);
    expect(file.suggestedFilename()).toBe("site.xlsx");
    const parts = Object.values(unzipSync(readFileSync(await file.path())));
    const text = parts.map((part) => Buffer.from(part).toString("utf8")).join("\n");
    const commit = (await page.locator("meta[name=commit]").getAttribute("content")) ?? "";
    for (const told of [modelHash(), about.version, commit]) expect([told, text.includes(told)]).toEqual([told, true]);
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
  it("meets a demand at minimum cost, and asks for it if that is the objective", async () => {
    const visited = await visit("build?goal=demand&demand=2027-07%3D100B&power=2027-07%3D5&budget=200M&years=3");
    const {page} = visited;
    await page.getByText(/All demand is served, at a discounted cost of [\d.]+ million USD/).waitFor();
    await page.getByText(/^The cost of serving a demand does not/).waitFor();
    expect(await page.getByRole("region", {name: "Orders by month"}).innerText()).toMatch(/cost/);
    await page.getByLabel("Aim").selectOption("after-tax");
    await page.getByText(/NPV of .* after tax and without a loan/).waitFor();
    expect(await page.getByLabel(/^Output tokens a month from/).isVisible()).toBe(false);
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
  it("builds nothing without power, and keeps invalid entries", async () => {
    const visited = await visit("build?power=2027-07%3D0&budget=plenty");
    const {page} = visited;
    await page.getByText(/Build nothing: no power is available at the site/).waitFor();
    await page.getByText("Expected an amount such as 400M or 1.5B.").waitFor();
    expect(await page.getByRole("textbox", {name: /^Budget, USD/}).inputValue()).toBe("plenty");
    await leave(visited);
  });
});
