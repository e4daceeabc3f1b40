import {expect, test} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

test("the first screen of a desk holds three findings, the value flow and where to go next", async () => {
  const visited = await visit("");
  const {page, problems} = visited;
  expect(await page.locator(".finding h2").count()).toBe(3);
  const ends = await page
    .locator(".finding, .flow-and-questions .figure-chart, .questions a")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
  expect(ends.length).toBe(9);
  expect(Math.max(...ends)).toBeLessThanOrEqual(900);
  expect(problems).toEqual([]);
  await leave(visited);
});

test("each question leads to the page that it names, and to a section of it", async () => {
  const visited = await visit("");
  const {page} = visited;
  const links = await page.locator(".questions a").evaluateAll((all) =>
    (all as HTMLAnchorElement[]).map(({href, hash, lastElementChild}) => ({
      ...{href, place: hash.slice(1)},
      title: lastElementChild!.textContent.split(":")[0]!
    }))
  );
  expect(links.length).toBe(5);
  for (const {href, place, title} of links) {
    await page.goto(href);
    expect(await page.title()).toBe(`${title} | The AI Token Factory`);
    expect(place === "" || (await page.locator(`[id="${place}"]`).count()) === 1, href).toBe(true);
  }
  await leave(visited);
});

test("findings follow the month and scenario", async () => {
  const visited = await visit("?scenario=power-crunch&month=2031-11");
  const titles = await visited.page.locator(".finding h2").allTextContents();
  expect(titles[0]).toMatch(/^Output is worth [\d.]+ times its cost in the central case, but a loss is possible$/);
  expect(titles[1]).toMatch(/^Serving a token becomes [\d.]+ times cheaper by November 2031$/);
  const reference = await visit("");
  expect(await reference.page.locator(".finding h2").first().textContent()).not.toBe(titles[0]);
  await leave(reference);
  await leave(visited);
});
