import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {plan, planProgram, type Plan, type PlanData, type PlanLimits} from "../../lib/optimise/index.js";
import {engine} from "./engine.js";
import {limits, tiny} from "./tiny.js";

const solved = (data: PlanData, given: Partial<PlanLimits> = {}, goal: "npv" | "value" | "cost" = "npv") =>
  plan(data, {goal, limits: limits(given)}, engine);
const worth = ({limits}: Plan, limit: string, year = "2027"): number =>
  limits.find((one) => one.limit === limit && one.year === year)!.worth;
const money = ({money}: Plan, item: string): number => money.find((one) => one.item === item)?.amount ?? 0;
const done = ({actions}: Plan, action: string, year = "2027"): number =>
  actions.filter((one) => one.action === action && one.year === year).reduce((sum, {quantity}) => sum + quantity, 0);

describe("one year, by hand", () => {
  /** 100 accelerators serve half of the requests; 50 can be rented at 2 USD/GPU-hour. */
  const data = tiny({
    asset: {held: 100, care: [40], idleCost: [20], busyCost: [30]},
    kind: {rent: [2]},
    stream: {revenue: [2e6]}
  });
  const rent = {north: [50]};
  it("150 of 200 accelerators serve 75 %: 18 M USD of revenue", async () => {
    const made = await solved(data, {rent});
    expect(money(made, "revenue")).toBeCloseTo(12 * 2e6 * 0.75, 3);
    expect(money(made, "rent")).toBeCloseTo(-50 * 2 * 8766, 3);
    expect(money(made, "engineers and overhead")).toBeCloseTo(-100 * 40 * 12, 3);
    expect(money(made, "electricity and water")).toBeCloseTo(-100 * (20 + 0.5 * 30) * 12, 3);
    expect(money(made, "left in the end")).toBeCloseTo(100 * 30_000 * (4 / 5), 3);
    expect(made.value).toBeCloseTo(
      made.money.reduce((sum, {amount}) => sum + amount, 0),
      3
    );
    expect(made.gap).toBeLessThan(1e-9);
  });
  it("one more rented accelerator is worth 10,000 USD of revenue a month less 1,461 of rent", async () =>
    expect(worth(await solved(data, {rent}), "rent")).toBeCloseTo(10_000 - 2 * 730.5, 6));
  it("one more MW is worth nothing where it is not used, else what the accelerators that it feeds earn", async () => {
    expect(worth(await solved(data, {rent, power: {north: [1]}}), "power")).toBe(0);
    const short = await solved(data, {rent: {north: [0]}, power: {north: [0.05]}});
    const kept = 10_000 - 40 - 20 - 15;
    const wear = 30_000 / 5 / 12;
    expect(worth(short, "power")).toBeCloseTo(1000 * (kept - wear), 2);
  });
  it("to gain output, not revenue, counts what the work is worth", async () =>
    expect(money(await solved(data, {rent}, "value"), "output gained")).toBeCloseTo(12 * 5e6 * 0.75, 3));
  it("a requirement that cannot be met is a conflict, with the smallest relaxation", async () => {
    const {status, conflict} = await solved(data, {rent}, "cost");
    expect(status).toBe("infeasible");
    expect(conflict!.set.map(({limit}) => limit)).toEqual(expect.arrayContaining(["rent", "demand"]));
    expect(conflict!.set).toHaveLength(2);
    expect(conflict!.relief).toMatchObject([{limit: "demand", from: 1, to: 0.75}]);
  });
  it("a share that must be served, once it can be, costs the least", async () => {
    const made = await solved(data, {rent, service: 0.6}, "cost");
    expect(done(made, "rent")).toBeCloseTo(20, 9);
    expect(worth(made, "rent")).toBe(0);
  });
  it("an accelerator that no limit on latency lets serve is none", async () => {
    const made = await plan(data, {goal: "npv", limits: limits({rent}), latency: 0.5}, engine);
    expect(made.services).toEqual([]);
  });
});

