import {isDeepStrictEqual} from "node:util";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cellsAt, evaluate, Memory, valueAt, type Inputs, type Run} from "../../lib/sheet/index.js";
import {override} from "../../lib/model/index.js";
import {project, reference} from "../model/project.js";
import {fiveRows, inputs, runFiveRows} from "./five-rows.js";
import {sameNumbers, valuesOf} from "./same-cells.js";

const months = 4;
const before = runFiveRows({}, months);

describe("a run from an earlier one", () => {
  const number = fc.constantFrom(0, 1, 40, 1e308, null);
  it("equals a run from scratch, including faults, whatever was changed", () =>
    fc.assert(
      fc.property(
        fc.record(
          {
            "parameter.power_price": fc.tuple(number),
            "accelerator.tdp": fc.tuple(number, number),
            "accelerator.vendor": fc.tuple(fc.constantFrom("A", "B"), fc.constantFrom("C", null)),
            "cluster.gpu": fc.tuple(...["a", "b", "c"].map(() => fc.constantFrom("big", "small", null))),
            "cluster.site": fc.tuple(...["a", "b", "c"].map(() => fc.constantFrom("owned", "colocated"))),
            "cluster.count": fc.tuple(number, number, number)
          },
          {requiredKeys: []}
        ),
        (changed) => {
          const alone = runFiveRows(changed, months);
          same(evaluate(fiveRows, alone.inputs, {months, from: before}), alone);
        }
      ),
      {seed: 2026, numRuns: 300}
    ));
  it("follows rows that were added: references count rows", () => {
    const accelerator = {
      keys: ["new", "big", "small"],
      columns: {vendor: {values: ["C", "A", "B"]}, tdp: {values: [1, 2, 3]}}
    };
    const added = {...inputs, accelerator};
    same(evaluate(fiveRows, added, {months, from: before}), evaluate(fiveRows, added, {months}));
  });
  it("recomputes no column whose inputs are unchanged", () => {
    const {inputs: changed} = runFiveRows({"parameter.power_price": [0.2]});
    const after = evaluate(fiveRows, changed, {months, from: before});
    const taken = (id: string): boolean => after.cells.get(id)!.cells === before.cells.get(id)!.cells;
    expect(["cluster.power", "cluster.energy", "cluster.energy_cost"].map(taken)).toEqual([true, true, false]);
  });
  it("recomputes no column whose precedents came out unchanged", () => {
    const free = {"parameter.power_price": [0]};
    const first = runFiveRows(free, months);
    const {inputs: changed} = runFiveRows({...free, "cluster.count": [50, 40, 10]});
    const after = evaluate(fiveRows, changed, {months, from: first});
    const taken = (id: string): boolean => after.cells.get(id)!.cells === first.cells.get(id)!.cells;
    expect(["cluster.energy", "cluster.energy_cost", "market.energy_cost"].map(taken)).toEqual([false, false, true]);
    same(after, evaluate(fiveRows, changed, {months}));
  });
  it("does not retain the run that it reused, nor earlier ones", () => {
    const after = evaluate(fiveRows, runFiveRows({"parameter.power_price": [0.2]}).inputs, {months, from: before});
    expect(Object.values(after)).not.toContain(before);
  });
  it("reuses nothing from a run over other months, and no clock from one with another start", () => {
    same(evaluate(fiveRows, inputs, {months: 2, from: before}), evaluate(fiveRows, inputs, {months: 2}));
    const later = {months, start: "2028-01"};
    same(evaluate(fiveRows, inputs, {...later, from: before}), evaluate(fiveRows, inputs, later));
  });
  it("reuses no column of which months were dropped", () => {
    const few = evaluate(fiveRows, inputs, {months, only: ["market.energy_cost"]});
    same(evaluate(fiveRows, inputs, {months, from: few}), before);
  });
  it("of the chain gives the same to the bit, for a cell of three tables", () => {
    const {model} = reference.run;
    const {inputs: chain} = project.models.get("chain")!;
    const first = evaluate(model, chain, {months});
    for (const cell of ["parameter.power_price_trend", "cluster[atlas-b200].size", "region[virginia].power_price"]) {
      const changed = change(chain, cell);
      same(evaluate(model, changed, {months, from: first}), evaluate(model, changed, {months}));
    }
  });
});

