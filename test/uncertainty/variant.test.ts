import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {evaluate, numberAt} from "../../lib/sheet/index.js";
import {moved, outputOf, prepare, type Move, type Study, type Variant} from "../../lib/uncertainty/index.js";
import {fiveRows, inputs} from "../sheet/five-rows.js";

const exactly = (value: number) => ({low: value, central: value, high: value, family: "exact"}) as const;
const move = (changes: Partial<Move>): Move => ({
  cell: "parameter.power_price",
  how: "add",
  amount: exactly(0),
  name: "one",
  ...changes
});

describe("moved", () => {
  it("adds, multiplies, sets, and takes a share away", () => {
    expect(moved(4, move({how: "add"}), 2)).toBe(6);
    expect(moved(4, move({how: "multiply"}), 0.5)).toBe(2);
    expect(moved(4, move({how: "set"}), 3)).toBe(3);
    expect(moved(4, move({how: "shift"}), 0.25)).toBe(3);
  });
  it("stops at a bound, and leaves values beyond it unchanged", () => {
    expect(moved(1.1, move({least: 1.03}), -0.1)).toBe(1.03);
    expect(moved(1.02, move({least: 1.03}), -0.1)).toBe(1.02);
    expect(moved(0.9, move({most: 1}), 0.3)).toBe(1);
  });
  it("never moves in the opposite direction", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 2, noNaN: true}),
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.double({min: 0, max: 2, noNaN: true}),
        (value, by, bound) => {
          const to = moved(value, move({least: bound, most: bound + 0.5}), by);
          expect(by < 0 ? to <= value : to >= value).toBe(true);
        }
      )
    ));
});

describe("a study with variants", () => {
  const uncertain = {
    ...inputs,
    parameter: {
      ...inputs.parameter!,
      columns: {
        ...inputs.parameter!.columns,
        power_price: {
          ...inputs.parameter!.columns.power_price!,
          provenance: [{low: 0, high: 0.2, family: "uniform" as const, sources: [], note: "", place: ""}]
        }
      }
    }
  };
  const study = (variants: readonly Variant[], draws = 40): Study => ({
    inputs: uncertain,
    months: 2,
    start: "2026-12",
    design: {spread: "latin", draws, seed: 1},
    scheme: {kind: "variants", variants},
    correlations: [],
    outputs: ["market.energy_cost", "cluster[north].energy_cost"],
    at: [0, 1],
    series: []
  });
  const run = (variants: readonly Variant[], draws = 40) => {
    const one = study(variants, draws);
    const prepared = prepare(fiveRows, one);
    return outputOf(one, prepared.run(0, prepared.draws), "market.energy_cost", 0);
  };
  const doubled = [move({how: "multiply", amount: exactly(2)})];
  const central = numberAt(evaluate(fiveRows, inputs, {months: 2, start: "2026-12"}), "market.energy_cost", 0, 0);

  it("has all draws of the design in every variant, followed by the central case", () => {
    const values = run([[], []]);
    expect(values).toHaveLength(82);
    expect(values.slice(0, 41)).toEqual(values.slice(41));
    expect(values[40]).toBeCloseTo(central, 9);
  });
  it("moves a cell from where it is in each draw", () => {
    const values = run([[], doubled]);
    for (let draw = 0; draw <= 40; ++draw) expect(values[41 + draw]! / values[draw]!).toBeCloseTo(2, 9);
  });
  it("moves cells that are certain, one move after another", () => {
    const tdp = {cell: "accelerator[big].tdp", how: "multiply", amount: exactly(0.5)} as const;
    const [once, twice] = [run([[move(tdp)]], 4), run([[move(tdp), move(tdp)]], 4)];
    const base = run([[]], 4);
    for (let draw = 0; draw <= 4; ++draw)
      expect(once[draw]! - twice[draw]!).toBeCloseTo((base[draw]! - once[draw]!) / 2, 6);
  });
  it("gives a shifted share to another cell", () => {
    const to = {cell: "accelerator[big].tdp", how: "shift", other: "accelerator[small].tdp"} as const;
    const one = {...study([[move({...to, amount: exactly(0.3)})]]), outputs: ["market.energy_cost"]};
    const prepared = prepare(fiveRows, one);
    const values = prepared.values(0, 1);
    const at = (cell: string): number => values[prepared.drivers.findIndex((driver) => driver.cell === cell)]![0]!;
    const [big, small] = inputs.accelerator!.columns.tdp!.values.map(Number) as [number, number];
    expect(at("accelerator[big].tdp")).toBeCloseTo(0.7 * big, 9);
    expect(at("accelerator[small].tdp")).toBeCloseTo(small + 0.3 * big, 9);
  });
  it("draws an uncertain amount, the same in parts as in one piece", () => {
    const amount = {low: 1, central: 2, high: 3, family: "uniform"} as const;
    const one = study([[], [move({how: "multiply", amount})]]);
    const whole = prepare(fiveRows, one).run(0, 82);
    const part = prepare(fiveRows, one).run(41, 82);
    const values = outputOf(one, whole, "market.energy_cost", 0);
    expect(outputOf(one, part, "market.energy_cost", 0)).toEqual(values.slice(41));
    const ratios = Array.from({length: 40}, (_, draw) => values[41 + draw]! / values[draw]!);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(3);
    expect(new Set(ratios).size).toBe(40);
  });
  it("names an unknown cell, with a suggestion", () =>
    expect(() => run([[move({cell: "parameter.power_prise"})]])).toThrow("did you mean power_price?"));
});
