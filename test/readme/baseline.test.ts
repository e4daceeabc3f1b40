import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readme} from "../../lib/readme/index.js";
import {checkReferences, evaluate, keysOf, valueAt} from "../../lib/sheet/index.js";
import {inputs} from "./inputs.js";

const run = evaluate(readme, inputs);

interface Actor {
  name: string;
  expected: {
    revenue: number;
    cost: number;
    cost_items?: Record<string, number>;
    capacity?: Record<string, number>;
    productivity_value?: number;
    roi_for_users_pct?: number;
  };
}

interface Baseline {
  neoclouds: Actor[];
  providers: Actor[];
  applications: Actor[];
  expected: Record<string, number>;
}

const baseline = JSON.parse(readFileSync("test/readme/baseline.json", "utf8")) as Baseline;

/** The column of each figure of the earlier program; `%` figures are shares here. */
const columns: Record<string, string> = {
  "GPU Hardware": "hardware_cost",
  "Datacenter Infrastructure": "infrastructure_cost",
  Electricity: "electricity_cost",
  "Cooling Water": "water_cost",
  "Real Estate": "real_estate_cost",
  "Staff & Maintenance": "staff_cost",
  total_capacity_tokens_per_month: "capacity",
  actual_tokens_per_month: "tokens",
  capacity_utilization_pct: "capacity_utilization",
  average_requests_per_second: "requests",
  peak_requests_per_second: "peak_requests",
  average_response_time_ms: "response_time",
  "AI Token Costs": "token_cost",
  "Platform Infrastructure": "platform_cost",
  "Product Development": "development_cost",
  "Customer Acquisition": "acquisition_cost",
  "Customer Support": "support_cost",
  "General & Administrative": "administration_cost",
  roi_for_users_pct: "roi_for_users",
  efficiency_ratio: "value_per_cost"
};

describe("the earlier program's figures, to 1e-12", () => {
  describe.each([
    ["readme_datacenter", baseline.neoclouds],
    ["readme_provider", baseline.providers],
    ["readme_application", baseline.applications]
  ] as const)("%s", (table, actors) => {
    it("has the same rows", () =>
      expect(keysOf(run, table).map((_, row) => valueAt(run, `${table}.name`, row, 0))).toEqual(
        actors.map(({name}) => name)
      ));
    it.each(actors.map((actor, row) => [actor.name, row, figures(actor)] as const))("%s", (_, row, figures) =>
      figures.forEach(([name, value]) =>
        expectClose(`${table}.${columns[name] ?? name}`, row, name.endsWith("_pct") ? value / 100 : value)
      )
    );
  });
  it.each(Object.entries(baseline.expected))("headline %s = %d", (name, value) =>
    expectClose(`readme_total.${columns[name] ?? name}`, 0, value)
  );
  it("the README's round figures", () => {
    expect(valueAt(run, "readme_total.value_multiplier", 0, 0)).toBeCloseTo(399.3, 1);
    expect(valueAt(run, "readme_total.value_per_cost", 0, 0)).toBeCloseTo(53.3, 2);
  });
});

it("every reference of its tables names a row", () => expect(() => checkReferences(readme, inputs)).not.toThrow());

describe("what is wrong with them, as its notes state it", () => {
  const figure = (column: string): number => Number(valueAt(run, `readme_total.${column}`, 0, 0));
  it("applications use 113 times the tokens that providers sell, and 29 times what they can make", () => {
    expect(figure("tokens_needed") / figure("tokens_sold")).toBeCloseTo(113.26, 2);
    expect(figure("tokens_needed") / figure("token_capacity")).toBeCloseTo(29.19, 2);
  });
  it("neoclouds rent out 7,347 accelerators, providers rent 1,200", () => {
    expect(figure("gpus_let")).toBeCloseTo(7347, 9);
    expect(figure("gpus_rented")).toBe(1200);
  });
  it("applications pay 129.6 M USD for tokens that earn providers 0.97 M USD", () => {
    expect(figure("tokens_paid")).toBeCloseTo(129_590_250, 4);
    expect(figure("provider_revenue")).toBeCloseTo(973_998.02, 2);
  });
});

function figures({expected: {cost_items = {}, capacity = {}, ...others}}: Actor): [string, number][] {
  return Object.entries({...others, ...cost_items, ...capacity});
}

function expectClose(id: string, row: number, value: number): void {
  const actual = valueAt(run, id, row, 0);
  expect(
    typeof actual === "number" && Math.abs(actual / value - 1),
    `${id}: ${JSON.stringify(actual)} for ${value}`
  ).toBeLessThan(1e-12);
}
