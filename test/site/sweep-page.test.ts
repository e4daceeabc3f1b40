import {describe, expect, it} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

describe("the sweep page", () => {
  it("shows the shipped sweep, another price path, and its specification", async () => {
    const visited = await visit("sweep");
    const {page, problems} = visited;
    const text = await page.locator("main").innerText();
    expect(text).toContain("46,080 simulated investments");
    expect(text).toContain("npx token-factory sweep sweeps/build-out.yaml");
    expect(text).toMatch(/of 180 build-outs earn their cost of capital/);
    await page.locator("select").first().selectOption("power-crunch");
    await page.waitForFunction(() =>
      document.querySelector("main")!.innerText.includes("cost of capital: Power crunch")
    );
    expect(problems).toEqual([]);
    await leave(visited);
  });
});
