import {describe, expect, test} from "vitest";
import {scenarioFromText} from "../../src/components/live/custom-scenario.js";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

describe("Advice", () => {
  test("a company's actions are ranked, and each opens the scenario with its cells set", async () => {
    const visited = await visit("advice?company=neocloud/cumulus");
    const {page} = visited;
    const entries = page.locator("[role=listitem]");
    await entries.first().waitFor();
    expect(await entries.count()).toBeGreaterThan(5);
    expect(await entries.first().innerText()).toMatch(/^1\. /);
    await entries.first().locator("a").first().click();
    await page.waitForURL(/sheet\.html\?own=/);
    const {own, problems} = scenarioFromText(new URL(page.url()).searchParams.get("own"));
    expect(problems).toEqual([]);
    expect(own?.parent).toBe("reference");
    expect(own?.settings[0]?.cell).toMatch(/^[a-z_]+(\[.+\])?\.[a-z_]+$/);
    await expect.poll(() => page.locator(".wb-changes li").count()).toBe(own?.settings.length);
    expect(await page.locator(".wb-changes li pre").allTextContents()).toEqual([]);
    await leave(visited);
  });
  test("another company has other actions, and shadow prices can be seen for another party", async () => {
    const visited = await visit("advice");
    const {page} = visited;
    const first = page.locator("[role=listitem]").first();
    await first.waitFor();
    const before = await first.innerText();
    await page.getByRole("combobox", {name: /^Company/}).selectOption("neocloud/atlas");
    await expect.poll(() => first.innerText()).not.toBe(before);
    const table = page.getByRole("region", {name: "Shadow prices"});
    const rows = await table.locator("tbody tr").count();
    await page.getByRole("combobox", {name: /^For/}).selectOption("owner");
    await expect.poll(() => table.locator("tbody tr").count()).toBeLessThan(rows);
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
});
