import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {drawScenario, withRanges} from "../../data-loaders/run/uncertainty.js";
import {numberAt} from "../../lib/sheet/index.js";
import {cell} from "../../src/components/words/format.js";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

const done = /^(\S+) draws in \S+ s\./;

describe("the Uncertainty page", () => {
  it("starts from the published draws, without the model", async () => {
    const visited = await visit("uncertainty", {first: true});
    expect(await visited.page.locator(".draw-progress").first().isVisible()).toBe(false);
    expect(
      visited.requests.filter(({path}) => /live\/(session|draw-worker)|published_model\.\w+\.json/.test(path))
    ).toEqual([]);
    await leave(visited);
  });

  it("draws the same in the browser as on the command line: same scenario, seed and number, same range", async () => {
    const visited = await visit("uncertainty?scenario=power-crunch&draws=256&seed=7&when=2026-12");
    await finished(visited.page);
    const project = loadProject();
    const one = runScenario(project, "power-crunch");
    const drawn = withRanges(drawScenario(project, one, {design: {spread: "latin", draws: 256, seed: 7}}));
    const expected = drawn.ranges.filter(({column}) => column === "economy.value_per_cost");
    const rows = await tableOf(visited.page, "Output per dollar of cost");
    expect(rows).toEqual(expected.map(({low, median, high}) => [low, median, high].map(cell)));
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });

  it("stops on request, and keeps its results so far", async () => {
    const visited = await visit("uncertainty?draws=16384");
    const {page} = visited;
    await page.getByRole("button", {name: "Stop"}).click();
    const words = page.locator(".draw-progress").first();
    await expect.poll(() => words.textContent()).toMatch(/^Stopped after (no|[\d,]+) draws/);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    await leave(visited);
  });

  it(
    "computes the chosen figure's Sobol' indices once its draws are complete: those of the table, for the same " +
      "rows and seed",
    async () => {
      const visited = await visit("uncertainty?draws=256&figure=value_per_cost&when=2026-12");
      const {page} = visited;
      const published = await tableOf(page, "All assumptions at once");
      const [indexing, said] = [page.locator(".draw-progress").nth(1), page.getByText(/here in the scenario/)];
      await expect.poll(() => indexing.isVisible()).toBe(true);
      await expect.poll(() => indexing.isVisible()).toBe(false);
      expect(await said.textContent()).toContain("“Reference”");
      const drawn = await tableOf(page, "All assumptions at once");
      expect(drawn).toEqual(published);
      expect(visited.problems).toEqual([]);
      await leave(visited);
    }
  );

  it("shows a series of the table quantile with its bands", async () => {
    const visited = await visit("uncertainty?series=neocloud.atlas.revenue");
    expect(await visited.page.getByText("atlas, revenue").count()).toBe(1);
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
});

describe("an own scenario in the address", () => {
  const own = "own=v1;parent=reference;parameter.realised_share=0.05;parameter.nonsense=3";
  it("is drawn with its base's ranges and shown, and misfits are reported", async () => {
    const visited = await visit(`?${own}`);
    const {page, problems} = visited;
    await expect
      .poll(() => page.locator(".own-banner").textContent())
      .toContain("reference with 1 input modified, 1 not applied");
    await expect.poll(() => page.locator(".own-banner [role=alert]").textContent()).toContain("nonsense");
    expect(await page.locator("select").first().inputValue()).toBe("own");
    const card = page.locator(".headline", {hasText: "Output per dollar of cost"});
    const change = {cell: "parameter.realised_share", value: "0.05", place: "test"};
    const expected = numberAt(runScenario(loadProject(), "reference", [change], 1).run, "economy.value_per_cost", 0, 0);
    expect(Number.parseFloat((await card.locator(".big").textContent()) ?? "")).toBeCloseTo(expected, 1);
    expect(await card.locator("small").first().textContent()).toMatch(/\d.* to .*\d/);
    expect(problems).toEqual([]);
    await leave(visited);
  });
  it("is kept when a link is followed, and can be exited", async () => {
    const visited = await visit(`productivity?${own}`);
    const {page} = visited;
    await page.locator("#observablehq-sidebar a", {hasText: "Neoclouds"}).click();
    await page.waitForURL(/neoclouds\.html\?own=/);
    await expect.poll(() => page.title()).toContain("1 input modified, 1 not applied");
    await page.locator(".own-banner a", {hasText: "Exit this scenario"}).click();
    await page.waitForURL((url) => !url.search.includes("own"));
    expect(await page.locator(".own-banner").count()).toBe(0);
    await leave(visited);
  });
});

async function finished(page: Page): Promise<void> {
  await expect.poll(() => page.locator(".draw-progress").first().textContent()).toMatch(done);
}

/** Low, median and high of a figure's table, month by month. */
async function tableOf(page: Page, title: string): Promise<string[][]> {
  const figure = page.locator("figure.figure", {hasText: title}).first();
  await figure.locator("summary").click();
  await figure.locator("tbody tr").first().waitFor();
  return figure
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].slice(-3).map(({textContent}) => textContent))
    );
}
