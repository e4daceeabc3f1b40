import {describe, expect, it} from "vitest";
import type {Inputs, Provenance} from "../../lib/sheet/index.js";
import {
  driversOf,
  joined,
  outputOf,
  drawInputs,
  prepare,
  ranges,
  readCorrelations,
  sobolIndices,
  type Correlation,
  type Move,
  type Study,
  type StudyChanges
} from "../../lib/uncertainty/index.js";
import {fiveRows, inputs, list, runFiveRows} from "../sheet/five-rows.js";

const between = (low: number, high: number): Provenance => ({
  low,
  high,
  family: "uniform",
  sources: [],
  note: "",
  place: ""
});

/** The five rows, with ranges around the power price and every accelerator's power. */
const uncertain: Inputs = {
  ...inputs,
  parameter: withRange("parameter", "power_price", [between(0, 0.2)]),
  accelerator: withRange("accelerator", "tdp", [between(900, 1100), between(400, 600)])
};

function withRange(table: string, column: string, provenance: Provenance[]): Inputs[string] {
  const before = inputs[table]!;
  return {...before, columns: {...before.columns, [column]: {...before.columns[column]!, provenance}}};
}

const study = (changes: Partial<Study> = {}): Study => ({
  inputs: uncertain,
  months: 2,
  start: "2026-12",
  design: {spread: "latin", draws: 2000, seed: 1},
  correlations: [],
  outputs: ["market.energy_cost", "market.mean_power"],
  at: [0, 1],
  series: ["cluster.energy_cost"],
  ...changes
});

function run(changes: Partial<Study> = {}) {
  const prepared = prepare(fiveRows, study(changes));
  return {prepared, draws: prepared.run(0, prepared.draws)};
}

const correlation = (first: string, second: string, rank_correlation: number): Correlation => ({
  key: "",
  first,
  second,
  rank_correlation,
  source: "judgement",
  note: "",
  place: "correlation.csv:2"
});

const correlations = [correlation("accelerator[*].tdp", "accelerator[*].tdp", 0.8)];
const doubled: Move = {
  ...{cell: "parameter.power_price", how: "multiply", name: "doubling"},
  amount: {low: 1, central: 2, high: 3, family: "uniform"}
};

