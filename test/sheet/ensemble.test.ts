import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cellsAt, evaluate, ensemble, keysOf, needed, type Inputs, type Model} from "../../lib/sheet/index.js";
import {runWith} from "../model/project.js";
import {fiveRows, inputs} from "./five-rows.js";
import {sameNumbers} from "./same-cells.js";

const outputs = [
  "cluster.size",
  "cluster.rent",
  "cluster.cost_per_gpu",
  "accelerator.draw",
  "market.energy_cost",
  "market.biggest_power",
  "market.mean_power",
  "market.clusters"
];

/** The columns whose values differ from draw to draw, with rows x draws values each. */
type Samples = Record<string, number[]>;

describe("an ensemble computes what evaluate does, draw by draw", () => {
  const price = fc.array(fc.constantFrom(0.1, 0.2, 0, 1), {minLength: 4, maxLength: 4});
  const numbers = (length: number) =>
    fc.array(fc.constantFrom(0, 1, 2, 40, 1e3, 1e308, NaN), {minLength: length, maxLength: length});
  it("of five rows, whichever inputs are uncertain, over four months", () =>
    fc.assert(
      fc.property(
        fc.record(
          {
            "parameter.power_price": price,
            "accelerator.tdp": numbers(8),
            "cluster.count": numbers(12),
            "cluster.added": numbers(12)
          },
          {requiredKeys: []}
        ),
        (samples) => agree(fiveRows, inputs, samples as Samples, 4, outputs, 4)
      ),
      {seed: 2026, numRuns: 300}
    ));
  it("of the chain, all of its columns", () => {
    const {model, inputs: chain} = runWith({});
    const only = model.order.filter(({holds}) => holds === "number").map(({id}) => id);
    agree(model, chain, spread(model, chain, 4), 4, only, 3);
  });
});

describe("an ensemble", () => {
  it("without uncertain inputs shares one draw, and runs", () => {
    const one = ensemble(fiveRows, inputs, {months: 2, only: ["market.energy_cost"], uncertain: []});
    one.run(() => expect(one.slab("market.energy_cost").draws).toBe(1));
  });
  it("twice on the same values gives the same: no state is left behind", () => {
    const one = ensemble(fiveRows, inputs, {months: 3, only: ["cluster.size"], uncertain: ["cluster.added"], block: 2});
    one.slab("cluster.added").cells.set([1, 2, 3, 4, 5, 6]);
    const seen = [0, 1].map(() => {
      const cells: number[] = [];
      one.run(() => void cells.push(...one.slab("cluster.size").cells));
      return cells;
    });
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]!.slice(12)).toEqual([102, 104, 46, 48, 20, 22]);
  });
});

function agree(model: Model, inputs: Inputs, samples: Samples, draws: number, only: string[], months: number): void {
  const block = 2;
  const one = ensemble(model, inputs, {months, only, uncertain: Object.keys(samples), block});
  const together = evaluate(model, withSamples(inputs, samples), {months, draws, only});
  const differences: object[] = [];
  for (let from = 0; from < draws; from += block) {
    for (const [id, values] of Object.entries(samples))
      if (needed(model, only).some((column) => column.id === id))
        one.slab(id).cells.set(values.filter((_, i) => i % draws >= from && i % draws < from + block));
    one.run((month) => {
      for (const id of only) {
        const slab = one.slab(id);
        const all = cellsAt(together, id, month)!;
        const rows = keysOf(together, id.split(".")[0]!).length;
        const expected = Float64Array.from({length: rows * block}, (_, i) => all[drawAt(i, from)]!);
        const cells = expected.map((_, i) => slab.cells[slab.draws === 1 ? Math.floor(i / block) : i]!);
        if (!sameNumbers(cells, expected)) differences.push({id, month, from, cells, expected});
      }
    });
  }
  expect(differences).toEqual([]);

  function drawAt(cell: number, from: number): number {
    return Math.floor(cell / block) * draws + from + (cell % block);
  }
}

function withSamples(inputs: Inputs, samples: Samples): Inputs {
  const drawn: Record<string, Inputs[string]> = {...inputs};
  for (const [id, values] of Object.entries(samples)) {
    const [table, column] = id.split(".") as [string, string];
    const before = drawn[table]!;
    const sampled = {...before.columns[column]!, samples: Float64Array.from(values)};
    drawn[table] = {...before, columns: {...before.columns, [column]: sampled}};
  }
  return drawn;
}

/** Every input cell with a range, at points from its low to its high end. */
function spread(model: Model, inputs: Inputs, draws: number): Samples {
  const samples: Samples = {};
  for (const {id, table, name} of model.order) {
    const typed = inputs[table.name]?.columns[name];
    if (!typed?.provenance?.some((one) => one && one.high > one.low)) continue;
    samples[id] = typed.values.flatMap((value, row) =>
      Array.from({length: draws}, (_, draw) => {
        const {low, high} = typed.provenance![row] ?? {low: NaN, high: NaN};
        return typeof value !== "number" ? NaN : low < high ? low + ((high - low) * (draw + 0.5)) / draws : value;
      })
    );
  }
  return samples;
}
