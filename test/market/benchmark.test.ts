import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  percentile,
  peerOutputs,
  peersOf,
  compareWithMedian,
  yardsticks,
  type MeasuredLayer,
  type Yardstick
} from "../../lib/market/index.js";
import {keysOf, numberAt} from "../../lib/sheet/index.js";
import {prepare, type Study} from "../../lib/uncertainty/index.js";
import {reference} from "../model/project.js";

const layers = Object.keys(yardsticks) as MeasuredLayer[];

describe("a yardstick", () => {
  it.each(layers)("of a %s explains the profit of every such company of the model to the last digit", (layer) => {
    const {table, figures, margin}: Yardstick = yardsticks[layer];
    keysOf(reference.run, table).forEach((_, row) => {
      const cell = (column: string): number => numberAt(reference.run, `${table}.${column}`, row, 0);
      if (!(cell("revenue") > 0)) return;
      expect(margin(figures(cell))).toBeCloseTo(cell("profit") / cell("revenue"), 9);
    });
  });
});

describe("percentile", () => {
  const peers = [0, 10, 20, 40, 80];
  it("is 0 below all, 1 above all, and linear between", () => {
    expect([-1, 0, 5, 20, 60, 90].map((value) => percentile(value, peers))).toEqual([0, 0, 0.125, 0.5, 0.875, 1]);
  });
  it("rises with the value", () =>
    fc.assert(
      fc.property(fc.double({min: -5, max: 90, noNaN: true}), fc.double({min: -5, max: 90, noNaN: true}), (a, b) => {
        expect(percentile(Math.min(a, b), peers)).toBeLessThanOrEqual(percentile(Math.max(a, b), peers));
      })
    ));
});

describe("the gap to the median company", () => {
  const median = {
    price: 3,
    utilisation: 0.8,
    pue: 1.2,
    power_price: 0.07,
    power: 1,
    hardware: 50000,
    capital_charge: 0.2,
    operation: 0.3,
    overhead: 0.14
  };
  const {neocloud} = yardsticks;
  it("is divided into parts that add up to 100 %", () =>
    fc.assert(
      fc.property(
        fc.tuple(
          fc.double({min: 1, max: 8, noNaN: true}),
          fc.double({min: 0.3, max: 0.79, noNaN: true}),
          fc.double({min: 1, max: 1.6, noNaN: true})
        ),
        ([price, utilisation, pue]) => {
          const own = {price, utilisation, pue, hardware: 60000};
          const {gaps, margin} = compareWithMedian(neocloud, own, median);
          expect(gaps.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 6);
          expect(margin).toBeCloseTo(neocloud.margin({...median, ...own}), 9);
        }
      )
    ));
  it("of one figure is that figure's", () => {
    const {gaps} = compareWithMedian(neocloud, {price: 4}, median);
    expect(gaps).toEqual([
      {part: "price", amount: neocloud.margin({...median, price: 4}) - neocloud.margin(median), share: 1}
    ]);
  });
  it("keeps the unexplained part separate", () => {
    const {gaps, margin} = compareWithMedian(neocloud, {price: 4, margin: 0}, median);
    expect(margin).toBeCloseTo(0, 12);
    expect(gaps.map(({part}) => part)).toEqual(["price", "unexplained"]);
    expect(gaps.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
  });
  it("of a company without a gap has no shares", () =>
    expect(compareWithMedian(neocloud, {price: 3}, median).gaps[0]!.share).toBeNaN());
});

describe("peers", () => {
  it("are the model's companies in all draws", () => {
    const {run} = reference;
    const {inputs} = run;
    const study: Study = {
      inputs,
      months: 1,
      start: run.start,
      design: {spread: "latin", draws: 16, seed: 1},
      correlations: [],
      outputs: peerOutputs(run.model, inputs),
      at: [0],
      series: []
    };
    const peers = peersOf(study, prepare(run.model, study).run(0, 16), run.model);
    const pue = peers.find(({layer, metric}) => layer === "neocloud" && metric === "pue")!;
    expect(pue.count).toBe(16 * 8);
    expect(pue.values).toHaveLength(101);
    expect(pue.values[0]).toBeGreaterThanOrEqual(1.04);
    expect(pue.values).toEqual([...pue.values].sort((a, b) => a - b));
  });
});
