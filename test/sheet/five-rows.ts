import {
  clock,
  evaluate,
  mathematics,
  model,
  tableBuilder,
  valueAt,
  type Callable,
  type Inputs,
  type Run,
  type Table
} from "../../lib/sheet/index.js";

/** A five-row model for tests: two kinds of accelerator, three clusters, one market. */
export interface Parameter {
  month: number;
  step: number;
  growth: number;
  power_price: number;
}

export interface Accelerator {
  vendor: string;
  tdp: number;
  installed: number;
  draw: number;
}

export interface Cluster {
  gpu: Accelerator;
  site: "owned" | "colocated";
  count: number;
  added: number;
  size: number;
  last_size: number;
  board_power: number;
  power: number;
  energy: number;
  energy_cost: number;
  rent: number;
  cost_per_gpu: number;
}

export interface Market {
  clusters: number;
  energy_cost: number;
  biggest: Cluster;
  biggest_power: number;
  mean_power: number;
}

export const table = tableBuilder<Parameter, Callable<typeof mathematics>>();

export const parameter: Table<Parameter> = table<Parameter>(
  "parameter",
  "Scalars.",
  ({input}) => ({
    month: clock("Months since the start"),
    step: clock("One month"),
    growth: input("1/yr", "Growth of installed accelerators"),
    power_price: input("USD/kWh", "Price of electricity")
  }),
  {single: true}
);

export const accelerator: Table<Accelerator> = table<Accelerator>(
  "accelerator",
  "Chips.",
  ({input, text, rollup, formula}) => ({
    vendor: text("Who sells it"),
    tdp: input("W/GPU", "Thermal design power"),
    installed: rollup(() => cluster, "count", "sum"),
    draw: formula("kW", "What all installed boards draw", (a) => a.installed * a.tdp)
  })
);

export const cluster: Table<Cluster> = table<Cluster>(
  "cluster",
  "Installed accelerators.",
  ({ref, text, input, lookup, formula, previous}) => ({
    gpu: ref(() => accelerator, "Accelerator installed"),
    site: text<"owned" | "colocated">("Whose building it is"),
    count: input("GPU", "Accelerators at the start"),
    added: input("GPU/month", "Accelerators added a month"),
    last_size: previous("size", "count", "Accelerators last month"),
    size: formula("GPU", "Accelerators now", (c, p) => (p.month > 0 ? c.last_size + c.added * p.step : c.count)),
    board_power: lookup("gpu", "tdp"),
    power: formula("kW", "What the boards draw", (c) => c.size * c.board_power),
    energy: formula("MWh/month", "Electricity a month", (c) => c.power),
    energy_cost: formula("USD/month", "What the electricity costs", (c, p) => c.energy * p.power_price),
    rent: formula("USD/month", "Rent of a colocated site", (c) => (c.site === "colocated" ? c.energy_cost / 2 : 0)),
    cost_per_gpu: formula("USD/GPU-month", "Electricity cost of one accelerator", (c) => c.energy_cost / c.size)
  })
);

export const market: Table<Market> = table<Market>(
  "market",
  "All clusters.",
  ({rollup, lookup}) => ({
    clusters: rollup(() => cluster, "count", "count"),
    energy_cost: rollup(() => cluster, "energy_cost", "sum"),
    biggest: rollup(() => cluster, "power", "argmax"),
    biggest_power: lookup("biggest", "power"),
    mean_power: rollup(() => cluster, "board_power", "weighted_mean", {weight: "count"})
  }),
  {single: true}
);

export const fiveRows = model([accelerator, cluster, market], parameter, mathematics);

export const inputs: Inputs = {
  parameter: {keys: ["parameter"], columns: {growth: {values: [0.1]}, power_price: {values: [0.1]}}},
  accelerator: {keys: ["big", "small"], columns: {vendor: {values: ["A", "B"]}, tdp: {values: [1000, 500]}}},
  cluster: {
    keys: ["east", "west", "north"],
    columns: {
      gpu: {values: ["big", "small", "small"]},
      site: {values: ["owned", "colocated", "owned"]},
      count: {values: [100, 40, 10]},
      added: {values: [10, 0, 0]}
    }
  },
  market: {keys: ["market"], columns: {}}
};

/** A column of a run as a plain list, one value per row, numbers to 12 digits. */
export function list(run: Run, id: string, month = 0): unknown[] {
  const [table] = id.split(".");
  const values = run.inputs[table!]!.keys.map((_, row) => valueAt(run, id, row, month));
  return values.map((value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value));
}

/** The five-row model run on its inputs, some of them replaced. */
export function runFiveRows(changed: Record<string, (number | string | null)[]> = {}, months = 1): Run {
  const copy = structuredClone(inputs) as Record<
    string,
    {keys: string[]; columns: Record<string, {values: (number | string | null)[]}>}
  >;
  for (const [id, values] of Object.entries(changed)) copy[id.split(".")[0]!]!.columns[id.split(".")[1]!] = {values};
  return evaluate(fiveRows, copy, {months});
}
