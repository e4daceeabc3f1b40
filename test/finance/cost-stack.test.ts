import {describe, expect, it} from "vitest";
import {
  appraise,
  appraiseRuns,
  costStack,
  projectInputs,
  runProject,
  siteIn,
  sites,
  termsOfRun,
  usualChoice
} from "../../lib/finance/index.js";
import {ownerCost} from "../../src/pages/invest/published.js";
import {project, reference} from "../model/project.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});

const usual = usualChoice(terms);
const facilities = terms.keys("facility").slice(0, 3);

describe.each(facilities)("the parts of a GPU-hour's cost at %s", (facility) => {
  const inputs = projectInputs(terms, {...usual, facility});
  const parts = costStack(runProject(inputs));
  it("add up to the levelised cost", () => {
    const sum = parts.reduce((total, {cost}) => total + cost, 0);
    expect(sum).toBeCloseTo(appraise(inputs).levelised_cost, 9);
  });
  it("hold a building where it is owned, and rent where it is not", () => {
    const owned = terms.cell("facility", facility, "tenure").value === "owned";
    const names = parts.map(({name}) => name);
    expect([names.includes("building"), names.includes("colocation rent")]).toEqual([owned, !owned]);
  });
});

it("each accelerator with a price has parts that are numbers and add up, in all regions and kinds of site", () => {
  const priced = terms.keys("accelerator").filter((key) => terms.prices(key).length > 0);
  const cases = priced.flatMap((accelerator) =>
    terms.keys("region").flatMap((region) => sites.map((site) => ({accelerator, region, site})))
  );
  const wrong = cases.filter(({accelerator, region, site}) => {
    const inputs = projectInputs(terms, {...usual, accelerator, ...siteIn(terms, site, region)});
    const run = runProject(inputs);
    const parts = costStack(run);
    const sum = parts.reduce((total, {cost}) => total + cost, 0);
    const owned = ownerCost(run).reduce((total, {share}) => total + share, 0);
    const isSum = Math.abs(sum / appraiseRuns(run, run).levelised_cost - 1) < 1e-9;
    return !isSum || !(Math.abs(owned - 1) < 1e-9) || !parts.every(({cost}) => Number.isFinite(cost));
  });
  expect(priced.length).toBeGreaterThanOrEqual(10);
  expect(wrong).toEqual([]);
});

it("another region's power cost differs by its price", () => {
  const at = (region: string) =>
    costStack(runProject(projectInputs(terms, {...usual, region}))).find(({name}) => name === "electricity")!.cost;
  const price = (region: string) => Number(terms.cell("region", region, "power_price").value);
  expect(at("texas") / at("virginia")).toBeCloseTo(price("texas") / price("virginia"), 9);
});
