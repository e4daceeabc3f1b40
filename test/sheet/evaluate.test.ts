import {describe, expect, it} from "vitest";
import {cellsAt, evaluate, InputError, mathematics, model} from "../../lib/sheet/index.js";
import {accelerator, cluster, inputs, list, market, parameter, runFiveRows} from "./five-rows.js";

describe("evaluate", () => {
  it("formula converts units: W/GPU times GPU is kW, and kW is MWh/month", () => {
    const run = runFiveRows();
    expect(list(run, "cluster.power")).toEqual([100, 20, 5]);
    expect(list(run, "cluster.energy")).toEqual([73.05, 14.61, 3.6525]);
    expect(list(run, "cluster.energy_cost")).toEqual([7305, 1461, 365.25]);
  });
  it("lookup reads the row referred to", () =>
    expect(list(runFiveRows(), "cluster.board_power")).toEqual([1000, 500, 500]));
  it("rollup(sum) adds the rows that refer to this row", () =>
    expect(list(runFiveRows(), "accelerator.installed")).toEqual([100, 50]));
  it("rollup(sum) over no rows is 0", () =>
    expect(list(runFiveRows({"cluster.gpu": ["big", "big", "big"]}), "accelerator.installed")).toEqual([150, 0]));
  it("rollup(count) counts rows", () => expect(list(runFiveRows(), "market.clusters")).toEqual([3]));
  it("rollup(argmax) refers to the winning row, and a lookup follows it", () => {
    const run = runFiveRows({"cluster.count": [1, 40, 10]});
    expect(list(run, "market.biggest")).toEqual(["west"]);
    expect(list(run, "market.biggest_power")).toEqual([20]);
  });
  it("rollup(weighted_mean) weighs", () =>
    expect(list(runFiveRows({"cluster.count": [1, 1, 2]}), "market.mean_power")).toEqual([625]));
  it("a text is compared with a string", () => expect(list(runFiveRows(), "cluster.rent")).toEqual([0, 730.5, 0]));
  it("previous(column) in the first month is the initial value", () =>
    expect(list(runFiveRows(), "cluster.last_size")).toEqual([100, 40, 10]));
  it("previous(column) reads last month", () => {
    const run = runFiveRows({}, 3);
    expect([0, 1, 2].map((month) => list(run, "cluster.size", month)[0])).toEqual([100, 110, 120]);
    expect([0, 1, 2].map((month) => list(run, "cluster.last_size", month)[0])).toEqual([100, 100, 110]);
  });
  it("twice gives the same and changes no input", () => {
    const before = structuredClone(inputs);
    expect(list(runFiveRows({}, 5), "market.energy_cost", 4)).toEqual(
      list(runFiveRows({}, 5), "market.energy_cost", 4)
    );
    expect(inputs).toEqual(before);
  });
  it("columns that never change are computed once", () => {
    const run = runFiveRows({}, 5);
    expect(run.cells.get("cluster.board_power")!.kept).toBe(1);
    expect(run.cells.get("cluster.power")!.kept).toBe(5);
  });
  it("with only computes what is requested and needed, keeps no other months, and gives the same", () => {
    const small = evaluate(runFiveRows().model, inputs, {months: 5, only: ["market.energy_cost"]});
    expect(list(small, "market.energy_cost", 4)).toEqual(list(runFiveRows({}, 5), "market.energy_cost", 4));
    expect(cellsAt(small, "cluster.power", 4)).toBeUndefined();
    expect(small.cells.has("market.mean_power")).toBe(false);
  });
  it("draws run side by side, each as if alone", () => {
    const samples = Float64Array.of(0.1, 0.2, 0.4);
    const drawn = {
      ...inputs,
      parameter: {...inputs.parameter!, columns: {...inputs.parameter!.columns, power_price: {values: [0.1], samples}}}
    };
    const run = evaluate(runFiveRows().model, drawn, {months: 2, draws: 3});
    const alone = [...samples].map(
      (price) => list(runFiveRows({"parameter.power_price": [price]}, 2), "market.energy_cost", 1)[0]
    );
    expect([...cellsAt(run, "market.energy_cost", 1)!].map((value) => Number(value.toPrecision(12)))).toEqual(alone);
  });
});

describe("a cell that cannot be computed holds a reason", () => {
  it("a missing value stays missing, and propagates with its origin", () => {
    const run = runFiveRows({"accelerator.tdp": [1000, null]});
    const missing = {
      kind: "missing",
      cell: "accelerator[small].tdp",
      message: "accelerator[small].tdp: not available (input left blank)"
    };
    expect(list(run, "cluster.power")).toEqual([100, missing, missing]);
    expect(list(run, "market.energy_cost")).toEqual([missing]);
  });
  it("a division by zero is named, with the piece of the formula", () => {
    const [, west] = list(runFiveRows({"cluster.count": [100, 0, 10]}), "cluster.cost_per_gpu");
    expect(west).toMatchObject({kind: "division by zero", cell: "cluster[west].cost_per_gpu@0"});
    expect((west as {message: string}).message).toContain("c.energy_cost / c.size");
  });
  it("a reference to nothing is no match", () => {
    const [east] = list(runFiveRows({"cluster.gpu": [null, "small", "small"]}), "cluster.power");
    expect(east).toMatchObject({kind: "no match", cell: "cluster[east].gpu"});
  });
  it("a mean over no weight has no rows", () =>
    expect(list(runFiveRows({"cluster.count": [0, 0, 0]}), "market.mean_power")).toMatchObject([{kind: "no rows"}]));
  it("a comparison does not hide it", () => {
    const run = runFiveRows({"cluster.added": [null, 0, 0]}, 2);
    expect(list(run, "cluster.size", 1)[0]).toMatchObject({kind: "missing", cell: "cluster[east].added"});
  });
});

describe("inputs", () => {
  it("a reference to an unknown row throws, with a suggestion", () =>
    expect(() => runFiveRows({"cluster.gpu": ["bigg", "small", "small"]})).toThrow(
      new InputError('cluster.gpu: unknown accelerator "bigg"\n  did you mean big?\n  accelerators: big, small')
    ));
  it("a column without values throws", () => {
    const {tdp: _, ...columns} = inputs.accelerator!.columns;
    const without = {...inputs, accelerator: {...inputs.accelerator!, columns}};
    expect(() => evaluate(model([accelerator, cluster, market], parameter, mathematics), without)).toThrow(
      "accelerator.tdp: no values were given"
    );
  });
});
