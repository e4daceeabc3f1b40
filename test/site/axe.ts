import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe's rules that depend on a page's colours. */
export const colours = ["color-contrast", "link-in-text-block"];

interface AxeResult {
  violations: {id: string; impact: string | null; nodes: {target: string[]; failureSummary: string}[]}[];
}

/** Serious problems of a page in light mode, by all rules, and again in dark mode by those that depend on colours. */
export async function seriousInBoth(page: Page, options: object = {}): Promise<string[]> {
  const light = await seriousViolations(page, options);
  await page.emulateMedia({colorScheme: "dark"});
  await settled(page);
  const dark = await seriousViolations(page, {...options, runOnly: colours});
  await page.emulateMedia({colorScheme: "light"});
  await settled(page);
  return [...light, ...dark.map((violation) => `in dark: ${violation}`)];
}

/** Waits until transitions of colours and positions have ended, except endless ones. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const passing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(passing.map(({finished}) => finished));
  });
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
