import type {Page} from "playwright-core";
import {describe, expect, test, vi} from "vitest";
import {listed} from "../../scripts/pages.js";
import {beforeTouch, type BeforeTouch} from "./before-touch.js";
import {live, untouched, useBrowser} from "./browser.js";
import {patience} from "./patience.js";

useBrowser();

const names = listed.map(({path}) => path.slice(1));

/** Pages with answers of DuckDB or workers, which the build lacks: they may add text, but not move. */
const SAY_MORE = ["sheet", "sql"];

/** Words that announce work in progress, which nobody does without scripts. */
const UNDER_WAY = /\b(solving|computing|calculating|loading|planning|running|simulating|drawing)\b[^.]{0,60}…/i;

/** What programs write instead of a missing value. */
const NO_WORDS = /.{0,40}(\b(null|undefined|NaN|Infinity)\b|\[object |[(] ?1 [a-z]+s\)|\b0 more\b)/;

describe.concurrent.each(names)("page /%s without scripts", (name) => {
  test("has its text, its charts and no sign of waiting", async () => {
    const page = await untouched(name, {scripts: false});
    expect(await page.locator("h1").count()).toBeGreaterThan(0);
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(500);
    expect(await page.locator("main").innerText()).not.toMatch(UNDER_WAY);
    expect(await page.locator("main").evaluate(wordsOutsideCode)).not.toMatch(NO_WORDS);
    expect(await page.locator("progress:visible, [aria-busy=true]").count()).toBe(0);
    expect(await page.locator("observablehq-loading, .observablehq--error").count()).toBe(0);
    expect(
      await page
        .locator(".figure-chart")
        .evaluateAll((charts) => charts.filter((chart) => !chart.querySelector("svg, table, .heat-table")).length)
    ).toBe(0);
    await page.context().close();
  });
});

/** Pages that show an editor, or a grid with its engine, at once. */
const HEAVY = ["sheet", "sql"];

describe.concurrent.each(names)("page /%s", (name) => {
  let opened: Promise<BeforeTouch> | undefined;
  const asBuilt = (): Promise<BeforeTouch> => (opened ??= beforeTouch(name));

  test("asks for at most 25 files and 350 kB, or 600 kB, before a reader touches it", async () => {
    const {files, bytes} = await asBuilt();
    expect(files).toBeLessThanOrEqual(25);
    expect(bytes).toBeLessThanOrEqual(HEAVY.includes(name) ? 600_000 : 350_000);
  });

  test.each([412, 1350])("is taken over at %d px without moving or changing its text", async (width) => {
    const page = width === 1350 ? (await asBuilt()).page : await untouched(name, {width});
    await page.evaluate(recordShifts);
    const before = await wordsOf(page);
    await touched(page);
    await page.waitForTimeout(500);
    if (!SAY_MORE.includes(name))
      await vi.waitFor(async () => expect(await wordsOf(page)).toEqual(before), {timeout: patience});
    expect(await page.evaluate(() => (window as unknown as {shift: number}).shift)).toBeLessThanOrEqual(0.02);
    await page.context().close();
  });
});

test("a resting pointer is not a reader's sign, a moving one is", async () => {
  const page = await untouched("value-flow");
  await page.evaluate(() => dispatchEvent(new PointerEvent("pointermove")));
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => "answers" in document.documentElement.dataset)).toBe(false);
  await touched(page);
  await page.context().close();
});

