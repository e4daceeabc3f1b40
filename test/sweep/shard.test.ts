import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {computeRuns, runsOf, slicesOf, type Part} from "../../lib/sweep/index.js";
import {sweepOf} from "./five.js";

const text = `title: T
months: 2
axes:
  place: {cell: "cluster[boreal-b200].facility", values: [lulea, dallas]}
  share: {cell: parameter.realised_share, from: 0.1, to: 0.5, steps: 3}
draws: 7
seed: 3
outputs:
  headline: [value_per_cost, "cluster[boreal-b200].levelised_cost"]
  quantiles: [value_per_cost]
`;

/** All rows of some parts, by table, sorted as text. */
function rowsOf(parts: readonly Part[]): string[] {
  return parts
    .flatMap(({partition, tables}) =>
      tables.flatMap(({name, columns}) =>
        columns[0]!.values.map((_, i) => JSON.stringify([name, partition, ...columns.map(({values}) => values[i])]))
      )
    )
    .sort();
}

describe("shards", () => {
  it("cover all runs once, whatever their number", () => {
    const sweep = sweepOf(text.replace("draws: 7", "draws: 10000"));
    expect(slicesOf(sweep)).toBe(6 * 3);
    fc.assert(
      fc.property(fc.integer({min: 1, max: 18}), (count) => {
        const shards = Array.from({length: count}, (_, index) => runsOf(sweep, index, count));
        expect(shards[0]!.from).toBe(0);
        expect(shards.at(-1)!.to).toBe(sweep.runs);
        shards.slice(1).forEach(({from}, i) => expect(from).toBe(shards[i]!.to));
      })
    );
  });
  it("give the same rows, bit by bit, for any cut and order", () => {
    const sweep = sweepOf(text);
    const whole = rowsOf(computeRuns(sweep, runsOf(sweep, 0, 1)));
    for (const count of [2, 5]) {
      const shards = Array.from({length: count}, (_, index) => count - 1 - index);
      expect(rowsOf(shards.flatMap((index) => computeRuns(sweep, runsOf(sweep, index, count))))).toEqual(whole);
    }
    expect(whole.length).toBeGreaterThan(84);
  });
  it("another seed gives other rows", () => {
    const [one, other] = [text, text.replace("seed: 3", "seed: 4")].map((spec) => {
      const sweep = sweepOf(spec);
      return rowsOf(computeRuns(sweep, {from: 0, to: 7}));
    });
    expect(one).not.toEqual(other);
  });
  it("a central run is the scenario's own run with the same changes", () => {
    const sweep = sweepOf(text.replace("draws: 7", "sampler: central"));
    const [{tables}] = computeRuns(sweep, {from: 4, to: 5}) as [Part];
    const {run} = runScenario(loadProject(), "reference", [
      {cell: "cluster[boreal-b200].facility", value: "dallas", place: ""},
      {cell: "parameter.realised_share", value: "0.3", place: ""}
    ]);
    const kept = tables[0]!.columns.find(({name}) => name === "value_per_cost")!.values as number[];
    expect(kept.map((value, month) => value / numberAt(run, "economy.value_per_cost", 0, month))).toEqual([
      expect.closeTo(1, 9) as number,
      expect.closeTo(1, 9) as number
    ]);
  });
  it("full draws hold every month and every drawn input", () => {
    const sweep = sweepOf(text.replace("quantiles: [value_per_cost]", "draws: true"));
    const [{tables}] = computeRuns(sweep, {from: 0, to: 3}) as [Part];
    expect(tables.map(({name}) => name)).toEqual(["runs"]);
    expect(tables[0]!.columns[0]!.values).toEqual([0, 0, 1, 1, 2, 2]);
    expect(tables[0]!.columns.length).toBeGreaterThan(100);
  });
  it("counts of a slice add up to its draws", () => {
    const [{tables}] = computeRuns(sweepOf(text), {from: 0, to: 7}) as [Part];
    const counts = tables[1]!.columns.find(({name}) => name === "count")!.values as number[];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7 * 2);
  });
});

describe("a sweep of investments", () => {
  it("has one row per run, and a higher cost of capital lowers value", () => {
    const npv = (set: string): number[] => {
      const sweep = sweepOf(
        `title: T\nmodel: investment\nmonths: 12\nset: {${set}}\ndraws: 4\noutputs: {headline: [unlevered_npv]}`
      );
      const [{tables}] = computeRuns(sweep, {from: 0, to: 4}) as [Part];
      return tables[0]!.columns.at(-1)!.values as number[];
    };
    const [cheap, dear] = [npv("investment.cost_of_capital: 0.05"), npv("investment.cost_of_capital: 0.15")];
    expect(cheap).toHaveLength(4);
    cheap.forEach((value, draw) => expect(value).toBeGreaterThan(dear[draw]!));
  });
});
