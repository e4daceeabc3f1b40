import {describe, expect, it} from "vitest";
import {evaluate, overrideFormulas, type Inputs, type Run} from "../../lib/sheet/index.js";
import {Workspace} from "../../lib/sheet/workspace.js";
import {fiveRows, inputs} from "./five-rows.js";

const cellsOf = (run: Run): unknown => [...run.cells].map(([id, {cells}]) => [id, [...cells]]);
const dear: Inputs = {
  ...inputs,
  parameter: {keys: ["parameter"], columns: {growth: {values: [0.1]}, power_price: {values: [0.3]}}}
};
const other = overrideFormulas(fiveRows, [{column: "cluster.rent", text: "2 * c.energy_cost"}]);

describe("runs computed in one memory, one after another,", () => {
  it("keep their cells while others run", () => {
    const run = evaluate(fiveRows, inputs, {months: 3});
    const before = cellsOf(run);
    evaluate(fiveRows, dear, {months: 3});
    evaluate(other, inputs, {months: 24});
    expect(cellsOf(run)).toEqual(before);
  });
  it.each<[between: string, compute: () => unknown]>([
    ["nothing", () => undefined],
    ["a run of other inputs", () => evaluate(fiveRows, dear, {months: 3})],
    ["a run of more months", () => evaluate(fiveRows, dear, {months: 30})],
    ["a run of another model", () => evaluate(other, dear, {months: 3})],
    ["a run of some columns", () => evaluate(fiveRows, dear, {months: 3, only: ["cluster.rent"]})],
    ["a run that fails", () => expect(() => evaluate(fiveRows, {}, {months: 3})).toThrow("no values were given")]
  ])("may start from an earlier one after %s", (_, compute) => {
    const first = evaluate(fiveRows, inputs, {months: 3});
    compute();
    const later = evaluate(fiveRows, dear, {months: 3, from: first});
    expect(cellsOf(later)).toEqual(cellsOf(evaluate(fiveRows, dear, {months: 3})));
  });
  it("on tables without rows have no cells", () => {
    const empty: Inputs = {
      ...inputs,
      cluster: {
        keys: [],
        columns: Object.fromEntries(Object.keys(inputs.cluster!.columns).map((name) => [name, {values: []}]))
      }
    };
    expect(evaluate(fiveRows, empty, {months: 3}).cells.get("cluster.rent")!.cells).toHaveLength(0);
  });
  it("without formulas open an empty workspace", () => {
    const room = {model: fiveRows, columns: [], shape: "", size: () => 0};
    expect(() => new Workspace().open(room)).not.toThrow();
  });
});
