import {describe, expect, it} from "vitest";
import {publishedModel} from "../../data-loaders/run/project.js";
import {explainCell, fromJson, rows, runOn, toJson, value} from "../../lib/library/index.js";
import {cluster} from "../../lib/model/cluster.js";
import {table} from "../../lib/model/parameter.js";
import {project, reference} from "../model/project.js";
import {sameNumbers} from "../sheet/same-cells.js";

const published = fromJson(JSON.parse(toJson(publishedModel(project, "hash"))));

interface Levy {
  cluster: {operational_carbon: number};
  rate: number;
  carbon: number;
  amount: number;
}

const levy = table<Levy>("levy", "A price on carbon.", ({ref, input, lookup, formula}) => ({
  cluster: ref(() => cluster, "Cluster that pays"),
  rate: input("USD/tCO2e", "Price of a tonne"),
  carbon: lookup("cluster", "operational_carbon"),
  amount: formula("USD/month", "What it pays", (l) => l.carbon * l.rate)
}));
const inputs = {levy: {keys: ["b200"], columns: {cluster: {values: ["atlas-b200"]}, rate: {values: [85]}}}};

describe("a model that went through JSON", () => {
  it("gives the same run, cell by cell", () => {
    const {run} = runOn(published, "reference");
    const differing = [...reference.run.cells].filter(([id, {cells}]) => !sameNumbers(cells, run.cells.get(id)!.cells));
    expect(differing.map(([id]) => id)).toEqual([]);
  });
  it("runs the earlier program, too", () =>
    expect(value(runOn(published, "readme-baseline"), "readme_total.value_multiplier")).toBeCloseTo(
      399.33857700277736,
      9
    ));
  it("knows ranges and sources of inputs", () => {
    const {provenance, sources} = explainCell(runOn(published, "reference"), "parameter.cost_of_capital");
    expect(provenance!.low).toBeLessThan(provenance!.high);
    expect(sources[0]!.title).not.toBe("");
  });
});

it("rows of an unknown table are an error, with a suggestion", () => {
  const result = runOn(published, "reference", {months: 1});
  expect(() => rows(result, "economyy")).toThrow('rows: unknown table "economyy"\n  did you mean economy?');
});

describe("runOn", () => {
  it("applies a custom scenario on top of its base", () => {
    const own = {name: "mine", parent: "dear-capital", set: {"parameter.realised_share": 0.1}};
    const {scenario, run} = runOn(published, own, {months: 2, set: {"parameter.accelerator_life": "4 (3..5)"}});
    const set = (name: string) => run.inputs.parameter!.columns[name]!.values[0];
    expect([set("realised_share"), set("accelerator_life")]).toEqual([0.1, 4]);
    expect(scenario.overrides.length).toBe(project.scenarios.get("dear-capital")!.overrides.length + 1);
    expect(run.months).toBe(2);
  });
  it("runs a custom table beside the model's", () => {
    const result = runOn(published, "reference", {months: 3, tables: [levy], inputs});
    const paid = rows(result, "levy");
    expect(paid.map(({month, key}) => [month, key])).toEqual([0, 1, 2].map((month) => [month, "b200"]));
    expect(paid[2]!.carbon).toBe(value(result, "cluster[atlas-b200].operational_carbon@2"));
    expect(explainCell(result, "levy[b200].amount@2").formula).toBe("carbon * rate");
  });
  it.each([
    ["an unknown scenario", () => runOn(published, "refrence"), "did you mean reference?"],
    ["an unknown parent", () => runOn(published, {name: "mine", parent: "dear"}), 'unknown scenario "dear"'],
    ["an unknown cell", () => runOn(published, "reference", {set: {"parameter.lif": 1}}), 'unknown input column "lif"'],
    ["a value that is none", () => runOn(published, {name: "m", set: {"parameter.step": "x"}}), "parameter.step"]
  ])("%s is an error with the way out", (_, run, message) => expect(run).toThrow(message));
});
