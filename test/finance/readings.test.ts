import {expect, it} from "vitest";
import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {
  appraise,
  only,
  projectInputs,
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

it("a project is read without its contract, then without a sized loan, then at the lowest price", () => {
  const all = readings(inputs);
  expect(all.map(({name}) => name)).toEqual([
    "as entered",
    "without the anchor contract, sold at market prices",
    "and with the maximum debt share, repaid in equal parts",
    "and at the lowest published price, 5.1 USD a GPU-hour"
  ]);
  expect(all[1]!.appraisal).toEqual(appraise(set(inputs, {offtake_share: 0})));
  const low = set({...inputs, amortisation: {values: ["straight"]}}, {offtake_share: 0, on_demand_price: 5.1});
  expect(all[3]!.appraisal).toEqual(appraise(low));
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
