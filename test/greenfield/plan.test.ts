import {describe, expect, it} from "vitest";
import {highs} from "../../data-loaders/run/highs.js";
import {
  bestPlan,
  drawnWorth,
  robustPlans,
  usesOf,
  worthOfMore,
  type BuildKind,
  type BuildQuestion,
  type UnitValues
} from "../../lib/greenfield/index.js";
import {stream} from "../../lib/uncertainty/index.js";

const engine = await highs();

const kind = (key: string, changes: Partial<BuildKind> = {}): BuildKind => ({
  ...{key, gpus: 8, power: 1, price: 1e6, lead: 1, life: 12, from: 0},
  ...changes
});
const question = (changes: Partial<BuildQuestion> = {}): BuildQuestion => ({
  ...{power: [{month: 0, capacity: 3}], budget: 5e6, budget_by: "total", orders: [0, 1, 2, 3], horizon: 8},
  ...changes
});
const worth = (...totals: number[]) => totals.map((total) => ({total: total * 1e6, residual: 0, cost: 0}));

describe("the best plan", () => {
  it("buys whole units of the highest value, within power and budget", async () => {
    const kinds = [kind("small", {power: 0.4, price: 0.4e6}), kind("large", {power: 1.3, price: 1.3e6})];
    const values = [worth(0.3, 0.2, 0.1, 0), worth(1.2, 1.1, 1, 0.9)];
    const {orders, npv} = await bestPlan(question(), kinds, values, engine);
    // Two large units leave 0.4 MW of three.
    expect(orders.map(({kind: key, order, units, gpus}) => [key, order, units, gpus])).toEqual([
      ["small", 0, 1, 8],
      ["large", 0, 2, 16]
    ]);
    expect(npv).toBeCloseTo(2.7e6, 0);
  });
  it.each<[string, Partial<BuildQuestion>, Partial<BuildKind>]>([
    ["no power", {power: [{month: 0, capacity: 0}]}, {}],
    ["no budget", {budget: 0}, {}],
    ["no time left", {horizon: 1}, {}],
    ["nothing on sale", {}, {from: 9}]
  ])("with %s is to build nothing", async (_, asked, sold) => {
    const {orders, npv} = await bestPlan(question(asked), [kind("a", sold)], [worth(1, 1, 1, 1)], engine);
    expect([orders, npv]).toEqual([[], 0]);
  });
  it("opens nothing before power is available", async () => {
    const late = question({power: [{month: 3, capacity: 2}]});
    const {orders} = await bestPlan(late, [kind("a")], [worth(4, 3, 2, 1)], engine);
    expect(orders.map(({order, opening, units}) => [order, opening, units])).toEqual([[2, 3, 2]]);
  });
  it("buys again once units have retired", async () => {
    const short = [kind("a", {life: 2})];
    const {orders} = await bestPlan(question({power: [{month: 0, capacity: 1}]}), short, [worth(2, 1, 2, 1)], engine);
    expect(orders.map(({order, units}) => [order, units])).toEqual([
      [0, 1],
      [2, 1]
    ]);
  });
  it("spends a yearly budget in each year", async () => {
    const yearly = question({orders: [0, 12], horizon: 40, budget: 1e6, budget_by: "year"});
    const {orders} = await bestPlan(yearly, [kind("a", {life: 99})], [worth(1, 1)], engine);
    expect(orders.map(({order, units}) => [order, units])).toEqual([
      [0, 1],
      [12, 1]
    ]);
    expect(usesOf(yearly, [kind("a", {life: 99})], await bestPlan(yearly, [kind("a")], [worth(1, 1)], engine))).toEqual(
      [
        {limit: "power", used: 2, bound: 3, unit: "MW"},
        {limit: "budget", used: 1e6, bound: 1e6, unit: "USD"}
      ]
    );
  });
  it("uses most of the power in the month with the least headroom, not with the highest use", async () => {
    const stepped = question({
      ...{orders: [0, 12], horizon: 40, budget: 9e6},
      power: [
        {month: 0, capacity: 1},
        {month: 12, capacity: 3}
      ]
    });
    const kinds = [kind("a", {life: 99})];
    const plan = await bestPlan({...stepped, budget: 2e6}, kinds, [worth(2, 1)], engine);
    expect(plan.orders.map(({order, units}) => [order, units])).toEqual([
      [0, 1],
      [12, 1]
    ]);
    expect(usesOf(stepped, kinds, plan)[0]).toEqual({limit: "power", used: 1, bound: 1, unit: "MW"});
  });
  it("is that of an exhaustive search, in ten random cases", async () => {
    for (let seed = 0; seed < 10; ++seed) {
      const {asked, kinds, values} = randomCase(seed);
      const {npv} = await bestPlan(asked, kinds, values, engine);
      expect(npv / 1e6).toBeCloseTo(exhaustive(asked, kinds, values) / 1e6, 3);
    }
  });
});

