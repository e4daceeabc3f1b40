import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bridgeOf, runScenario} from "../../data-loaders/run/project.js";
import {attribute, type Override} from "../../lib/model/index.js";
import {shapley} from "../../lib/model/shapley.js";
import {mathematics, model, tableBuilder, type Callable, type Table} from "../../lib/sheet/index.js";
import {at, project, reference} from "./project.js";

interface Product {
  x: number;
  y: number;
  product: number;
}

const table = tableBuilder<Product, Callable<typeof mathematics>>();
const box: Table<Product> = table<Product>(
  "box",
  "",
  ({input, formula}) => ({x: input("1", ""), y: input("1", ""), product: formula("1", "", (b) => b.x * b.y)}),
  {single: true}
);
const product = model([box], box, mathematics);
const inputs = {box: {keys: ["box"], columns: {x: {values: [2]}, y: {values: [3]}}}};
const set = (cell: string, value: number) => ({cell, value: String(value), place: "test"});
const changes = (...overrides: Override[]) => ({overrides, formulas: []});

describe("attribute(model, inputs, scenario, columns)", () => {
  it("divides 4 * 5 - 2 * 3 = 14 into 8 for x and 6 for y", () =>
    expect(attribute(product, inputs, changes(set("box.x", 4), set("box.y", 5)), ["box.product"])).toEqual([
      {column: "box.product", month: 0, input: "box.x", amount: 8},
      {column: "box.product", month: 0, input: "box.y", amount: 6}
    ]));
  it("gives one changed input all of the difference", () =>
    expect(attribute(product, inputs, changes(set("box.x", 4)), ["box.product"])).toMatchObject([{amount: 6}]));
  it("of no changes is nothing", () => expect(attribute(product, inputs, changes(), ["box.product"])).toEqual([]));
  it("gives a changed formula its share: with x = 4, x + y of 2 and 3 is 7, not 6", () => {
    const formulas = [{column: "box.product", text: "c.x + c.y"}];
    expect(attribute(product, inputs, {overrides: [set("box.x", 4)], formulas}, ["box.product"])).toEqual([
      {column: "box.product", month: 0, input: "box.x", amount: 4},
      {column: "box.product", month: 0, input: "box.product", amount: -3}
    ]);
  });
});

describe("attribute of more inputs than have names", () => {
  const names = Array.from({length: 10}, (_, i) => `x${i}`);
  type Wide = Record<`x${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | "sum", number>;
  const wide: Table<Wide> = tableBuilder<Wide, Callable<typeof mathematics>>()<Wide>(
    "wide",
    "",
    ({input, formula}) => ({
      x0: input("1", ""),
      x1: input("1", ""),
      x2: input("1", ""),
      x3: input("1", ""),
      x4: input("1", ""),
      x5: input("1", ""),
      x6: input("1", ""),
      x7: input("1", ""),
      x8: input("1", ""),
      x9: input("1", ""),
      sum: formula("1", "", (w) => w.x0 + w.x1 + w.x2 + w.x3 + w.x4 + w.x5 + w.x6 + w.x7 + w.x8 + w.x9)
    }),
    {single: true}
  );
  const inputs = {wide: {keys: ["wide"], columns: Object.fromEntries(names.map((name) => [name, {values: [0]}]))}};
  const steps = () =>
    attribute(model([wide], wide, mathematics), inputs, changes(...names.map((name, i) => set(`wide.${name}`, i))), [
      "wide.sum"
    ]);
  it("names the largest seven in the order given, however late they are, and adds up the rest", () =>
    expect(steps().map(({input, amount}) => [input, Number(amount.toFixed(9))])).toEqual([
      ...[3, 4, 5, 6, 7, 8, 9].map((i) => [`wide.x${i}`, i]),
      ["other inputs", 3]
    ]));
});

describe("shapley(values, i, players)", () =>
  it("adds up to what all players together add", () =>
    fc.assert(
      fc.property(fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 16, maxLength: 16}), (values) => {
        const sum = [0, 1, 2, 3].reduce((total, i) => total + shapley(values, i, 4), 0);
        expect(sum).toBeCloseTo(values[15]! - values[0]!, 4);
      }),
      {seed: 2026}
    )));

describe("the bridge of a scenario of many inputs", () => {
  const last = bridgeOf(project, "efficiency-leap").filter(({month}) => month === 59);
  it.each(["tokens", "cost_per_token", "price_per_token", "productivity_value"])(
    "leaves at most 15 % of the difference of %s without a name",
    (figure) => {
      const steps = last.filter(({column}) => column === `economy.${figure}`);
      const total = steps.reduce((sum, {amount}) => sum + amount, 0);
      const rest = steps.find(({input}) => input === "other inputs");
      expect(Math.abs(rest!.amount / total)).toBeLessThan(0.15);
    }
  );
});

describe("the bridge of a scenario", () => {
  const bridge = bridgeOf(project, "power-crunch");
  const {run} = runScenario(project, "power-crunch");
  it.each(["productivity_value", "cost_per_token", "carbon"])(
    "adds up to the difference of %s, in every month",
    (figure) => {
      for (const month of [0, 30, 59]) {
        const of = bridge.filter((one) => one.column === `economy.${figure}` && one.month === month);
        const difference =
          at(run, `economy.${figure}`, undefined, month) - at(reference.run, `economy.${figure}`, undefined, month);
        expect(of).toHaveLength(4);
        expect(of.reduce((sum, {amount}) => sum + amount, 0)).toBeCloseTo(difference, 3);
      }
    }
  );
});