describe("several years, by hand", () => {
  it("surplus that loses value is sold at once, at book value times the resale ratio", async () => {
    const data = tiny({asset: {held: 300, care: [100]}, resale: 0.9});
    const made = await solved(data);
    expect(done(made, "sell")).toBeCloseTo(100, 6);
    expect(money(made, "sales")).toBeCloseTo(100 * 30_000 * 0.9, 3);
  });
  it("orders arrive after the wait; before that, initial orders arrive", async () => {
    const data = tiny({years: 2, resale: 0.9, asset: {ordered: 40}});
    const made = await solved(data);
    expect([done(made, "receive", "2027"), done(made, "buy", "2028")].map(Math.round)).toEqual([40, 160]);
  });
  it("initial orders arrive in equal parts while later orders wait, and need no memory of theirs", async () => {
    const made = await solved(tiny({years: 3, wait: 2, resale: 0.9, asset: {ordered: 40}}), {memory: [0, 0, 500]});
    const of = (action: string): number[] =>
      ["2027", "2028", "2029"].map((year) => Math.round(done(made, action, year)));
    expect([of("receive"), of("buy")]).toEqual([
      [20, 20, 0],
      [0, 0, 60]
    ]);
  });
  it("bought rather than rented where a year's wear costs less than a year's rent", async () => {
    const bought = 30_000 / 5;
    const of = (rent: number) => solved(tiny({wait: 0, kind: {rent: [rent]}}), {rent: {north: [1000]}});
    expect(done(await of((bought + 10) / 8766), "buy")).toBeCloseTo(200, 6);
    expect(done(await of((bought - 10) / 8766), "rent")).toBeCloseTo(200, 6);
  });
  it("a life that ends within a year leaves that part of it", async () => {
    const made = await solved(tiny({years: 2, age: 3.5, asset: {held: 100}, wait: 2}));
    expect([done(made, "hold", "2027"), done(made, "hold", "2028")]).toEqual([100, 50]);
  });
  it("scarce capital earns the return of its use", async () => {
    const made = await solved(tiny({wait: 0}), {capital: [3e6]});
    expect(done(made, "buy")).toBeCloseTo(100, 6);
    expect(worth(made, "capital")).toBeCloseTo((12 * 10_000 - 6_000) / 30_000, 6);
  });
  it("scarce memory limits purchases, per GB", async () => {
    const made = await solved(tiny({wait: 0}), {memory: [500]});
    expect(done(made, "buy")).toBeCloseTo(60, 6);
    expect(worth(made, "memory")).toBeCloseTo((12 * 10_000 - 6_000) / 100, 6);
  });
  it("an owned site builds halls for what it buys; MW and USD agree", async () => {
    const made = await solved(tiny({wait: 0, site: {owned: true, hall: 0.05, hallCost: 12e6, hallUpkeep: 1000}}));
    expect(done(made, "build")).toBeCloseTo(0.15, 9);
    expect(money(made, "halls")).toBeCloseTo(-(0.15 * 12e6 + 0.2 * 1000 * 12), 3);
  });
  it("greenhouse gas is that of making, waiting and computing", async () => {
    const made = await solved(tiny({wait: 0, kind: {making: 0.1}, asset: {idleCarbon: 0.02, busyCarbon: 0.04}}), {
      carbon: 1000
    });
    expect(made.carbon).toBeCloseTo(200 * (0.1 + 12 * (0.02 + 0.5 * 0.04)), 9);
  });
  it("money is discounted from the start, or the middle, of its year", async () => {
    const made = await solved(tiny({wait: 0, years: 2, rate: 0.1, placements: []}));
    expect(made.value).toBeCloseTo(0, 9);
    const served = await solved(tiny({years: 2, rate: 0.1, asset: {held: 200}}));
    expect(money(served, "revenue")).toBeCloseTo(12 * 2e6 * (1.1 ** -0.5 + 1.1 ** -1.5), 3);
  });
});

