import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {highs} from "../../data-loaders/run/highs.js";
import {planDataOf, firstOptions} from "../../data-loaders/run/plan.js";
import {plan, withPower} from "../../lib/optimise/index.js";
import {amount} from "../../src/components/words/format.js";
import {project, reference} from "../model/project.js";
import {leave, useBrowser, useVisit, visit} from "./browser.js";

useBrowser();

describe("Optimise", () => {
  const data = planDataOf(project, reference);

  test("the first plan appears without the solver", async () => {
    const visited = await visit("optimise", {first: true});
    expect(await visited.page.locator(".headline .big").first().textContent()).toMatch(/USD$/);
    expect(visited.requests.filter(({path}) => /highs|plan_inputs/.test(path))).toEqual([]);
    await leave(visited);
  });

  test("with a fifth of the power, this browser finds the plan that the library finds", async () => {
    const visited = await visit("optimise?power=0.2");
    const {page, problems} = visited;
    await page.waitForFunction(() => !document.querySelector("progress"));
    const {value} = await plan(data, {goal: "npv", limits: withPower(data.limits, 0.2)}, await highs());
    expect(await page.locator(".headline .big").first().textContent()).toBe(amount(value, "USD"));
    expect(await page.locator(".grid-table", {hasText: "power[virginia,"}).first().textContent()).toMatch(
      /MW.*USD a month/
    );
    expect(problems).toEqual([]);
    await leave(visited);
  });

  test("conflicting limits are named, with the smallest relaxation", async () => {
    const visited = await visit("optimise?goal=cost&limits=carbon%3D20000");
    const card = visited.page.locator(".card", {hasText: "No plan meets these constraints"});
    await card.waitFor();
    expect(await card.textContent()).toContain("carbon");
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });

  test("an invalid limit is an error with a hint, and the last plan stays", async () => {
    const visited = await visit("optimise?limits=power%5Bvirgina%5D%3D5");
    expect(await visited.page.locator(".sql-error").textContent()).toContain("did you mean virginia?");
    expect(await visited.page.locator(".headline .big").first().textContent()).toMatch(/USD$/);
    await leave(visited);
  });

  test("the site's first plan is the library's", async () => {
    const {value} = await plan(data, firstOptions(data), await highs());
    const visited = await visit("optimise");
    expect(await visited.page.locator(".headline .big").first().textContent()).toBe(amount(value, "USD"));
    await leave(visited);
  });
});

describe("Reports", () => {
  test("the button opens a report that needs nothing else", async () => {
    const visited = await visit("reports?scenario=power-crunch");
    const {page, problems} = visited;
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("button", {name: "Open report"}).first().click()
    ]);
    await opened.waitForSelector("h1");
    expect(await opened.locator("h1").textContent()).toBe("Executive report");
    expect(await opened.locator("svg").count()).toBeGreaterThanOrEqual(4);
    expect(await opened.locator(".colophon").textContent()).toContain("power-crunch");
    expect(problems).toEqual([]);
    await opened.close();
    await leave(visited);
  });

  describe("the last of them", () => {
    const opened = useVisit("reports");

    test.each([
      ["HTML", "<!doctype html>"],
      ["JSON", "{"],
      ["Excel", "PK"]
    ])("is saved as a file: %s", async (format, start) => {
      const {page} = opened();
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name: format, exact: true}).last().click()
      ]);
      expect(saved.suggestedFilename()).toMatch(/^reference-financial\./);
      expect(readFileSync(await saved.path(), "latin1").slice(0, start.length)).toBe(start);
    });
  });
});
