import {expect, it} from "vitest";
import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {appraise, only, projectInputs, termsOfRun, usualChoice} from "../../lib/finance/index.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

const files = loadProject();
const terms = termsOfRun(runScenario(files, REFERENCE).run, {project_default: files.defaults});

it("a project on the Investment case page has the library's return, lower without the contract", async () => {
  const visited = await visit("invest?facility=dallas&prices=flat");
  const {page} = visited;
  const type = async (label: string, text: string): Promise<void> => {
    const field = page.getByRole("textbox", {name: label});
    await field.fill(text);
    await field.press("Enter");
  };
  await type("Accelerators", "4,096");
  await type("Maximum debt share", "70%");
  await type("Nominal interest rate", "9%");
  await type("Price change a year", "-20%");
  const usual = usualChoice(terms);
  const set = {count: 4096, debt_share: 0.7, loan_rate: 0.09, price_drift: Math.log(0.8)};
  const irr = only(appraise(projectInputs(terms, {...usual, facility: "dallas", flat: true, set})).irr);
  await expect
    .poll(() => page.getByText("In the central case equity returns").first().textContent())
    .toMatch(new RegExp(`In the central case equity returns ${(100 * irr).toFixed(0)}\\s%`));
  const rests = await page.getByRole("region", {name: "The same cluster, sold and financed differently"}).innerText();
  expect(rests).toMatch(/as entered[\s\S]*without the anchor contract[\s\S]*low end of the on-demand price[\s\S]*none/);
  expect(visited.problems).toEqual([]);
  await leave(visited);
});

it("the default project's ranges come with the site, another's are drawn", async () => {
  const visited = await visit("invest?count=1000");
  const {page} = visited;
  await page.route("**/first-ranges.json", async (route) => {
    const ranges = (await (await route.fetch()).json()) as {spreads: {low: number}[]};
    ranges.spreads[0]!.low = -0.77;
    await route.fulfill({json: ranges});
  });
  const verdict = page.getByText("In the central case equity returns").first();
  await page.reload();
  await expect.poll(() => verdict.textContent()).toContain("(−77 to");
  await page.getByRole("textbox", {name: "Maximum debt share"}).fill("61%");
  await page.keyboard.press("Enter");
  await expect.poll(() => verdict.textContent()).toMatch(/\(−(?!77)\d+ to/);
  await leave(visited);
});

it("the most important terms are in the form, the rest is folded away until set", async () => {
  const plain = await visit("invest");
  const folds = plain.page.locator("details.term-fields");
  expect(await folds.evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open))).toEqual([
    false,
    false,
    false
  ]);
  expect((await plain.page.locator("main").innerText()).split("\n")).not.toContain("null");
  await leave(plain);
  const set = await visit("invest?target_dscr=1.5");
  const open = set.page.locator("details.term-fields[open] > summary");
  await open.waitFor();
  expect(await open.allInnerTexts()).toEqual(["Loan and tax"]);
  await leave(set);
});

it("an address accepts the names of flags, and reports unknown ones", async () => {
  const {page, ...visited} = await visit("invest?gpu=h100&flat&price_drfit=0.1");
  const chosen = (label: string): Promise<string> =>
    page
      .locator(".control", {has: page.getByText(label, {exact: true})})
      .getByRole("combobox")
      .inputValue();
  expect(await chosen("Accelerator")).toBe("h100");
  expect(await chosen("GPU-hour prices")).toBe("flat");
  await page.getByText("Not applied: price_drfit. Did you mean price_drift?").waitFor();
  expect(visited.problems).toEqual([]);
  await leave({page, ...visited});
});