describe("a study", () => {
  it("gives the same for other draws, months or ends, whether prepared for them or varied", () => {
    const first = prepare(fiveRows, study({design: {spread: "latin", draws: 100, seed: 1}}));
    first.run(0, 100);
    const others: StudyChanges[] = [
      {design: {spread: "latin", draws: 70, seed: 2}, at: [1]},
      {design: {spread: "latin", draws: 70, seed: 2}, at: [0, 1], scheme: {kind: "ends"}}
    ];
    for (const changes of others) {
      const [varied, alone] = [first.vary(changes), prepare(fiveRows, study(changes))];
      expect(varied.draws).toBe(alone.draws);
      expect(varied.run(0, varied.draws)).toEqual(alone.run(0, alone.draws));
    }
  });
  it("draws some inputs the same alone as among all, including correlated ones", () => {
    const correlations = [correlation("accelerator[big].tdp", "parameter.power_price", 0.7)];
    const {drivers, values} = drawInputs(fiveRows, study({correlations}));
    const all = values(10, 50);
    drivers.forEach((_, i) => expect(values(10, 50, [i])).toEqual([all[i]]));
  });
  it("draws an input the same for any requested outputs, in Sobol' points and their swaps", () => {
    const design = {spread: "sobol" as const, draws: 8, seed: 1};
    const drawn = (outputs: string[], swaps: boolean) => {
      const one = study({outputs, design, series: [], at: [0]});
      const factors = driversOf(fiveRows, uncertain, outputs).map((_, i) => [i]);
      const {drivers, values} = drawInputs(fiveRows, swaps ? {...one, scheme: {kind: "swaps", factors}} : one);
      const place = drivers.findIndex(({cell}) => cell === "accelerator[small].tdp");
      return values(0, 16, [place])[0];
    };
    const [few, many] = [["market.mean_power"], ["market.energy_cost"]];
    for (const swaps of [false, true]) expect(drawn(many, swaps)).toEqual(drawn(few, swaps));
  });
  it("draws the inputs with a range that its outputs depend on", () => {
    expect(driversOf(fiveRows, uncertain, ["market.energy_cost"]).map(({cell}) => cell)).toEqual(
      expect.arrayContaining(["accelerator[big].tdp", "accelerator[small].tdp", "parameter.power_price"])
    );
    expect(driversOf(fiveRows, uncertain, ["market.mean_power"])).toHaveLength(2);
  });
  it("of a column that is proportional to a uniform input gives its 5, 50 and 95 % points", () => {
    const only = {...uncertain, accelerator: inputs.accelerator!};
    const central = Number(list(runFiveRows(), "market.energy_cost")[0]);
    const [first] = ranges(study(), run({inputs: only}).draws);
    expect([first!.low, first!.median, first!.high].map((value) => Math.round((value / central) * 100) / 100)).toEqual([
      0.1, 1, 1.9
    ]);
  });
  it("without uncertain inputs gives points", () => {
    const [first] = ranges(study(), run({inputs}).draws);
    expect([first!.low, first!.high]).toEqual([7305 + 1461 + 365.25, 7305 + 1461 + 365.25]);
  });
  it.each(["random", "latin", "sobol"] as const)(
    "in parts, in any order, is the %s study as a whole, to the byte",
    (spread) => {
      const design = {spread, draws: 300, seed: 5};
      const {prepared, draws} = run({design});
      const parts = [prepared.run(200, 300), prepared.run(0, 77), prepared.run(77, 200)];
      expect(joined(study({design}), parts)).toEqual(draws);
    }
  );
  it.each([
    ["plain draws", {}],
    ["matrices with swapped factors", {scheme: {kind: "swaps", factors: [[0], [1, 2], [2]]}}],
    ["factors that split what is correlated", {scheme: {kind: "swaps", factors: [[0], [1], [2]]}, correlations}],
    ["whole bundles that are swapped", {scheme: {kind: "swaps", factors: [[0, 1], [2]]}, correlations}],
    ["variants", {scheme: {kind: "variants", variants: [[], [doubled], [], [doubled, doubled]]}}]
  ] satisfies [string, Partial<Study>][])(
    "in the order of shared inputs is the same, to the byte: %s",
    (_, changes) => {
      const design = {spread: "sobol", draws: 70, seed: 5} as const;
      const {draws} = run({...changes, design});
      const prepared = prepare(fiveRows, study({...changes, design}));
      const {order} = prepared;
      expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
      const half = order.length >> 1;
      const parts = [order.subarray(0, half), order.subarray(half)].map((some) => ({
        some,
        values: prepared.take(some)
      }));
      const values = new Float64Array(draws.values.length);
      for (const {some, values: own} of parts)
        for (let i = 0; i < 4; ++i)
          some.forEach((draw, k) => (values[i * order.length + draw] = own[i * some.length + k]!));
      expect(values).toEqual(draws.values);
    }
  );
  it("counts every series, row by row and month by month", () => {
    const {prepared} = run();
    const wanted = outputOf(study(), run({outputs: ["market.energy_cost"]}).draws, "market.energy_cost", 0);
    expect(wanted).toHaveLength(2000);
    const median = (row: number, month: number) => prepared.sketches.quantiles(month * 3 + row, [0.5])[0]!;
    const central = (month: number) => list(runFiveRows({}, 2), "cluster.energy_cost", month).map(Number);
    for (const month of [0, 1])
      for (const row of [0, 1, 2]) expect(Math.abs(median(row, month) / central(month)[row]! - 1)).toBeLessThan(0.02);
  });
  it("swaps one factor after another: the price brings nearly all of the cost's variance", () => {
    const design = {spread: "sobol" as const, draws: 512, seed: 1};
    const drivers = driversOf(fiveRows, uncertain, study().outputs);
    const factors = drivers.map((_, i) => [i]);
    const changes = {design, scheme: {kind: "swaps" as const, factors}, series: []};
    const {draws} = run(changes);
    const found = sobolIndices(outputOf(study(changes), draws, "market.energy_cost", 0), 512);
    const price = drivers.findIndex(({cell}) => cell === "parameter.power_price");
    expect(found[price]!.total.estimate).toBeGreaterThan(0.9);
  });
  it("goes to both ends of each driver, and to the centre last", () => {
    const {prepared, draws} = run({scheme: {kind: "ends"}});
    const price = prepared.drivers.findIndex(({cell}) => cell === "parameter.power_price");
    const cost = outputOf(study(), draws, "market.energy_cost", 0);
    expect([cost[2 * price], Math.round(cost[2 * price + 1]! / cost.at(-1)!)]).toEqual([0, 2]);
  });
});

