import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  percentile,
  peerOutputs,
  peersOf,
  readFigures,
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
  it("keeps what the figures do not explain apart", () => {
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

describe("a company's own figures", () => {
  const read = (text: string) => readFigures(text, yardsticks.neocloud);
  it("are read from rows of metric and value, converted where there is a unit", () =>
    expect(read("metric,value,unit\nprice,2.75,\nutilisation,62 %,\npower_price,90,USD/MWh\nmargin,-0.1,")).toEqual({
      price: 2.75,
      utilisation: 0.62,
      power_price: 0.09,
      margin: -0.1
    }));
  it.each([
    ["metric,value\nprice,2.75\nutilisation,0.62", "commas"],
    ["metric;value\nprice;2,75\nutilisation;62 %", "semicolons and decimal commas"],
    ["metric;value;unit\nprice;2,75\nutilisation;62;%", "a row without a unit"],
    ["metric\tvalue\nprice\t2,75\nutilisation\t0,62", "tabs"],
    ["sep=;\r\nmetric;value\r\nprice;2.75\r\nutilisation;0.62\r\n", "a line that names the delimiter"],
    ["\uFEFFmetric,value,\rprice,2.75,\rutilisation,0.62,\r", "a byte order mark and a trailing empty column"],
    ["Metric , Value ,note\n,,\nprice,2.75,a; b\nutilisation,62 %,", "notes and blank rows"],
    ["metric,value,unit\nprice,2.75,\nutilisation,62 %,%", "a percentage whose unit says so, too"],
    ["price;utilisation;pue\n2,75;0,62;", "one row under names"]
  ])("%j: %s", (text) => expect(read(text)).toEqual({price: 2.75, utilisation: 0.62}));
  it("of thousands are read where groups leave no doubt", () =>
    expect(read("metric;value\nhardware;35.000,00\npue;1,1")).toEqual({hardware: 35000, pue: 1.1}));
  it.each([
    ["metric,value\n\nutilization,0.5", 'line 3: unknown figure "utilization"\n  did you mean utilisation?'],
    ["metric,value,units\nprice,2.75,USD/MWh", 'line 1: unknown column "units"\n  did you mean unit?'],
    [
      "metric,value\nprice,2,75",
      'line 2: "75" stands under no name: the cells of this file are divided by a comma; write 2.75 with a point'
    ],
    ["price,utilisation\n2,75,0,62", 'line 2: "0" stands under no name: the cells of this file are divided by a comma'],
    ['metric,value\nhardware,"35,000"', 'line 2: hardware: "35,000" may mean 35.000 or 35000: write 35000, or 35.0'],
    ["metric;value\nhardware;35.000\npue;1,1", 'line 2: hardware: "35.000" may mean 35.000 or 35000'],
    ["metric,value\nprice,cheap", 'line 2: price: "cheap" is not a number: write 2.75, or 62 %'],
    ['metric,value\nprice,"$2.75"', 'line 2: price: "$2.75" has the sign of a currency'],
    ["metric,value\nutilisation,62", "line 2: utilisation: 62 is not a share: write 0.62 or 62 %"],
    ["metric,value\nprice,12%", "line 2: price: 12% is a percentage, the figure an amount: write it in USD/GPU-hour"],
    ["metric,value,unit\nprice,2.75,%", "line 2: price: 2.75 is a percentage, the figure an amount"],
    [
      "metric,value\nprice,0",
      "line 2: price: 0 USD/GPU-hour is not between 0.01 and 1000: check the number and its unit"
    ],
    ["metric,value\nutilisation,0", "line 2: utilisation: 0 share is not between 0.001 and 1"],
    ["metric,value\nprice,\u22122.75", "line 2: price: -2.75 USD/GPU-hour is not between"],
    ["metric,value\npower,700", "line 2: power: 700 kW/GPU is not between 0.01 and 50"],
    ["metric,value\npue,0.5", "line 2: pue: 0.5 is not between 1 and 5"],
    ["metric,value\nmargin,1.2", "line 2: margin: 1.2 is not between -100 and 1"],
    ["metric,value\nprice,1e400", 'line 2: price: "1e400" is more than a number can hold'],
    ["metric,value,unit\nprice,2,USD/kWh", "line 2: price: USD/kWh does not go with USD/GPU-hour"],
    ["metric,value,unit\nprice,2,florins", 'unknown unit "florins"'],
    ["metric,value\nprice,2\nprice,3", "line 3: price stands twice"],
    ["metric,value,metric\nprice,2,pue", 'line 1: the column "metric" stands twice'],
    ["metric,amount\nprice,2", 'line 1: unknown column "amount"'],
    ["metric\nprice", 'line 1: the column "value" is missing'],
    ["price,pue\n1,2\n3,4", "has one row of values, not 2"],
    ["metric,value", "the file holds no figure"],
    ["", "one row of values, not 0"]
  ])("%j: %s", (text, message) => expect(() => read(text)).toThrow(message));
});