describe("a reader's actions before scripts took over", () => {
  test("a chosen scenario is shown, and its list keeps the focus", async () => {
    const {page, release} = await held("");
    const scenario = page.getByRole("combobox", {name: "Scenario"});
    const before = await wordsOf(page);
    await scenario.focus();
    await scenario.selectOption({label: "Agentic boom"});
    await release();
    await expect.poll(() => new URL(page.url()).searchParams.get("scenario")).toBe("agentic-boom");
    expect(await scenario.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text)).toBe("Agentic boom");
    expect(await scenario.evaluate((list) => list === document.activeElement)).toBe(true);
    await expect.poll(() => wordsOf(page)).not.toEqual(before);
    await page.context().close();
  });

  test("a clicked number is explained", async () => {
    const {page, release} = await held("");
    await page.locator("main p [data-cell]").first().click();
    await release();
    await page.locator("dialog, [role=dialog], .inspector").first().waitFor();
    await page.context().close();
  });

  test("a number that is pressed before, and released after, is explained", async () => {
    const {page, release} = await held("");
    const box = (await page.locator("main p [data-cell]").first().boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + box.height / 2);
    await page.mouse.down();
    await release();
    await page.mouse.up();
    await page.locator("dialog, [role=dialog], .inspector").first().waitFor();
    await page.context().close();
  });

  test("a clicked mark of a chart is explained", async () => {
    const {page, release} = await held("value-flow");
    const point = await page.evaluate(pointOfMark);
    await page.mouse.click(point.x, point.y);
    await release();
    await page.locator("dialog, [role=dialog], .inspector").first().waitFor();
    await page.context().close();
  });

  test("an opened table stays open", async () => {
    const {page, release} = await held("value-flow");
    await page.locator(".figure-table > summary").first().click();
    await release();
    expect(await page.locator(".figure-table[open] td [data-cell]").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("a scrolled table keeps its position", async () => {
    const {page, release} = await held("market");
    const scrolled = page.locator("main [tabindex]");
    const index = await scrolled.evaluateAll((all) => all.findIndex((one) => one.scrollHeight > one.clientHeight + 40));
    expect(index).toBeGreaterThanOrEqual(0);
    await scrolled.nth(index).evaluate((one) => one.scrollTo({top: 40, behavior: "instant"}));
    await release();
    expect(await scrolled.nth(index).evaluate((one) => one.scrollTop)).toBe(40);
    await page.context().close();
  });

  test("a long table keeps its position, beyond the rows that are shown at once", async () => {
    const {page, release} = await held("market");
    const table = page.locator(".sorted-table");
    await table.evaluate((one) => one.scrollTo({top: 5000, behavior: "instant"}));
    await release();
    expect(await table.evaluate((one) => one.scrollTop)).toBe(5000);
    await page.context().close();
  });

  test("a slider being dragged is not replaced", async () => {
    const {page, release} = await held("");
    const slider = page.getByRole("slider", {name: "Month"});
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + 9, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await release();
    await page.mouse.move(box.x + box.width, box.y + box.height / 2, {steps: 4});
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).searchParams.get("month")).toBe("2031-11");
    await page.context().close();
  });
});

/** The middle of a mark with a number behind it, which is scrolled into view. */
function pointOfMark(): {x: number; y: number} {
  for (const mark of document.querySelectorAll(".drawn [data-cell]")) {
    mark.scrollIntoView({block: "center", behavior: "instant"});
    const {x, y, width, height} = mark.getBoundingClientRect();
    const middle = {x: x + width / 2, y: y + height / 2};
    if (document.elementFromPoint(middle.x, middle.y) === mark) return middle;
  }
  throw new Error("no mark can be clicked");
}

describe("the part out of view when a page is taken over", () => {
  test("responds after the visible part, without a further sign", async () => {
    const {page, release} = await held("value-flow", {width: 412});
    await page.evaluate(noteWhatWasBuilt);
    await release();
    const {answers, live} = await page.evaluate(() => (window as unknown as Watched).built);
    expect(answers.inView).toBe(0);
    expect(answers.below).toBeGreaterThan(0);
    expect(live).toEqual({inView: 0, below: 0});
    await page.context().close();
  });

  test("does what a reader requested meanwhile, once", async () => {
    const {page, release} = await held("value-flow", {width: 412});
    await page.evaluate(openLastTable);
    await release();
    const table = page.locator(".figure-table").last();
    expect(await page.evaluate(() => (window as unknown as {opened?: string}).opened)).toBe("as built");
    expect(await table.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true);
    await table.locator("td [data-cell], td").first().waitFor();
    await page.context().close();
  });
});

interface Watched {
  built: Record<"answers" | "live", {inView: number; below: number}>;
}

/** Counts the charts that are still as built when the visible part responds, and when the page is live. */
function noteWhatWasBuilt(): void {
  const built = [...document.querySelectorAll(".drawn")];
  const isInView = (chart: Element): boolean => chart.getBoundingClientRect().top < innerHeight;
  const count = (): {inView: number; below: number} => {
    const left = built.filter((chart) => chart.isConnected);
    return {inView: left.filter(isInView).length, below: left.filter((chart) => !isInView(chart)).length};
  };
  const counts: Record<string, object> = {};
  Object.assign(window, {built: counts});
  new MutationObserver(() => {
    for (const name of Object.keys(document.documentElement.dataset)) counts[name] ??= count();
  }).observe(document.documentElement, {attributes: true});
}