describe("correlations", () => {
  it("of ranks are reached, and the ranges of each input stay as they were", () => {
    const {prepared} = run({correlations: [correlation("accelerator[*].tdp", "accelerator[*].tdp", 0.8)]});
    const [big, small] = prepared.values(0, 2000).filter((_, i) => prepared.drivers[i]!.column === "accelerator.tdp");
    expect(rankCorrelation(big!, small!)).toBeCloseTo(0.8, 1);
    expect(big!.every((value) => value > 900 && value < 1100)).toBe(true);
    expect(big!.reduce((sum, value) => sum + value, 0) / 2000).toBeCloseTo(1000, -1);
  });
  it("leave one draw in each stratum of a Latin hypercube", () => {
    const {prepared} = run({correlations: [correlation("accelerator[*].tdp", "accelerator[*].tdp", -0.6)]});
    const drawn = prepared.values(0, 2000).filter((_, i) => prepared.drivers[i]!.column === "accelerator.tdp");
    for (const values of drawn)
      expect(new Set(values.map((value) => Math.floor(((value - 900) / 200) * 2000))).size).toBe(2000);
  });
  it("are the same in a part of the draws as in all", () => {
    const {prepared} = run({correlations: [correlation("accelerator[*].tdp", "accelerator[*].tdp", 0.5)]});
    const whole = prepared.values(0, 2000);
    expect(prepared.values(700, 900)).toEqual(whole.map((values) => values.subarray(700, 900)));
  });
  it("that are contradictory are refused, with their place", () => {
    const correlations = [
      correlation("accelerator[big].tdp", "accelerator[small].tdp", 0.9),
      correlation("accelerator[big].tdp", "parameter.power_price", 0.9),
      correlation("accelerator[small].tdp", "parameter.power_price", -0.9)
    ];
    expect(() => prepare(fiveRows, study({correlations}))).toThrow(
      "correlation.csv:2: the correlations of these inputs contradict"
    );
  });
  const header = "key,first,second,rank_correlation,source,note";
  it("are read with their sources", () =>
    expect(readCorrelations(`${header}\na,x.y,z[*].w,0.5,judgement,because`, "c.csv", new Set(["judgement"]))).toEqual([
      {...correlation("x.y", "z[*].w", 0.5), key: "a", note: "because", place: "c.csv:2"}
    ]));
  it.each([
    ["a,x.y,z.w,1.5,judgement,n", 'c.csv:2: rank_correlation: "1.5": is not a rank correlation'],
    ["a,xy,z.w,0.5,judgement,n", 'c.csv:2: first: "xy": is not a cell'],
    ["a,x.y,z.w,0.5,someone,n", 'c.csv:2: source: unknown source "someone"'],
    ["a,x.y,z.w,0.5,judgement,", "a judgement needs a note"]
  ])("%s is refused", (row, message) =>
    expect(() => readCorrelations(`${header}\n${row}`, "c.csv", new Set(["judgement"]))).toThrow(message)
  );
});

function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const [x, y] = [ranks(a), ranks(b)];
  const centre = (a.length - 1) / 2;
  const sum = (f: (i: number) => number): number => x.reduce((all, _, i) => all + f(i), 0);
  return sum((i) => (x[i]! - centre) * (y[i]! - centre)) / sum((i) => (x[i]! - centre) ** 2);
}

function ranks(values: Float64Array): number[] {
  const out = new Array<number>(values.length);
  [...values.keys()].sort((i, k) => values[i]! - values[k]!).forEach((place, rank) => (out[place] = rank));
  return out;
}
