import {expect, it} from "vitest";
import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {
  appraise,
  only,
  projectInputs,
  rangeOf,
  readings,
  set,
  termsOfRun,
  usualChoice,
  type Choice
} from "../../lib/finance/index.js";
import {REFERENCE} from "../../lib/model/reference.js";

const files = loadProject();
const {run} = runScenario(files, REFERENCE);
const terms = termsOfRun(run, {project_default: files.defaults});
const usual = usualChoice(terms);
const inputs = projectInputs(terms, usual);

it("a project is read without its contract, then without a sized loan, then at the low end of prices", () => {
  const all = readings(inputs);
  expect(all.map(({name}) => name)).toEqual([
    "as entered",
    "without the anchor contract, sold at market prices",
    "and with the maximum debt share, repaid in equal parts",
    "and at the low end of the on-demand price, 4.56 USD an hour"
  ]);
  expect(all[1]!.appraisal).toEqual(appraise(set(inputs, {offtake_share: 0})));
  const low = set({...inputs, amortisation: {values: ["straight"]}}, {offtake_share: 0, on_demand_price: 4.56});
  expect(all[3]!.appraisal).toEqual(appraise(low));
});

it("today's price is as uncertain as the level of all prices and its ratio to them, which err apart", () => {
  const [quoted, level] = [
    terms.cell("accelerator", "b200", "spot_price"),
    terms.cell("parameter", "parameter", "rent_level")
  ];
  const {low, central, high} = rangeOf(inputs, "on_demand_price");
  expect(central).toBeCloseTo(Number(quoted.value), 9);
  const off = (end: "low" | "high"): number =>
    Math.hypot(Math.log(quoted.provenance![end] / central), Math.log(level.provenance![end]));
  expect(Math.log(central / low)).toBeCloseTo(off("low"), 9);
  expect(Math.log(high / central)).toBeCloseTo(off("high"), 9);
});

it("steps that a project has taken already are left out", () => {
  const bare: Choice = {...usual, amortisation: "straight", set: {...usual.set, offtake_share: 0, on_demand_price: 5}};
  expect(readings(projectInputs(terms, bare)).map(({name}) => name)).toEqual(["as entered"]);
});

it("a cost of equity that is set discounts owners' cash alone: at the IRR, its value is nothing", () => {
  const central = appraise(inputs);
  const own = appraise(set(inputs, {required_return: only(central.irr)}));
  expect(own.npv / central.owners_money).toBeCloseTo(0, 6);
  expect([own.unlevered_npv, own.levelised_cost]).toEqual([central.unlevered_npv, central.levelised_cost]);
});
