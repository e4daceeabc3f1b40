import {describe, expect, it} from "vitest";
import type {Inputs, Provenance} from "../../lib/sheet/index.js";
import {ranges} from "../../lib/uncertainty/index.js";
import {fiveRows, inputs, list, runFiveRows} from "../sheet/five-rows.js";

const between = (low: number, high: number): Provenance => ({
  low,
  high,
  family: "uniform",
  sources: [],
  note: "",
  place: ""
});

function withPrice(low: number, high: number): Inputs {
  const {parameter} = inputs;
  const power_price = {values: [0.1], provenance: [between(low, high)]};
  return {...inputs, parameter: {...parameter!, columns: {...parameter!.columns, power_price}}};
}

describe("ranges", () => {
  const options = {draws: 2000, seed: 1, months: 2};
  it("of a column that is proportional to one uniform input are its 5, 50 and 95 % points", () => {
    const [first] = ranges(fiveRows, withPrice(0, 0.2), ["market.energy_cost"], options);
    const central = Number(list(runFiveRows(), "market.energy_cost")[0]);
    expect(
      [first!.low / central, first!.median / central, first!.high / central].map((x) => Math.round(x * 10) / 10)
    ).toEqual([0.1, 1, 1.9]);
  });
  it("of what does not depend on it are points", () => {
    const [first] = ranges(fiveRows, withPrice(0, 0.2), ["market.mean_power"], options);
    expect(first!.low).toBe(first!.high);
  });
  it("are the same for the same seed", () =>
    expect(ranges(fiveRows, withPrice(0, 1), ["market.energy_cost"], options)).toEqual(
      ranges(fiveRows, withPrice(0, 1), ["market.energy_cost"], options)
    ));
  it("of a range without width are the point estimate", () => {
    const all = ranges(fiveRows, withPrice(0.1, 0.1), ["market.energy_cost"], options);
    expect(all.map(({low}) => Number(low.toPrecision(12)))).toEqual(
      [0, 1].map((month) => list(runFiveRows({}, 2), "market.energy_cost", month)[0])
    );
  });
});
