import type {Page} from "playwright-core";
import {expect, it} from "vitest";
import {seriousInBoth} from "./axe.js";
import {leave, useBrowser, visit} from "./browser.js";
import {go, type} from "./workbench.js";

useBrowser();

const tool = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", {name: "Tools"}).click();
  await page.getByRole("menuitem", {name}).click();
};
const close = async (page: Page): Promise<void> => page.keyboard.press("Escape");
const capital = "parameter.cost_of_capital";

/** A changed cell states in words what a colour and a small figure show: its name need not repeat the figure. */
const options = {rules: {"label-content-name-mismatch": {enabled: false}}};

/** Each state is reached from the one before, and left as it was found. */
const states: Readonly<
  Record<string, {enter: (page: Page) => Promise<unknown>; leave?: (page: Page) => Promise<unknown>}>
> = {
  edited: {enter: (page) => type(page, capital, "0.11")},
  expression: {enter: (page) => type(page, "region[virginia].power_price", "=region[texas].power_price * 1.2")},
  wrong: {
    enter: async (page) => {
      await type(page, capital, "much");
      await go(page, capital);
    }
  },
  typing: {
    enter: async (page) => {
      await go(page, "region[texas].power_price");
      await page.keyboard.type("=reg");
    },
    leave: async (page) => {
      await close(page);
      await close(page);
    }
  },
  "list of a reference": {
    enter: async (page) => {
      await go(page, "cluster[atlas-b200].facility");
      await page.keyboard.press("Alt+ArrowDown");
    },
    leave: close
  },
  change: {enter: (page) => page.getByRole("button", {name: "Change"}).click()},
  months: {
    enter: async (page) => {
      await go(page, "cluster[atlas-b200].levelised_cost");
      await page.getByRole("button", {name: "Months"}).click();
    },
    leave: (page) => page.getByRole("button", {name: "Values"}).click()
  },
  "menu of a cell": {
    enter: async (page) => {
      await go(page, "cluster[atlas-b200].extra_count");
      await page.keyboard.press("Shift+F10");
    },
    leave: close
  },
  dock: {
    enter: async (page) => {
      await go(page, "cluster[atlas-b200].levelised_cost");
      await page.keyboard.press("Alt+Enter");
      await page.waitForSelector(".inspector h2");
    },
    leave: close
  },
  "decisions and assumptions": {enter: (page) => page.getByRole("button", {name: "Decisions and assumptions"}).click()},
  search: {
    enter: async (page) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("power");
    },
    leave: async (page) => {
      await close(page);
      await close(page);
    }
  },
  share: {enter: (page) => page.getByRole("button", {name: "Share", exact: true}).click(), leave: close},
  keys: {enter: (page) => tool(page, "Keys and entry …"), leave: close},
  scenarios: {enter: (page) => tool(page, "Scenarios …"), leave: close},
  "data table": {
    enter: async (page) => {
      await go(page, "parameter.accelerator_life");
      await tool(page, "Data table …");
      await page.getByRole("button", {name: "Run", exact: true}).click();
      await page.locator(".wb-data-table td").first().waitFor();
    },
    leave: close
  },
  "goal by two inputs": {
    enter: async (page) => {
      await go(page, "parameter.accelerator_life");
      await tool(page, "Goal seek …");
      await page.getByLabel("and (may be empty)").fill("parameter.debt_share");
      await page.keyboard.press("Tab");
      await page.getByRole("button", {name: "Seek"}).click();
      await page.locator(".wb-tool-answer :is(svg, p)").first().waitFor();
    },
    leave: close
  },
  "what must be true": {
    enter: async (page) => {
      await tool(page, "What must be true …");
      await page.getByRole("button", {name: "Find", exact: true}).click();
      await page.locator(".wb-must tbody tr").nth(3).waitFor();
    },
    leave: close
  },
  "new row": {
    enter: async (page) => {
      await go(page, "accelerator[b300].unit_price");
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menuitem", {name: /Add an accelerator/}).click();
    },
    leave: close
  }
};

it("axe finds nothing in eighteen states of the workbench, in light or dark", async () => {
  const visited = await visit("sheet");
  const {page, problems} = visited;
  const found: string[] = [];
  for (const [name, state] of Object.entries(states)) {
    await state.enter(page);
    await page.waitForTimeout(200);
    found.push(...(await seriousInBoth(page, options)).map((violation) => `${name}: ${violation}`));
    await state.leave?.(page);
  }
  expect(Object.keys(states)).toHaveLength(18);
  expect(found).toEqual([]);
  expect(problems).toEqual([]);
  await leave(visited);
});
