import type {Page} from "playwright-core";
import {describe, expect, inject, it} from "vitest";
import {live, leave, newPage, useBrowser, visit} from "./browser.js";
import {card, cell, copied, go, inAddress, sharedLink, type, useSheet} from "./workbench.js";

useBrowser();

const scrolls = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const {scrollHeight, scrollWidth} = document.documentElement;
    return scrollHeight > innerHeight || scrollWidth > innerWidth;
  });

const inView = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].filter((element) => {
        const {top, bottom, left, right, width} = element.getBoundingClientRect();
        return width > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      }).length,
    selector
  );

describe("one screen", () => {
  const opened = useSheet();

  it.each([
    [1920, 1080],
    [1440, 900]
  ])("at %i by %i nothing scrolls, and grid, formula bar and four figures are in view", async (width, height) => {
    const {page} = opened();
    await page.setViewportSize({width, height});
    expect(await scrolls(page)).toBe(false);
    expect(await inView(page, ".tf-grid")).toBe(1);
    expect(await inView(page, ".tf-bar-entry")).toBe(1);
    expect(await inView(page, ".wb-card")).toBe(4);
  });

  it("an edit, the former value and a figure that it moves are visible at once", async () => {
    const {page} = opened();
    await type(page, "cluster[atlas-b200].extra_count", "12000");
    expect(await inView(page, '[data-id="cluster[atlas-b200].extra_count"]')).toBe(1);
    expect(await cell(page, "cluster[atlas-b200].extra_count").textContent()).toContain("was 0");
    expect(await card(page, "Cost of a million tokens").locator(".wb-notes").textContent()).toMatch(/was .*[▲▼]/);
    expect(await scrolls(page)).toBe(false);
  });

  it("on a phone the strip above the sheet shows the figure that an edit moves", async () => {
    const visited = await visit("sheet", {width: 390});
    const {page} = visited;
    const strip = page.locator(".wb-strip");
    const before = await strip.textContent();
    await cell(page, "cluster[atlas-b200].extra_count").click();
    await page.keyboard.type("12000");
    await page.keyboard.press("Enter");
    expect(await strip.textContent()).not.toBe(before);
    expect(await strip.textContent()).toMatch(/[▲▼]/);
    expect(await inView(page, ".wb-strip")).toBe(1);
    await leave(visited);
  });
});