/** Opens the page's last table as soon as the visible part responds, while the table is still as built. */
function openLastTable(): void {
  const built = [...document.querySelectorAll<HTMLElement>(".figure-table > summary")].at(-1)!;
  new MutationObserver((_, observer) => {
    observer.disconnect();
    Object.assign(window, {opened: built.isConnected ? "as built" : "too late"});
    built.click();
  }).observe(document.documentElement, {attributes: true, attributeFilter: ["data-answers"]});
}

test.each(["materials", "applications"])("/%s shows another scenario as if it had begun with it", async (name) => {
  const begun = await untouched(`${name}?scenario=power-crunch`);
  await live(begun);
  const page = await untouched(name);
  await touched(page);
  await page.getByRole("combobox", {name: "Scenario"}).selectOption({label: "Power crunch"});
  await expect.poll(() => wordsOf(page), {timeout: patience}).toEqual(await wordsOf(begun));
  await expect.poll(() => chartsOf(page), {timeout: patience}).toEqual(await chartsOf(begun));
  for (const one of [page, begun]) await one.context().close();
});

test("content beside a page's cells is there once", async () => {
  const page = await untouched("library");
  await touched(page);
  expect(await page.locator(".cite-page").count()).toBe(1);
  expect(await page.locator(".observablehq-secondary-link-highlight").count()).toBe(1);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(".observablehq-pre-copy").first().click();
  const code = await page.locator(".observablehq-pre-container pre").first().textContent();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code?.trim());
  await page.context().close();
});

test("a page whose scripts do not arrive can be read, says so and offers to try again", async () => {
  const page = await untouched("404");
  await page.route(MODULES, (route) => route.abort());
  await page.goto(page.url().replace(/404$/, ""), {waitUntil: "load"});
  const words = await wordsOf(page);
  await page.mouse.move(100, 100, {steps: 2});
  await page.getByText("Could not load what makes this page respond.").waitFor();
  expect(await wordsOf(page)).toEqual(words);
  await page.unrouteAll();
  await page.getByRole("button", {name: "Try again"}).click();
  await page.waitForLoadState("load");
  await touched(page);
  await page.context().close();
});

const MODULES = "**/_import/page/**";

/** A page whose scripts are held back until released. */
async function held(name: string, options = {}): Promise<{page: Page; release: () => Promise<void>}> {
  const page = await untouched("404", options);
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(MODULES, (route) => released.then(() => route.continue()));
  await page.goto(page.url().replace(/404$/, name), {waitUntil: "load"});
  await page.mouse.move(100, 100, {steps: 2});
  return {
    page,
    release: () => {
      release();
      return live(page);
    }
  };
}

/** Browsers may report a pointer's first move as a move by zero, like a resting pointer; a reader's moves continue. */
async function touched(page: Page): Promise<void> {
  await page.mouse.move(100, 100, {steps: 2});
  await live(page);
}

/** All words of an element, including closed tables, except those in code. */
function wordsOutsideCode(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const code of copy.querySelectorAll("script, style, code, pre, svg, .sql-editor")) code.remove();
  return copy.textContent;
}

/** A page's words, except those in charts and in tables made on demand. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector("main")!.cloneNode(true) as HTMLElement;
    for (const part of main.querySelectorAll(".drawn, .figure-table, style")) part.remove();
    return main.textContent
      .split(/\s+/)
      .join(" ")
      .split(/(?<=\. )/);
  });
}

/** The text in a page's charts, in view or not. */
function chartsOf(page: Page): Promise<string[]> {
  return page.locator("main .drawn").evaluateAll((all) => all.map(({textContent}) => textContent));
}

/** Sums up a page's layout shifts, including those right after an input. */
function recordShifts(): void {
  const sums = window as unknown as {shift: number};
  sums.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sums.shift += (entry as unknown as {value: number}).value;
  }).observe({type: "layout-shift", buffered: true});
}
