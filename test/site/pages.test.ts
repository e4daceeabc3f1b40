import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import config from "../../observablehq.config.js";
import {colours, seriousViolations} from "./axe.js";
import {leave, useBrowser, visit} from "./browser.js";

const paths = config.pages.flatMap((one) => ("pages" in one ? one.pages : [one])).map(({path}) => path.slice(1));
useBrowser();

describe.concurrent.each(paths)("page /%s", (path) => {
  test("opens without an error at 360 px in dark mode, and at 1440 px in light mode", async () => {
    const visited = await visit(path, {width: 360, scheme: "dark"});
    const {page, problems} = visited;
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    // Other rules find the same in a narrow page as in a wide one, which shows everything that the narrow one does.
    expect(await faults(page, 360, {runOnly: [...colours, "scrollable-region-focusable"]})).toEqual([]);
    await page.emulateMedia({colorScheme: "light"});
    await page.setViewportSize({width: 1440, height: 900});
    await page.waitForTimeout(300);
    expect(await faults(page, 1440, {})).toEqual([]);
    expect(problems).toEqual([]);
    await leave(visited);
  });
});

/** Overflowing elements, faults of text in charts, duplicate controls, and axe's findings. */
async function faults(page: Page, width: number, options: object): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return [
    ...(wide > width ? [`${wide} px wide`] : []),
    ...(await cutLabels(page)),
    ...(await shortened(page)),
    ...(await overprinted(page)),
    ...(await crossed(page)),
    ...(await repeatedOptions(page)),
    ...(await seriousViolations(page, options))
  ];
}

/** Text in charts that extends beyond its chart. */
function cutLabels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>("figure svg text")]
      .filter((text) => {
        const [own, chart] = [text.getBoundingClientRect(), text.ownerSVGElement!.getBoundingClientRect()];
        return own.width > 0 && (own.right > chart.right + 1 || own.left < chart.left - 1);
      })
      .map(({textContent}) => `“${textContent}” is cut by the edge of its chart`)
  );
}

/** Names in charts and lists that end in dots, although a reader can't see the rest. */
function shortened(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("figure svg text, #observablehq-main option:not([value=''])")]
      .filter(({textContent}) => textContent.includes("…"))
      .map(({textContent}) => `“${textContent}” is shortened`)
  );
}

/** Names in a chart that the ticks of an axis cross. */
function crossed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("figure svg")].flatMap((chart) => {
      const ticks = [...chart.querySelectorAll("[aria-label$='axis tick'] path")];
      const boxes = ticks.map((tick) => tick.getBoundingClientRect());
      return [...chart.querySelectorAll("text:not([aria-label=tip] *)")]
        .filter((text) => {
          const a = text.getBoundingClientRect();
          return boxes.some(
            (b) => a.left < b.left && b.right < a.right && a.top < b.bottom - 1 && b.top + 1 < a.bottom
          );
        })
        .map(({textContent}) => `“${textContent}” is crossed by an axis`);
    })
  );
}

/** Lines of text in a chart that cover each other by more than a hair. */
function overprinted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const linesIn = (text: Element): Element[] => {
      const lines = [...text.querySelectorAll("tspan")];
      return lines.length > 0 ? lines : [text];
    };
    const isLevel = (text: Element): boolean => !/rotate/.test(text.getAttribute("transform") ?? "");
    return [...document.querySelectorAll("figure svg")].flatMap((chart) => {
      const texts = [...chart.querySelectorAll("text:not([aria-label=tip] *)")].filter(isLevel);
      const boxes = texts.flatMap((text) =>
        linesIn(text).map((line) => ({text, words: line.textContent, box: line.getBoundingClientRect()}))
      );
      return boxes.flatMap(({text, words, box: a}, i) =>
        boxes
          .slice(i + 1)
          .filter((other) => other.text !== text)
          .filter(({box: b}) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2)
          .filter(({box: b}) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
          .map((other) => `“${words}” and “${other.words}” overprint each other`)
      );
    });
  });
}

/** Rows of a table read without their month would be offered once a month. */
function repeatedOptions(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("select")]
      .filter(({options}) => new Set([...options].map(({value}) => value)).size < options.length)
      .map(({ariaLabel, options}) => `${ariaLabel ?? options[0]?.text}: offers the same twice`)
  );
}

test("the Overview weighs at most 430 kB and doesn't load DuckDB", async () => {
  const visited = await visit("", {first: true});
  const sizes = await Promise.all(visited.requests.map(({bytes}) => bytes()));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(430_000);
  expect(visited.requests.filter(({path}) => path.includes("duckdb"))).toEqual([]);
  await leave(visited);
});

test("the search names its shortcut and shows matching passages, on a phone at the top, too", async () => {
  const visited = await visit("");
  const {page} = visited;
  const named = () => getComputedStyle(document.querySelector("#observablehq-search")!, "::after").content;
  expect(await page.evaluate(named)).toBe('"/"');
  await page.keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement?.matches("#observablehq-search input"))).toBe(true);
  await page.keyboard.type("IRR");
  const results = page.locator("#observablehq-search-results li");
  await results.filter({hasText: "Investment case"}).locator("mark", {hasText: "IRR"}).waitFor();
  await page.setViewportSize({width: 390, height: 844});
  const search = page.getByPlaceholder("Search");
  await search.fill("electricity price");
  await results
    .first()
    .locator("mark", {hasText: /electricity/i})
    .first()
    .waitFor();
  const [box, list] = [(await search.boundingBox())!, (await results.first().boundingBox())!];
  expect([box.y < 12, box.y + box.height <= list.y, list.x >= 0, list.x + list.width <= 390]).toEqual(
    Array.from({length: 4}, () => true)
  );
  await search.fill("");
  await expect.poll(() => page.locator("#observablehq-sidebar").isVisible()).toBe(false);
  expect(await search.isVisible()).toBe(true);
  expect(visited.problems).toEqual([]);
  await leave(visited);
});

test("an address that isn't a page gives 404", async () => {
  const {page, ...visited} = await visit("");
  const response = await page.goto(new URL("no-such-page", page.url()).href);
  expect(response?.status()).toBe(404);
  await leave({page, ...visited});
});
