import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  violations: {id: string; impact: string | null; nodes: {target: string[]; failureSummary: string}[]}[];
}

/** What axe calls serious or critical on a page, each with its place. */
export async function seriousViolations(page: Page, options: object = {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  const {violations} = await page.evaluate<AxeResult>(
    `axe.run(${JSON.stringify({resultTypes: ["violations"], ...options})})`
  );
  const serious = violations.filter(({impact}) => impact === "serious" || impact === "critical");
  return serious.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id} ${target.join(" ")}: ${failureSummary}`)
  );
}
