import {expect, it} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

it("on a phone the menu has its name above the page, covers nothing, and opens the list of pages", async () => {
  const visited = await visit("invest", {width: 390});
  const {page, problems} = visited;
  const menu = page.getByRole("checkbox", {name: "Toggle sidebar"});
  const {height, y} = (await menu.boundingBox())!;
  const heading = (await page.locator("h1").boundingBox())!;
  expect([y, height >= 40, heading.y >= height]).toEqual([0, true, true]);
  expect(await menu.evaluate((one) => getComputedStyle(one, "::after").content)).toBe('"Menu"');
  await menu.click();
  const link = page.locator("#observablehq-sidebar").getByRole("link", {name: "Build a site"});
  await expect.poll(async () => (await link.boundingBox())?.x ?? -1).toBeGreaterThanOrEqual(0);
  expect(problems).toEqual([]);
  await leave(visited);
});