describe("the grid", () => {
  it("keeps its headings opaque and in place at any scroll position, with few cells on the page", async () => {
    const visited = await visit("sheet?table=serving_option&columns=all");
    const {page, problems} = visited;
    await page.locator(".tf-cell:visible").first().hover();
    for (let step = 0; step < 40; ++step) {
      await page.mouse.wheel(step % 3 === 0 ? 240 : 0, 300);
      const state = await page.evaluate(() => {
        const grid = document.querySelector(".tf-grid")!.getBoundingClientRect();
        const corner = document.querySelector(".tf-corner")!.getBoundingClientRect();
        const shown = [...document.querySelectorAll<HTMLElement>(".tf-column-heading, .tf-row-heading, .tf-corner")];
        const isClear = (element: HTMLElement): boolean =>
          /rgba\(.*, 0\)|transparent/.test(getComputedStyle(element).backgroundColor);
        const place = [Math.round(corner.x - grid.x), Math.round(corner.y - grid.y)];
        return {
          place,
          clear: shown.filter((element) => !element.hidden && isClear(element)).length,
          cells: document.querySelectorAll(".tf-cell").length
        };
      });
      expect(state).toMatchObject({place: [0, 0], clear: 0});
      expect(state.cells).toBeLessThanOrEqual(700);
    }
    expect(problems).toEqual([]);
    await leave(visited);
  });

  it("keeps both headings in place at the end of every table, too", async () => {
    const visited = await visit("sheet?columns=all");
    const {page, problems} = visited;
    const names = await page.locator(".wb-tables button span").allTextContents();
    const tables = names.map((name) => name.replaceAll(" ", "_"));
    expect(tables.length).toBeGreaterThan(30);
    const astray: unknown[] = [];
    for (const table of tables) {
      await go(page, table);
      const place = await page.evaluate(async () => {
        const grid = document.querySelector(".tf-grid")!;
        grid.scrollTo(1e6, 1e6);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const boxes = (selector: string): DOMRect[] =>
          [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
        const [frame, corner] = [grid.getBoundingClientRect(), boxes(".tf-corner")[0]!];
        const heading = boxes(".tf-row-heading").find(({width}) => width > 0)!;
        return [corner.x - frame.x, corner.y - frame.y, heading.x - frame.x].map(Math.round);
      });
      if (place.some((off) => off !== 0)) astray.push({table, place});
    }
    expect(astray).toEqual([]);
    expect(problems).toEqual([]);
    await leave(visited);
  });

  it("shows the former value in full or not at all, beside any entry", async () => {
    const visited = await visit("sheet?columns=inputs");
    const {page} = visited;
    const cells = ["region[virginia].power_price", "region[texas].name", "region[iowa].water_price"];
    const texts = ["0.123456", "A longer name", "1234567.5"];
    for (const [i, id] of cells.entries()) await type(page, id, texts[i]!);
    const cut = await page.locator(".tf-cell.edited").evaluateAll((all) =>
      all.flatMap((one) => {
        const [value, before] = [one.querySelector("span")!, one.querySelector("small")!].map((slot) =>
          slot.getBoundingClientRect()
        );
        const box = one.getBoundingClientRect();
        const shown = before!.width > 0;
        const whole = !shown || (before!.left >= box.left - 1 && before!.right <= box.right + 1);
        const apart = !shown || before!.right <= value!.left + 1 || value!.right <= before!.left + 1;
        return whole && apart ? [] : [(one as HTMLElement).dataset.id];
      })
    );
    expect(await page.locator(".tf-cell.edited").count()).toBe(3);
    expect(cut).toEqual([]);
    await leave(visited);
  });

  it("fills down and right, sorts, and shows months across, which can be copied as a series", async () => {
    const visited = await visit("sheet");
    const {page, problems} = visited;
    await type(page, "region[virginia].power_price", "0.09");
    await go(page, "region[virginia].power_price");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+d");
    const [, second] = await page.locator("[role=rowheader] > span").allTextContents();
    await inAddress(page, `v1;parent=reference;region[virginia].power_price=0.09;region[${second}].power_price=0.09`);
    await page.keyboard.press("Control+z");
    await inAddress(page, "v1;parent=reference;region[virginia].power_price=0.09");

    await go(page, "region[virginia].power_price");
    await page.keyboard.press("Control+Home");
    await go(page, "region[virginia].power_price");
    await page.locator(".tf-column-heading", {hasText: "power price"}).first().click();
    await page.getByRole("button", {name: "Sort descending"}).click();
    const sorted = page.locator('.tf-cell[data-id$=".power_price"]');
    const values = await sorted.evaluateAll((cells) =>
      cells
        .map((one) => ({top: one.getBoundingClientRect().top, text: one.querySelector("span")!.textContent}))
        .sort((a, b) => a.top - b.top)
        .map(({text}) => Number(text))
    );
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(await page.locator(".tf-column-heading[aria-sort=descending]").count()).toBe(1);

    await go(page, "economy.cost_per_token");
    await page.getByRole("button", {name: "Months"}).click();
    await page.locator(".tf-cell:visible").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    const series = (await copied(page)).split("\t").map(Number);
    expect(series).toHaveLength(60);
    expect(series.every((value) => value > 0)).toBe(true);
    expect(problems).toEqual([]);
    await leave(visited);
  });

  it("the ranges of a scenario do not move with an input that no figure reads", async () => {
    const visited = await visit("sheet?own=v1;parent=reference;parameter.cost_of_capital=0.1", {draws: true});
    const {page} = visited;
    const notes = card(page, "Cost of a million tokens").locator(".wb-notes");
    const range = async (): Promise<string> => {
      await expect.poll(() => page.locator(".wb-work").textContent()).toMatch(/ranges of 512 draws/);
      return /[\d.]+ to [\d.]+/.exec((await notes.textContent()) ?? "")?.[0] ?? "none";
    };
    const before = await range();
    expect(before).toMatch(/ to /);
    await type(page, "rental_quote[h100-2023-07].price", "9");
    await expect.poll(() => page.locator(".wb-work").textContent()).not.toMatch(/ranges of 512 draws/);
    expect(await range()).toBe(before);
    await leave(visited);
  });
});

describe("the keyboard alone", () => {
  it("edits a reference, pins a series and shares a link; Tab leaves the grid; F6 visits every pane", async () => {
    const visited = await visit("sheet");
    const {page, problems} = visited;
    const id = "cluster[atlas-b200].accelerator";
    await go(page, id);
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("h200");
    await page.keyboard.press("Enter");
    await inAddress(page, `v1;parent=reference;${id}=h200`);
    await go(page, "cluster[atlas-b200].levelised_cost");
    await page.keyboard.press("Alt+p");
    await expect.poll(() => page.locator(".wb-card", {hasText: "levelised cost"}).count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".tf-grid") === null)).toBe(true);
    const panes = new Set<string>();
    for (let i = 0; i < 8; ++i) {
      await page.keyboard.press("F6");
      panes.add(
        await page.evaluate(() => {
          const names = [".wb-top", ".wb-left", ".tf-formula", ".tf-grid", ".wb-right"];
          return names.find((name) => document.activeElement?.closest(name)) ?? "elsewhere";
        })
      );
    }
    expect([...panes].sort()).toEqual([".tf-formula", ".tf-grid", ".wb-left", ".wb-right", ".wb-top"]);
    await page.getByRole("button", {name: "Share"}).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("textbox", {name: "Link"}).inputValue()).toContain("h200");
    await page.keyboard.press("Escape");
    expect(problems).toEqual([]);
    await leave(visited);
  });
});

