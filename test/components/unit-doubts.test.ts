import {describe, expect, it} from "vitest";
import {doubtsOfHeader, doubtsOfSize, headed, namesakes} from "../../src/components/own/unit-doubts.js";

const tdp = {table: "accelerator", name: "tdp", unit: "W"};
const power = {table: "site", name: "power", unit: "MW"};
const used = {table: "cluster", name: "power", unit: "kW"};
const model = [tdp, power, used, {table: "accelerator", name: "key", unit: ""}];

describe("the header of a column", () => {
  it.each([
    ["tdp (kW)", "tdp", "kW"],
    ["TDP [kW]", "tdp", "kW"],
    ["tdp_kw", "tdp", "kW"],
    ["tdp, MW", "tdp", "MW"],
    ["Price (USD/GPU-hour)", "price", "USD/GPU-hour"],
    ["tdp", "tdp", ""],
    ["power (average)", "power_average", ""],
    ["net power", "net_power", ""]
  ])("“%s” is %s in “%s”", (header, name, unit) => expect(headed(header)).toEqual({name, unit}));
});

describe("the unit of a column that has the name of one of the model's", () => {
  const doubts = (header: string): string[] => doubtsOfHeader(header, namesakes(header, model));
  it("is doubtful if the header states another, with the factor", () =>
    expect(doubts("tdp (kW)")).toEqual(["“tdp (kW)” is in kW, accelerator.tdp in W: multiply by 1,000 to compare."]));
  it("is reported once for all tables with a unit, and without the denominator", () => {
    const each = ["accelerator", "fleet"].map((table) => ({table, name: "tdp", unit: "W/GPU"}));
    expect(doubtsOfHeader("tdp (kW)", each)).toEqual([
      "“tdp (kW)” is in kW, accelerator.tdp in W/GPU: multiply by 1,000 to compare."
    ]);
    expect(doubtsOfHeader("tdp (W)", each)).toEqual([]);
    expect(
      doubtsOfSize(
        "tdp",
        [0.7],
        each.map((column) => ({column, size: 700}))
      )
    ).toHaveLength(1);
  });
  it("is doubtful where nothing can be compared", () =>
    expect(doubts("tdp_usd")).toEqual(["“tdp_usd” is in USD, accelerator.tdp in W: they can't be compared."]));
  it("is not doubtful if one of the model's columns has it", () => expect(doubts("power_kW")).toEqual([]));
  it.each(["tdp", "key", "price (USD)"])("is none for “%s”", (header) => expect(doubts(header)).toEqual([]));
});

describe("numbers of a column that has the name of one of the model's", () => {
  const typical = [{column: tdp, size: 700}];
  it.each([
    [[0.4, 0, 0.7, 1], "“tdp” is about 1,000 times smaller than accelerator.tdp in W: in another unit?"],
    [[7e8], "“tdp” is about 1,000,000 times larger than accelerator.tdp in W: in another unit?"]
  ])("%j may be in another unit", (values, words) => expect(doubtsOfSize("tdp", values, typical)).toEqual([words]));
  it.each([[[400, 1200]], [[20]], [[5]], [[]], [[0]]])("%j are not doubted", (values) =>
    expect(doubtsOfSize("tdp", values, typical)).toEqual([])
  );
  it("are not doubted if another column of that name has similar ones", () =>
    expect(
      doubtsOfSize(
        "power",
        [20],
        [
          {column: power, size: 2e-2},
          {column: used, size: 15}
        ]
      )
    ).toEqual([]));
});
