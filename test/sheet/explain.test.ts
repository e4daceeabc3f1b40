import {describe, expect, it} from "vitest";
import {cellAt, evaluate, explain, type Explanation, type Provenance, type Run} from "../../lib/sheet/index.js";
import {fiveRows, inputs, runFiveRows} from "./five-rows.js";

const explained = (run: Run, cell: string): Explanation => explain(run, cellAt(run, cell));

describe("explain", () => {
  it("an input: its provenance and dependents", () => {
    const provenance: Provenance = {
      low: 900,
      high: 1200,
      family: "pert",
      sources: ["data-sheet"],
      note: "",
      place: "accelerator.csv:2"
    };
    const tdp = {values: [1000, 500], provenance: [provenance, null]};
    const accelerator = {...inputs.accelerator!, columns: {...inputs.accelerator!.columns, tdp}};
    const run = evaluate(fiveRows, {...inputs, accelerator});
    expect(explained(run, "accelerator[big].tdp")).toEqual({
      cell: "accelerator[big].tdp",
      kind: "input",
      doc: "Thermal design power",
      unit: "W/GPU",
      value: 1000,
      formula: "",
      inputs: [],
      provenance,
      readers: ["accelerator.draw", "cluster.board_power"]
    });
    expect(explained(run, "accelerator[small].tdp")).not.toHaveProperty("provenance");
  });
  it("a formula: its precedents, including parameters", () =>
    expect(explained(runFiveRows(), "cluster[east].energy_cost")).toMatchObject({
      cell: "cluster[east].energy_cost@0",
      kind: "formula",
      unit: "USD/month",
      formula: "energy * parameter.power_price",
      inputs: [
        {cell: "cluster[east].energy@0", unit: "MWh/month"},
        {cell: "parameter.power_price", unit: "USD/kWh", value: 0.1}
      ],
      readers: ["cluster.rent", "cluster.cost_per_gpu", "market.energy_cost"]
    }));
  it("a formula of a later month: that month's cells", () =>
    expect(explained(runFiveRows({}, 3), "cluster[east].size@2")).toMatchObject({
      cell: "cluster[east].size@2",
      value: 120,
      inputs: [
        {cell: "cluster[east].last_size@2", value: 110},
        {cell: "cluster[east].added", value: 10},
        {cell: "cluster[east].count", value: 100},
        {cell: "parameter.month@2", value: 2},
        {cell: "parameter.step", value: 1}
      ]
    }));
  it("a lookup: the reference and the row referred to", () =>
    expect(explained(runFiveRows(), "cluster[west].board_power")).toMatchObject({
      kind: "lookup",
      formula: "gpu → tdp",
      value: 500,
      inputs: [
        {cell: "cluster[west].gpu", value: "small"},
        {cell: "accelerator[small].tdp", value: 500}
      ]
    }));
  it("a lookup through a rollup(argmax)", () =>
    expect(explained(runFiveRows(), "market[market].biggest_power").inputs).toMatchObject([
      {cell: "market.biggest@0", value: "east"},
      {cell: "cluster[east].power@0", value: 100}
    ]));
  it("a rollup: the rows that it covers", () =>
    expect(explained(runFiveRows(), "accelerator[small].installed")).toMatchObject({
      kind: "rollup",
      formula: "sum(cluster.count)",
      value: 50,
      inputs: [
        {cell: "cluster[west].count", value: 40},
        {cell: "cluster[north].count", value: 10},
        {cell: "cluster[west].gpu", value: "small"},
        {cell: "cluster[north].gpu", value: "small"}
      ]
    }));
  it("a rollup of a one-row table: all rows", () =>
    expect(explained(runFiveRows(), "market[market].clusters").inputs.map(({cell}) => cell)).toEqual([
      "cluster[east].count",
      "cluster[west].count",
      "cluster[north].count"
    ]));
  it("previous: last month's cell", () =>
    expect(explained(runFiveRows({}, 3), "cluster[east].last_size@2")).toMatchObject({
      kind: "previous",
      formula: "previous(size), at first count",
      value: 110,
      inputs: [{cell: "cluster[east].size@1", value: 110}, {cell: "cluster[east].count"}]
    }));
  it("a fault: its reason, and the cell where it began", () => {
    const run = runFiveRows({"accelerator.tdp": [1000, null]});
    const fault = {
      kind: "missing",
      cell: "accelerator[small].tdp",
      message: "accelerator[small].tdp: not available (input left blank)"
    };
    expect(explained(run, "cluster[west].power")).toMatchObject({
      value: fault,
      inputs: [{value: 40}, {value: fault}]
    });
  });
  it("a lookup through an empty reference: the reference alone", () =>
    expect(
      explained(runFiveRows({"cluster.gpu": [null, "small", "small"]}), "cluster[east].board_power")
    ).toMatchObject({
      value: {kind: "no match"},
      inputs: [{cell: "cluster[east].gpu", value: {kind: "missing"}}]
    }));
});