describe("what a browser stores", () => {
  it("sort, width and columns are restored on reload", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    await go(page, "cluster[atlas-b200].extra_count");
    const heading = page.locator(".tf-column-heading", {hasText: "extra count"});
    const before = (await heading.boundingBox())!.width;
    for (let i = 0; i < 4; ++i) await page.keyboard.press("Alt+Shift+ArrowRight");
    await heading.click();
    await page.getByRole("button", {name: "Sort ascending"}).click();
    await page.getByLabel("Columns").selectOption("inputs");
    await page.reload();
    await live(page);
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    expect((await heading.boundingBox())!.width).toBeCloseTo(before + 64, 0);
    expect(await page.getByLabel("Columns").inputValue()).toBe("inputs");
    await leave(visited);
  });

  it("pane widths and folding are restored on reload; a double click resets a width", async () => {
    const visited = await visit("sheet");
    const {page} = visited;
    const pane = (side: string): Promise<number> =>
      page.locator(`.wb-${side}`).evaluate((one) => (one as HTMLElement).offsetWidth);
    const before = await pane("left");
    const [left, right] = ["Width of tables and changes", "Width of figures"].map((name) => page.getByLabel(name));
    await left!.focus();
    for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowRight");
    await right!.focus();
    await page.keyboard.press("Enter");
    await page.reload();
    await live(page);
    expect(await pane("left")).toBe(before + 48);
    expect(await page.locator(".wb-right").isVisible()).toBe(false);
    await left!.dblclick();
    expect(await pane("left")).toBe(before);
    await right!.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".wb-right").isVisible()).toBe(true);
    await leave(visited);
  });

  it("a page without storage works, and a link of today opens unchanged", async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new Error("storage is off");
      };
    });
    const own = "v1;parent=reference;parameter.cost_of_capital=0.12 (0.1..0.15);region[iowa].power_price==0.05*2";
    await page.goto(`${inject("siteUrl")}sheet?own=${encodeURIComponent(own)}`);
    await page.waitForFunction(() => "live" in document.documentElement.dataset);
    expect(new URL(page.url()).searchParams.get("own")).toBe(own);
    await type(page, "region[texas].power_price", "0.08");
    await inAddress(page, `${own};region[texas].power_price=0.08`);
    expect(await sharedLink(page)).toContain("own=");
    await page.close();
  });
});
