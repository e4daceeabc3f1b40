import {beforeAll, describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {
  monthly,
  numericTerms,
  projectInputs,
  runProject,
  termsOfRun,
  usualChoice,
  type ProjectInputs
} from "../../lib/finance/index.js";
import {notApplied, siteAsked} from "../../src/pages/invest/address.js";
import {asShown} from "../../src/pages/invest/term-fields.js";
import {statementByMonth, statementByYear} from "../../src/pages/invest/yearly.js";
import {termsByScenario, type Tables} from "../../src/components/project/terms.js";
import {rowsOf} from "../export/published-tables.js";
import {project, reference} from "../model/project.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});
const inputs = projectInputs(terms, usualChoice(terms));

it.each([
  ["0.11", "1/yr", "11 %"],
  ["0.285", "share", "28.5 %"],
  ["-0.2", "1/yr", "-20 %"],
  ["11%", "1/yr", "11%"],
  ["0.11", "USD/kWh", "0.11"],
  ["eleven", "share", "eleven"],
  ["", "share", ""]
])("%j of %s in an address is %j in its field", (text, unit, shown) => expect(asShown(text, {unit})).toBe(shown));

it.each([
  ["site=owned&region=texas", {facility: "council-bluffs", region: "texas"}],
  ["site=colocated&region=virginia", {facility: "ashburn", region: "site"}],
  ["site=owned", {facility: "council-bluffs", region: "site"}],
  ["site=rented", undefined],
  ["site=owned&facility=dallas", undefined]
])("an address with %s is at %j", (asked, place) =>
  expect(siteAsked(new URLSearchParams(asked), terms, usualChoice(terms).facility)).toEqual(place)
);

describe("termsByScenario", () => {
  const names = "scenario assumption accelerator facility region orchestrator cluster price_book tenor".split(" ");
  let tables: Tables;
  beforeAll(async () => {
    const entries = names.map(async (name) => [name, await rowsOf(name)] as const);
    tables = Object.fromEntries(await Promise.all(entries)) as unknown as Tables;
  });
  it("the page starts with the project that the command line starts with", () =>
    expect(usualChoice(termsByScenario(tables)("reference"))).toEqual(usualChoice(terms)));
  it.each(["reference", "dear-capital"])(
    "published tables give the terms that the run of %s gives, with their ranges",
    (name) => {
      const ofRun = termsOfRun(runScenario(project, name).run, {project_default: project.defaults});
      const [inputs, onPage] = [ofRun, termsByScenario(tables)(name)].map((of) =>
        projectInputs(of, usualChoice(of))
      ) as [ProjectInputs, ProjectInputs];
      const told = (of: ProjectInputs) =>
        numericTerms.map((name) => {
          const {low, high, family} = of[name]!.provenance?.[0] ?? {};
          return {name, value: of[name]!.values[0], low, high, family};
        });
      expect(told(onPage)).toEqual(told(inputs));
      const texts = (of: ProjectInputs) => ["depreciation_method", "tenure"].map((name) => of[name]!.values[0]);
      expect(texts(onPage)).toEqual(texts(inputs));
    }
  );
});

describe("a project's statement", () => {
  const run = runProject(inputs);
  const {columns} = statementByYear(run);
  const line = (name: string): number[] => {
    const row = columns[0]!.values.indexOf(name);
    return columns.slice(1).map(({values}) => Number(values[row]));
  };
  it("adds up by year, as it is rounded: EBIT is EBITDA less depreciation, and so on", () => {
    line("EBIT").forEach((ebit, i) => {
      const parts = ["EBITDA", "depreciation", "gain on disposal"];
      expect(ebit).toBeCloseTo(
        parts.reduce((sum, name) => sum + line(name)[i]!, 0),
        2
      );
    });
    line("net income").forEach((net, i) =>
      expect(net).toBeCloseTo(line("EBIT")[i]! + line("interest")[i]! + line("tax")[i]!, 2)
    );
    const flows = [
      "net income",
      "capital expenditure",
      "book value of disposals",
      "prepayments received",
      "prepayments delivered",
      "change in receivables",
      "loan drawdown",
      "loan repayment"
    ];
    line("cash flow to equity").forEach((flow, i) =>
      expect(flow).toBeCloseTo(flows.reduce((sum, name) => sum + line(name)[i]!, 0) - line("depreciation")[i]!, 2)
    );
  });
  it("leaves out lines that are 0 throughout", () => expect(columns[0]!.values).not.toContain("colocation rent"));
  it("by month holds every line in full, with units", () => {
    const months = statementByMonth(run);
    expect(months.length).toBe(run.months);
    expect(months.columns.find(({name}) => name === "revenue")).toMatchObject({
      unit: "USD/month",
      values: monthly(run, "revenue")
    });
  });
});

it("an address with an unknown field is told so, with a suggestion", () => {
  expect(notApplied(["price_change", "debt_share", "own"])).toBe("");
  expect(notApplied(["price_drfit", "colour"])).toBe(
    "Not applied: price_drfit. Did you mean price_drift? Not applied: colour."
  );
});
