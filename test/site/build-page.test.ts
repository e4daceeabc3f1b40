import {describe, expect, it} from "vitest";
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
  it("builds nothing where there is no power, and keeps what it refuses", async () => {
    const visited = await visit("build?power=2027-07%3D0&budget=plenty");
    const {page} = visited;
    await page.getByText(/Build nothing:/).waitFor();
    await page.getByText("Expected an amount such as 400M or 1.5B.").waitFor();
    expect(await page.getByRole("textbox", {name: /^Budget, USD/}).inputValue()).toBe("plenty");
    await leave(visited);
  });
});