describe("runs that share a memory", () => {
  it(
    "give what runs with memory of their own do, as edit follows edit and the run before the last is given " + "back",
    () => {
      const number = fc.constantFrom(0, 1, 40, 1e308, null);
      const edit = fc.oneof(
        fc.record({"parameter.power_price": fc.tuple(number)}),
        fc.record({"accelerator.tdp": fc.tuple(number, number)}),
        fc.record({"cluster.gpu": fc.tuple(...["a", "b", "c"].map(() => fc.constantFrom("big", "small", null)))}),
        fc.record({"cluster.count": fc.tuple(number, number, number)})
      );
      fc.assert(
        fc.property(fc.array(edit, {minLength: 3, maxLength: 8}), (edits) => {
          const memory = new Memory();
          const kept = evaluate(fiveRows, inputs, {months, memory});
          const runs = [kept];
          for (const changed of edits) {
            const alone = runFiveRows(changed, months);
            if (runs.length > 2) memory.reclaim(runs.splice(1, 1)[0]!);
            runs.push(evaluate(fiveRows, alone.inputs, {months, memory, from: runs.at(-1)!}));
            same(runs.at(-1)!, alone);
          }
          same(kept, before);
        }),
        {seed: 2026, numRuns: 100}
      );
    }
  );
  it("reuse memory given back, except what another run has taken over", () => {
    const memory = new Memory();
    const first = evaluate(fiveRows, inputs, {months, memory});
    const of = (run: Run, id: string) => run.cells.get(id)!.cells;
    const [cost, power] = ["cluster.energy_cost", "cluster.power"].map((id) => of(first, id));
    const dearer = runFiveRows({"parameter.power_price": [0.2]}, months).inputs;
    const second = evaluate(fiveRows, dearer, {months, memory, from: first});
    memory.reclaim(first);
    const third = evaluate(fiveRows, inputs, {months, memory, from: second});
    expect([...third.cells.values()].map(({cells}) => cells)).toContain(cost);
    expect(of(third, "cluster.power")).toBe(power);
    same(second, evaluate(fiveRows, dearer, {months}));
  });
  it("have no cells once given back: reading fails rather than showing another run's values", () => {
    const memory = new Memory();
    const run = evaluate(fiveRows, inputs, {months, memory});
    memory.reclaim(run);
    expect(cellsAt(run, "cluster.power", 0)).toBeUndefined();
    expect(() => valueAt(run, "cluster.power", 0, 0)).toThrow(TypeError);
  });
});

function change(chain: Inputs, cell: string): Inputs {
  return override(reference.run.model, chain, [{cell, value: "1.5", place: "test"}]);
}

function same(run: Run, other: Run): void {
  expect(differences(run, other)).toEqual([]);
}

/** The columns and months in which two runs differ: in a number or, in the five rows, in a text or a reason. */
function differences(run: Run, other: Run): string[] {
  return run.model.order.flatMap(({id, table, holds}) =>
    Array.from({length: run.months}, (_, month) => month)
      .filter((month) => {
        const numbers = holds !== "number" || sameNumbers(cellsAt(run, id, month), cellsAt(other, id, month));
        return !numbers || (run.model === fiveRows && !sameValues(run, other, table.name, id, month));
      })
      .map((month) => `${id}@${month}`)
  );
}

function sameValues(run: Run, other: Run, table: string, column: string, month: number): boolean {
  return isDeepStrictEqual(valuesOf(run, table, column, month), valuesOf(other, table, column, month));
}