/** At most two kinds and three months of order. */
function randomCase(seed: number): {asked: BuildQuestion; kinds: BuildKind[]; values: UnitValues} {
  const random = stream(`greenfield ${seed}`);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const kinds = ["a", "b"].map((key) =>
    kind(key, {power: between(0.5, 1.5), price: between(0.5e6, 2e6), life: Math.ceil(between(1, 4))})
  );
  const asked = question({
    ...{orders: [0, 1, 2], budget: between(2e6, 5e6)},
    power: [
      {month: 0, capacity: between(0, 2)},
      {month: 2, capacity: between(1, 4)}
    ]
  });
  return {asked, kinds, values: kinds.map(() => worth(between(-1, 2), between(-1, 2), between(-1, 2)))};
}

function exhaustive({power, orders, budget, horizon}: BuildQuestion, kinds: BuildKind[], values: UnitValues): number {
  const cells = kinds.flatMap((one, k) => orders.map((order, o) => ({one, order, value: values[k]![o]!.total})));
  const capacity = (month: number): number => power.filter((step) => step.month <= month).at(-1)?.capacity ?? 0;
  const fits = (counts: readonly number[]): boolean =>
    cells.reduce((sum, {one}, i) => sum + counts[i]! * one.price, 0) <= budget + 1e-6 &&
    Array.from({length: horizon}, (_, month) => month).every((month) => {
      const used = cells.reduce((sum, {one, order}, i) => {
        const opening = order + one.lead;
        return opening <= month && month < opening + one.life ? sum + counts[i]! * one.power : sum;
      }, 0);
      return used <= capacity(month) + 1e-9;
    });
  const search = (counts: number[]): number => {
    if (!fits([...counts, ...Array<number>(cells.length - counts.length).fill(0)])) return -Infinity;
    if (counts.length === cells.length) return counts.reduce((sum, count, i) => sum + count * cells[i]!.value, 0);
    return Math.max(...Array.from({length: 9}, (_, count) => search([...counts, count])));
  };
  return search([]);
}

describe("the value of more", () => {
  const kinds = [kind("a", {power: 1.5})];
  const values = [worth(2, 1, 1, 1)];
  it("is the difference between two best plans: a step for whole units, never a loss", async () => {
    const plan = await bestPlan(question(), kinds, values, engine);
    const found = await worthOfMore(question(), kinds, values, {plan, engine});
    const more = await bestPlan(question({power: [{month: 0, capacity: 4}]}), kinds, values, engine);
    const gains = new Map(found.map(({change, gain}) => [change, gain]));
    expect(gains.get("one more MW")).toBeCloseTo(more.npv - plan.npv, 0);
    expect(gains.get("one more MW")).toBe(0);
    expect(gains.get("20 % more power")).toBe(0);
    expect(found.every(({gain}) => gain >= 0)).toBe(true);
  });
  it("of an earlier month is that of the units that can then open", async () => {
    const late = question({power: [{month: 4, capacity: 3}]});
    const plan = await bestPlan(late, kinds, [worth(4, 3, 2, 1)], engine);
    const found = await worthOfMore(late, kinds, [worth(4, 3, 2, 1)], {plan, engine});
    expect(found.find(({change}) => change === "power one month earlier")!.gain).toBeCloseTo(2e6, 0);
  });
});