interface Instance {
  need: number;
  price: number;
  other: number;
  revenue: number;
  power: number;
}

const instances: fc.Arbitrary<Instance> = fc.record({
  need: fc.integer({min: 1, max: 40}),
  price: fc.integer({min: 1, max: 40}).map((thousands) => thousands * 10_000),
  other: fc.integer({min: 1, max: 40}).map((thousands) => thousands * 10_000),
  revenue: fc.integer({min: 1, max: 60}).map((one) => one * 10_000),
  power: fc.integer({min: 0, max: 30})
});

/** Two kinds, in servers of 8; the second is twice as quick and takes twice the power. */
function two({need, price, other, revenue}: Instance): PlanData {
  const data = tiny({wait: 0, stream: {work: [need], revenue: [revenue]}, kind: {price: [price]}});
  const [kind, asset, placement] = [data.kinds[0]!, data.assets[0]!, data.placements[0]!];
  return {
    ...data,
    kinds: [kind, {...kind, key: "fast", power: 2 * kind.power, price: [other]}],
    assets: [asset, {...asset, kind: "fast"}],
    placements: [placement, {...placement, kind: "fast", rate: 2}]
  };
}

describe("whole servers", () => {
  it("as good as the best of all numbers of servers", async () =>
    fc.assert(
      fc.asyncProperty(instances, async (one) => {
        const given = limits({power: {north: [one.power / 1000]}});
        const made = await plan(two(one), {goal: "npv", limits: given, whole: true}, engine);
        expect(made.value / 1e6).toBeCloseTo(bruteForce(one) / 1e6, 6);
      }),
      {numRuns: 40, seed: 4}
    ));
});

function bruteForce({need, price, other, revenue, power}: Instance): number {
  const numbers = Array.from({length: 8}, (_, servers) => 8 * servers);
  const values = numbers.flatMap((slow) =>
    numbers
      .filter((fast) => slow + 2 * fast <= power)
      .map((fast) => 12 * revenue * Math.min(1, (slow + 2 * fast) / need) - (slow * price + fast * other) / 5)
  );
  return Math.max(...values);
}

describe("any plan", () => {
  it("serves no more than is there, and its money adds up", async () =>
    fc.assert(
      fc.asyncProperty(instances, async (one) => {
        const made = await plan(two(one), {goal: "npv", limits: limits({power: {north: [one.power / 1000]}})}, engine);
        const used = made.services.reduce((sum, {gpus}) => sum + gpus, 0);
        expect(used).toBeLessThanOrEqual(done(made, "hold") * (1 + 1e-9) + 1e-9);
        expect(made.value).toBeCloseTo(
          made.money.reduce((sum, {amount}) => sum + amount, 0),
          2
        );
        expect(made.gap).toBeLessThan(1e-9);
      }),
      {numRuns: 40, seed: 5}
    ));
  it("one more MW, within its range, has the stated value", async () =>
    fc.assert(
      fc.asyncProperty(instances, async (one) => {
        const at = (power: number) => plan(two(one), {goal: "npv", limits: limits({power: {north: [power]}})}, engine);
        const made = await at(one.power / 1000);
        const limit = made.limits.find(({limit}) => limit === "power")!;
        const step = Math.min(0.001, limit.to - limit.bound);
        fc.pre(step > 1e-9);
        expect((await at(limit.bound + step)).value - made.value).toBeCloseTo(limit.worth * 12 * step, 2);
      }),
      {numRuns: 40, seed: 6}
    ));
});

describe("the program", () => {
  it("every variable and constraint has a name of its own, a unit and a sentence", () => {
    const {program} = planProgram(tiny({years: 2, kind: {rent: [1, 1]}}), {goal: "npv", limits: limits({carbon: 1})});
    const all = [...program.variables, ...program.constraints];
    expect(new Set(all.map(({name}) => name)).size).toBe(all.length);
    for (const {unit, doc} of all) expect([unit, doc]).not.toContain("");
  });
});
