import {describe, expect, it} from "vitest";
import {highs} from "../../data-loaders/run/highs.js";
import {firstOptions, planDataOf} from "../../data-loaders/run/plan.js";
import {
  frontiers,
  latencies,
  plan,
  planData,
  planning,
  planningInputs,
  planProgram,
  scarcity,
  servedShares
} from "../../lib/optimise/index.js";
import {evaluate, keysOf, numberAt, valueAt} from "../../lib/sheet/index.js";
import {project, reference} from "../model/project.js";

const inputs = planningInputs(reference.run.inputs, {start: reference.run.start});
const only = [
  ...["market.spot_index", "cluster.sold_hours", "cluster.profit", "deployment.demanded_hours"],
  ...["cluster.allocatable_share", "cluster.active_share"],
  ...["start_rate", "feasible", "demanded_hours", "replica"].map((name) => `placement.${name}`),
  ...["idle_cost", "busy_cost", "care_cost", "idle_water"].map((name) => `asset.${name}`),
  ...["running_cost", "count", "cluster"].map((name) => `fleet.${name}`)
];
const run = evaluate(planning, inputs, {months: 25, start: reference.run.start, only});
const data = planDataOf(project, reference);
const engine = await highs();
const first = await plan(data, firstOptions(data), engine);

describe("the chain extended for planning", () => {
  it.each(["market.spot_index", "cluster.sold_hours", "cluster.profit", "deployment.demanded_hours"])(
    "does not change it: %s is the same to the bit",
    (column) => {
      const rows = keysOf(reference.run, column.split(".")[0]!);
      for (const month of [0, 12, 24])
        rows.forEach((_, row) =>
          expect(numberAt(run, column, row, month)).toBe(numberAt(reference.run, column, row, month))
        );
    }
  );
  it(
    "electricity, engineers and licence of an asset at normal occupancy are the running cost of the fleet, but " +
      "for water",
    () => {
      const parameter = (name: string): number => numberAt(reference.run, `parameter.${name}`, 0, 0);
      keysOf(run, "asset").forEach((key, row) => {
        const fleet = keysOf(run, "fleet").indexOf(key);
        const at = (name: string): number => numberAt(run, `asset.${name}`, row, 0);
        const site = valueAt(run, "fleet.cluster", fleet, 0) as string;
        const water = numberAt(run, "asset.idle_water", row, 0) * 5;
        const of = (name: string): number => numberAt(run, `cluster.${name}`, keysOf(run, "cluster").indexOf(site), 0);
        const load = of("allocatable_share") * parameter("normal_occupancy") * of("active_share");
        const cost = at("idle_cost") + load * at("busy_cost") + at("care_cost");
        expect(Math.abs(cost - numberAt(run, "fleet.running_cost", fleet, 0))).toBeLessThan(Math.max(1e-6, water));
      });
    }
  );
  it("a deployment on its own kind needs no more GPU-hours than it does in the chain", () => {
    const own = new Map(
      keysOf(reference.run, "deployment").map((key, row) => [
        `${key}-on-${valueAt(reference.run, "deployment.accelerator", row, 0) as string}`,
        numberAt(reference.run, "deployment.demanded_hours", row, 0)
      ])
    );
    let seen = 0;
    keysOf(run, "placement").forEach((key, row) => {
      const hours = own.get(key);
      if (hours === undefined) return;
      ++seen;
      expect(numberAt(run, "placement.demanded_hours", row, 0)).toBeLessThanOrEqual(hours * (1 + 1e-9));
    });
    expect(seen).toBe(own.size);
  });
  it("stricter limits on latency never serve more", () => {
    const rate = new Map(data.placements.map((one) => [`${one.stream} ${one.kind} ${one.latency}`, one.rate]));
    for (const {stream, kind, latency, rate: one} of data.placements) {
      const laxer = latencies.find((other) => other > latency);
      if (laxer !== undefined) expect(rate.get(`${stream} ${kind} ${laxer}`)).toBeGreaterThanOrEqual(one * (1 - 1e-12));
    }
  });
  it("is missing for kinds without a price or a making: none of these is planned with", () => {
    for (const {price, making, power} of data.kinds)
      for (const value of [...price, making, power]) expect(value).toBeGreaterThan(0);
    expect(data.kinds.map(({key}) => key)).not.toContain("tpu-v7");
  });
  it("rents only kinds that are traded: none that is still to come", () => {
    const {keys, columns} = reference.run.inputs.accelerator!;
    const traded = new Set(keys.filter((_, row) => columns.spot_price!.values[row] !== null));
    expect(data.kinds.filter(({rent}) => rent !== null).map(({key}) => key)).toEqual(
      data.kinds.filter(({key}) => traded.has(key)).map(({key}) => key)
    );
    expect(traded).not.toContain("feynman");
  });
});