describe("robust plans", () => {
  const kinds = [kind("a"), kind("b")];
  const scenarios = new Map<string, UnitValues>([
    ["good", [worth(3, 0, 0, 0), worth(1, 0, 0, 0)]],
    ["bad", [worth(-3, 0, 0, 0), worth(1, 0, 0, 0)]]
  ]);
  it("have no regret where they are best, and never negative regret", async () => {
    const found = await robustPlans(question(), kinds, scenarios, engine);
    const regrets = found.flatMap((one) => [...one.regrets.values()]);
    expect(regrets.filter((regret) => regret < 0)).toEqual([]);
    for (const name of scenarios.keys())
      expect(found.find((one) => one.name === `best in “${name}”`)!.regrets.get(name)).toBe(0);
    expect(found.find(({name}) => name === "build nothing")!.regrets.get("good")).toBeCloseTo(9e6, 0);
  });
  it("start with the one with the smallest maximum regret", async () => {
    const [first, ...others] = await robustPlans(question(), kinds, scenarios, engine);
    expect(first!.name).toBe("least regret");
    expect(others.every(({regret}) => regret >= first!.regret)).toBe(true);
    // One “a” beside two “b”: 4 less than the best where it is good, 4 less where it is bad.
    expect(first!.regret).toBeCloseTo(4e6, 0);
  });
  it("lose money in a share of draws", async () => {
    const plan = await bestPlan(question(), kinds, scenarios.get("good")!, engine);
    const draws = [-1, 0, 1, 2].map((value): UnitValues => [worth(value, 0, 0, 0), worth(0, 0, 0, 0)]);
    expect(drawnWorth(plan, draws)).toMatchObject({median: 1.5e6, loss: 0.25});
  });
});

describe("a demand", () => {
  const cost = (...costs: number[]) => costs.map((each) => ({total: 0, residual: 0, cost: each * 1e6}));
  const asked = (amount: number, changes: Partial<BuildQuestion> = {}): BuildQuestion =>
    question({demand: {steps: [{month: 2, amount}], rates: [10, 25]}, horizon: 8, ...changes});
  const kinds = [kind("small", {power: 0.4, price: 0.4e6}), kind("large", {power: 1.3, price: 1.3e6})];

  it("is met from its month on, in whole units at minimum cost", async () => {
    // 40 a month: four small ones cost 4, a large one with two small ones 3.4, two large ones 2.8.
    const values = [cost(1.2, 1, 1, 1), cost(1.6, 1.4, 1.4, 1.4)];
    const {orders, served, cost: paid} = await bestPlan(asked(40), kinds, values, engine);
    expect(orders.map(({kind: key, order, units}) => [key, order, units])).toEqual([["large", 1, 2]]);
    expect([served, paid]).toEqual([1, 2.8e6]);
  });
  it("is met in part if power is insufficient, and the share is stated", async () => {
    // 3 MW hold two large ones and one small one: 60 of 120.
    const {served, orders} = await bestPlan(asked(120), kinds, [cost(1, 1, 1, 1), cost(1, 1, 1, 1)], engine);
    expect(served).toBeCloseTo(70 / 120, 9);
    expect(orders.reduce((sum, {power}) => sum + power, 0)).toBeLessThanOrEqual(3);
  });
  it("that no kind can serve is not served", async () => {
    const demand = {steps: [{month: 2, amount: 5}], rates: [0, 0]};
    const {served, orders} = await bestPlan(asked(5, {demand}), kinds, [cost(1, 1, 1, 1), cost(1, 1, 1, 1)], engine);
    expect([served, orders]).toEqual([0, []]);
  });
});
