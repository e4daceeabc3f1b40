import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {approach, clearingPrice, functions, type Functions} from "../../lib/model/functions.js";
import {clock, evaluate, keysOf, model, numberAt, tableBuilder, type Table} from "../../lib/sheet/index.js";

/**
 * Five markets that differ in supply, and share demand, elasticity and pace: the price law without the chain around it.
 */
interface Market {
  supply: number;
  last_price: number;
  last_tightness: number;
  price: number;
  demand: number;
  tightness: number;
}

interface Rules {
  month: number;
  step: number;
  elasticity: number;
  pace: number;
}

const table = tableBuilder<Rules, Functions>();
const rules: Table<Rules> = table<Rules>(
  "rules",
  "What all markets share.",
  ({input}) => ({
    month: clock("Months since the start"),
    step: clock("One month"),
    elasticity: input("1", "By how much demand falls with the price"),
    pace: input("1/month", "How fast the price closes a gap")
  }),
  {single: true}
);
const market: Table<Market> = table<Market>("market", "A market.", ({input, formula, previous}) => ({
  supply: input("1", "What can be sold, relative to demand at the price of 1"),
  last_price: previous("price", 1),
  last_tightness: previous("tightness", 1),
  price: formula("1", "Price", (m, p, f) =>
    f.approach(m.last_price, m.last_price * f.clearing_price(m.last_tightness, p.elasticity, 10), p.pace * p.step)
  ),
  demand: formula("1", "Demand at the price", (m, p) => m.price ** (0 - p.elasticity)),
  tightness: formula("1", "Demand over supply", (m) => m.demand / m.supply)
}));
const five = model([market], rules, functions);

function prices(supply: number[], elasticity: number, pace: number, months = 36): number[][] {
  const column = (values: number[]) => ({values});
  const run = evaluate(
    five,
    {
      market: {keys: supply.map((_, row) => `m${row}`), columns: {supply: column(supply)}},
      rules: {keys: ["rules"], columns: {elasticity: column([elasticity]), pace: column([pace])}}
    },
    {months}
  );
  return keysOf(run, "market").map((_, row) =>
    Array.from({length: months}, (_, month) => numberAt(run, "market.price", row, month))
  );
}

describe("the price law on five markets", () => {
  const found = prices([0.5, 0.8, 1, 1.25, 2], 0.8, 0.3);
  it("ends where demand fits supply: supply to the power of -1 / elasticity", () =>
    expect(found.map((path) => path.at(-1)!.toFixed(3))).toEqual(
      [0.5, 0.8, 1, 1.25, 2].map((supply) => (supply ** (-1 / 0.8)).toFixed(3))
    ));
  it("a market in balance keeps its price", () => expect(new Set(found[2])).toEqual(new Set([1])));
  it("rises all the way in a shortage and falls all the way in a glut: no month turns back", () => {
    const rising = (path: number[]) => path.every((price, month) => month === 0 || price >= path[month - 1]! - 1e-12);
    expect(found.map(rising)).toEqual([true, true, true, false, false]);
    expect(found.map((path) => rising([...path].reverse()))).toEqual([false, false, true, true, true]);
  });
  it("does not turn back at any elasticity, pace and supply", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0.1, max: 3, noNaN: true}),
        fc.double({min: 0.01, max: 5, noNaN: true}),
        fc.double({min: 0.2, max: 5, noNaN: true}),
        (elasticity, pace, supply) => {
          const [path] = prices([supply], elasticity, pace, 24);
          const way = Math.sign(Math.log(path!.at(-1)! / path![0]!));
          const steps = path!.slice(1).map((price, month) => way * Math.log(price / path![month]!));
          expect(Math.min(...steps)).toBeGreaterThan(-1e-9);
        }
      ),
      {seed: 2026}
    ));
});

describe("clearing_price(tightness, elasticity, ceiling)", () =>
  it.each([
    [1, 0.5, 4, 1],
    [1.1, 0.5, 4, 1.21],
    [3, 0.5, 4, 4],
    [0.5, 0.5, 4, 0.25]
  ])("%d %d %d is %d", (tightness, elasticity, ceiling, price) =>
    expect(clearingPrice(tightness, elasticity, ceiling)).toBeCloseTo(price, 12)
  ));

describe("approach(last, target, time)", () => {
  it("after no time is the last value, after long the target", () => {
    expect(approach(2, 8, 0)).toBe(2);
    expect(approach(2, 8, 50)).toBeCloseTo(8, 12);
  });
  it("after one time constant has closed 63 % of the way, in logarithms", () =>
    expect(Math.log(approach(1, Math.E, 1))).toBeCloseTo(1 - 1 / Math.E, 12));
});
