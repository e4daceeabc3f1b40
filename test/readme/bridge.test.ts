import {describe, expect, it} from "vitest";
import {bridge} from "../../lib/readme/index.js";
import {type Inputs, type TableInput} from "../../lib/sheet/index.js";
import {corrections, inputs} from "./inputs.js";

/** One actor per layer in round numbers: each layer's own cost is 100, and the value created is 1,000. */
const tiny: Inputs = {
  readme_parameter: one("readme_parameter", {
    months_per_year: 12,
    infrastructure_ratio: 0,
    staff_share: 0,
    water_intensity: 0,
    provider_overhead: 1,
    whole_token: 1,
    platform_share: 0,
    development_cost: 20,
    support_share: 0,
    administration_share: 0,
    downstream_share: 0,
    transfer_share: 1,
    accelerator_life: 12,
    facility_life: 12,
    cost_of_capital: 0,
    layers_meet: 0,
    load_share: 1,
    measured_hours: 720,
    realised_share: 1,
    consumer_work_share: 1,
    wage: 50
  }),
  readme_datacenter: one("site", {
    name: "Site",
    location: "",
    pue: 1,
    power_price: 0,
    water_price: 0,
    rent: 0,
    area: 0
  }),
  readme_cluster: one("cluster", {
    datacenter: "site",
    gpu: "H100",
    count: 10,
    tdp: 700,
    unit_price: 120,
    utilization: 1,
    rental_price: 0
  }),
  readme_provider: one("provider", {
    name: "Provider",
    gpu: "H100",
    count: 5,
    speed: 1,
    utilization: 1,
    gpu_price: 1 / 72,
    input_tokens: 1,
    output_tokens: 1,
    requests: 0,
    peak_requests: 0,
    response_time: 0
  }),
  readme_price: one("price", {
    provider: "provider",
    model: "",
    input_tokens_per_dollar: 1,
    output_tokens_per_dollar: 1
  }),
  readme_application: one("application", {
    name: "Application",
    pricing: "",
    hours_saved: 2,
    tokens_per_request: 100,
    requests_per_user: 864,
    token_price: 1 / 259.2
  }),
  readme_segment: one("segment", {
    application: "application",
    name: "",
    kind: "consumer",
    users: 10,
    revenue_per_user: 0,
    churn: 0,
    acquisition_price: 0
  })
};

describe("bridge of a stack in round numbers", () => {
  const rows = bridge(
    tiny,
    steps([
      {},
      {downstream_share: 1},
      {transfer_share: 0},
      {accelerator_life: 24},
      {layers_meet: 1},
      {measured_hours: 1},
      {realised_share: 0.5},
      {consumer_work_share: 0.2},
      {wage: 25}
    ]),
    10
  );
  it.each([
    [0, "the claim: value over neoclouds' cost", 1000 / 100],
    [1, "all layers: over 100 + 100 + 300", 1000 / 500],
    [2, "each dollar once: less 50 of rent and 100 for tokens", 1000 / 350],
    [3, "capital over 24 months in place of 12: 50 a month less", 1000 / 300],
    [4, "layers that meet: twice the providers' own 50, and 10 accelerators for 10 let", 1000 / 350],
    [5, "one hour of two", 500 / 350],
    [6, "half of it output", 250 / 350],
    [7, "a fifth of it at work", 50 / 350],
    [8, "at half the wage", 25 / 350]
  ])("step %d, %s", (step, _, multiplier) => expect(rows[step]!.multiplier).toBeCloseTo(multiplier, 12));
  it("exact corrections have no range", () =>
    rows.forEach(({multiplier, low, high}) => {
      expect(low).toBeCloseTo(multiplier, 12);
      expect(high).toBeCloseTo(multiplier, 12);
    }));
  it("interest makes the charge an annuity", () => {
    const [, charged] = bridge(tiny, steps([{}, {accelerator_life: 60, cost_of_capital: 0.1}]), 1);
    const years = (60 * 30) / 365.25;
    const charge = ((1200 * 0.1) / (1 - Math.exp(-0.1 * years))) * (30 / 365.25);
    expect(charged!.multiplier).toBeCloseTo(1000 / charge, 9);
  });
});

describe("bridge of the earlier program", () => {
  const rows = bridge(inputs, corrections);
  it("begins with the claim", () => {
    expect(rows[0]).toMatchObject({step: 0, key: "claim", change: 0});
    expect(rows[0]!.multiplier).toBeCloseTo(399.33857700277736, 9);
  });
  it("takes its ROI as the first correction", () => expect(rows[1]!.multiplier).toBeCloseTo(53.297310681811204, 9));
  it("changes add up from the claim to the last row", () =>
    expect(rows.reduce((sum, {change}) => sum + change, rows[0]!.multiplier)).toBeCloseTo(rows.at(-1)!.multiplier, 9));
  it("corrections in the claim's favour raise it, the others lower it", () =>
    expect(rows.slice(1).map(({key, change}) => [key, Math.sign(change)])).toEqual([
      ["all-layers", -1],
      ["each-dollar-once", 1],
      ["capital-over-life", 1],
      ["layers-meet", -1],
      ["measured-hours", -1],
      ["realised-share", -1],
      ["work-not-leisure", -1],
      ["wage", -1]
    ]));
  it("has a range from the first correction that has one", () => {
    expect(rows.slice(0, 3).every(({low, high}) => low === high)).toBe(true);
    expect(rows.slice(3).every(({low, high}) => low < high)).toBe(true);
  });
  it("every row has a title and a reason", () => rows.forEach((row) => expect(row.title && row.reason).not.toBe("")));
  it("twice gives the same", () => expect(bridge(inputs, corrections)).toEqual(rows));
  it("does not depend on the order of the earlier inputs", () => {
    const reversed = {...inputs, readme_segment: reverse(inputs.readme_segment!)};
    expect(bridge(reversed, corrections, 10).at(-1)!.multiplier).toBeCloseTo(rows.at(-1)!.multiplier, 9);
  });
});

function one(key: string, values: Record<string, number | string>): TableInput {
  return {
    keys: [key],
    columns: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, {values: [value]}]))
  };
}

function steps(rows: Record<string, number>[]): TableInput {
  const columns = Object.entries(corrections.columns).map(([name, {values}]) => {
    const text = typeof values[0] === "string";
    return [name, {values: rows.map((row) => (text ? name : (row[name] ?? null)))}] as const;
  });
  return {keys: rows.map((_, step) => `step-${step}`), columns: Object.fromEntries(columns)};
}

function reverse({keys, columns}: TableInput): TableInput {
  const reversed = Object.entries(columns).map(([name, {values}]) => [name, {values: values.toReversed()}] as const);
  return {keys: keys.toReversed(), columns: Object.fromEntries(reversed)};
}