describe("the plan of the reference", () => {
  it("is proven best, adds up, and keeps its limits", () => {
    expect(first.status).toBe("optimal");
    expect(first.gap).toBeLessThan(1e-7);
    expect(first.value / first.money.reduce((sum, {amount}) => sum + amount, 0)).toBeCloseTo(1, 9);
    for (const {used, bound} of first.limits) expect(used).toBeLessThanOrEqual(bound * (1 + 1e-6));
  });
  it("serves on accelerators that are there: used, with what can't be given out, is held or rented", () => {
    for (const {site, kind, allocatable} of data.assets)
      for (const year of data.years) {
        const of = (rented: boolean): number =>
          first.services
            .filter((one) => one.site === site && one.kind === kind && one.year === year && one.rented === rented)
            .reduce((sum, {gpus}) => sum + gpus, 0);
        const there = (action: string): number =>
          first.actions
            .filter((one) => one.site === site && one.kind === kind && one.year === year && one.action === action)
            .reduce((sum, {quantity}) => sum + quantity, 0);
        expect(of(false)).toBeLessThanOrEqual(there("hold") * allocatable + 1e-3);
        expect(of(true)).toBeLessThanOrEqual(there("rent") + 1e-3);
      }
  });
  it("accelerators are conserved: held and bought are sold or kept, within their life", () => {
    for (const {site, kind, held} of data.assets) {
      const sum = (action: string, year: string): number =>
        first.actions
          .filter((one) => one.site === site && one.kind === kind && one.action === action && one.year === year)
          .reduce((total, {quantity}) => total + quantity, 0);
      let stock = held;
      for (const year of data.years.slice(0, 3)) {
        stock += sum("receive", year) + sum("buy", year) - sum("sell", year);
        expect(sum("hold", year)).toBeCloseTo(stock, 3);
      }
    }
  });
  it("a plan at less power is worth no more, and one more MW no less", async () => {
    const points = await scarcity(data, firstOptions(data), engine);
    const virginia = points.filter(({region}) => region === "virginia");
    virginia.slice(1).forEach(({value, worth}, i) => {
      expect(value).toBeLessThanOrEqual(virginia[i]!.value * (1 + 1e-9));
      expect(worth).toBeGreaterThanOrEqual(virginia[i]!.worth - 1);
    });
  });
  it("frontiers: less greenhouse gas costs more, laxer latency costs less", async () => {
    const points = await frontiers(data, firstOptions(data), first, engine);
    const of = (name: string) => points.filter(({frontier}) => frontier === name);
    of("carbon")
      .slice(1)
      .forEach((one, i) => {
        expect(one.limit).toBeLessThan(of("carbon")[i]!.limit);
        expect(one.cost).toBeGreaterThanOrEqual(of("carbon")[i]!.cost * (1 - 1e-9));
      });
    // A limit that no plan meets has no cost, which counts as infinite.
    const dear = ({cost}: {cost: number}): number => (Number.isNaN(cost) ? Infinity : cost);
    of("latency")
      .slice(1)
      .forEach((one, i) => expect(dear(one)).toBeLessThanOrEqual(dear(of("latency")[i]!) * (1 + 1e-9)));
    expect(of("latency").find(({limit}) => limit === 1)!.cost).toBeCloseTo(of("carbon")[0]!.cost, -3);
  });
  it("the least cost of all requests is no less than that of what is served for money", async () => {
    const cost = await plan(data, {goal: "cost", limits: data.limits}, engine);
    const all = Object.values(servedShares(data, cost)).flat();
    expect(Math.min(...all)).toBeCloseTo(1, 6);
    const spent = -first.money.filter(({item}) => item !== "revenue").reduce((sum, {amount}) => sum + amount, 0);
    expect(cost.value).toBeGreaterThanOrEqual(spent * (1 - 1e-9));
  });
});

describe("planData", () => {
  it("needs a year at least", () =>
    expect(() =>
      planData({
        scenario: "short",
        inputs: reference.run.inputs,
        start: "2026-12",
        months: 11,
        defaults: {capital_ratio: 1, rent_ratio: 1, water_headroom: 1, water_growth: 0, resale_ratio: 1}
      })
    ).toThrow("a plan needs at least 12 months, but the scenario has 11"));
  it("the program has no coefficient that is not a number", () =>
    expect(() => planProgram(data, firstOptions(data))).not.toThrow());
});
