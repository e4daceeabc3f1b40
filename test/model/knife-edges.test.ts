import {expect, it} from "vitest";
import {applyScenario} from "../../lib/model/index.js";
import {prepare, swingsIn, type Study} from "../../lib/uncertainty/index.js";
import {project} from "./project.js";
import {broken, scenarios, within} from "./statics.js";

const figures = [
  ...["tokens", "gpus", "users", "investment", "productivity_value", "consumer_surplus", "resource_cost"],
  ...["neocloud_revenue", "provider_revenue", "application_revenue", "grid_energy", "water", "carbon"],
  ...["cost_per_token", "price_per_token", "price_per_gpu_hour", "energy_per_token", "value_per_cost"]
];
const layers = ["neocloud", "provider", "application"];
const costs = layers.map((layer) => `${layer}_cost`);
const reference = swingsOf("reference", [...figures, ...costs]);

it.each(scenarios)("in %s, no input within its range moves a figure by nine tenths", (scenario) => {
  const all = scenario === "reference" ? reference : swingsOf(scenario, figures);
  const swings = all.filter(({output}) => figures.includes(output));
  expect(new Set(swings.map(({cell}) => cell)).size).toBeGreaterThan(550);
  expect(swings.filter(({value, central}) => !(value / central > 0.1 && value / central < 10))).toEqual([]);
});

/**
 * A layer's profit is what competition leaves: near nothing, so that its sign turns with many inputs. Its share of
 * revenue tells whether something stands on an edge.
 */
it("in the reference, no input within its range moves a layer's margin by two fifths of revenue", () => {
  const margins = layers.flatMap((layer) => marginsOf(reference, layer));
  expect(margins.length).toBeGreaterThan(10_000);
  expect(margins.filter(({value, central}) => Math.abs(value - central) > 0.4)).toEqual([]);
});

it("a model too large for a replica is served by one twice as large, at no more than twice the GPU time", () => {
  const large = {"language_model[frontier-large].total_parameters": 5000};
  const rise = within(0.5, 2)("economy.energy_per_token", [0]);
  expect(broken(large, [rise], {of: ["reference"]})).toEqual([]);
  const stuck = {...large, "deployment[meridian-large].large_replica": 32};
  expect(broken(stuck, [rise], {of: ["reference"]})).toHaveLength(1);
});

/** What an output is in a month with one uncertain input at an end of its range, all others central. */
interface EndValue {
  cell: string;
  end: "low" | "high";
  output: string;
  month: number;
  value: number;
  central: number;
}

/** What columns of `economy` are with every uncertain input on which they depend at either end of its range. */
function swingsOf(scenario: string, columns: readonly string[]): EndValue[] {
  const {formulas, start, overrides} = project.scenarios.get(scenario)!;
  const {model, inputs} = applyScenario(project.models.get("chain")!, {overrides, formulas});
  const study: Study = {
    ...{inputs, formulas, start, months: 60, at: [12, 24, 36, 59], outputs: columns.map((name) => `economy.${name}`)},
    ...{design: {spread: "latin", draws: 1, seed: 1}, scheme: {kind: "ends"}, correlations: [], series: []}
  };
  const prepared = prepare(model, study);
  const found = swingsIn(study, prepared.drivers, prepared.run(0, prepared.draws));
  return found.flatMap(({output, month, central, swings}) =>
    swings.flatMap(({driver: {cell}, at_low, at_high}): EndValue[] => [
      {cell, end: "low", output: output.replace("economy.", ""), month, value: at_low, central},
      {cell, end: "high", output: output.replace("economy.", ""), month, value: at_high, central}
    ])
  );
}

/** A layer's profit over its revenue in each of these cases. */
function marginsOf(swings: readonly EndValue[], layer: string): EndValue[] {
  const keyOf = ({cell, end, month}: EndValue): string => `${cell} ${end} ${month}`;
  const of = (name: string) => swings.filter(({output}) => output === `${layer}_${name}`);
  const ofCost = new Map(of("cost").map((one) => [keyOf(one), one]));
  return of("revenue").map((revenue) => {
    const cost = ofCost.get(keyOf(revenue))!;
    return {...revenue, value: 1 - cost.value / revenue.value, central: 1 - cost.central / revenue.central};
  });
}
