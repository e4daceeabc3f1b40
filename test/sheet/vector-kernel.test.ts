import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mathematics, model, type SheetFunction, type Table} from "../../lib/sheet/index.js";
import type {AnyColumn} from "../../lib/sheet/column.js";
import {names, type Expression} from "../../lib/sheet/expression.js";
import {formula} from "../../lib/sheet/formula.js";
import {input} from "../../lib/sheet/input.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import {vectorKernels} from "../../lib/sheet/vector-kernel.js";
import {signed, unsigned} from "../../lib/sheet/wasm.js";
import {numeric, slab} from "./expressions.js";
import {kernel} from "./kernels.js";

const functions: Record<string, SheetFunction> = mathematics;
const parameter: Table<object> = {name: "parameter", doc: "", single: true, columns: {p: input("kW", "")}};
const columns: Record<string, AnyColumn> = {
  a: input("1", ""),
  b: input("W/kW", ""),
  c: input("hour/month", ""),
  x: formula("1", "", (r: {a: number}) => r.a)
};
const rows = model([{name: "t", doc: "", single: false, columns}], parameter, functions);

const cell = fc.oneof(fc.constantFrom(0, -0, 1, -1, NaN, 1e308), fc.double({min: -100, max: 100, noNaN: true}));
const two = fc.tuple(cell, cell);
const expressions = numeric({
  columns: ["a", "b", "c"],
  parameters: ["p"],
  numbers: fc.constantFrom(0, 1, 2, 0.5, -1, -3, 10),
  functions: {
    max: [1, 3],
    min: [1, 3],
    abs: [1, 1],
    sqrt: [1, 1],
    floor: [1, 1],
    ceil: [1, 1],
    exp: [1, 1],
    log: [1, 1],
    known: [2, 2]
  }
});

describe("a vector kernel", () => {
  it("is bit-identical to a single run, for any expression and cells, drawn or shared by all draws", () =>
    fc.assert(
      fc.property(
        expressions,
        fc.record({a: two, b: two, c: two, p: two}),
        fc.record({a: fc.boolean(), b: fc.boolean(), c: fc.boolean(), p: fc.boolean()}),
        (e, cells, drawn) => {
          const column = columnOf(e);
          expect(vectorised(column, cells, drawn)).toEqual([0, 1].map((draw) => alone(column, cells, drawn, draw)));
        }
      ),
      {seed: 2026, numRuns: 1000}
    ));
});

describe("LEB128", () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [624485, [0xe5, 0x8e, 0x26]]
  ])("of %d, unsigned", (value, bytes) => expect(unsigned(value)).toEqual(bytes));
  it.each([
    [63, [63]],
    [64, [0xc0, 0]],
    [-1, [0x7f]],
    [-123456, [0xc0, 0xbb, 0x78]]
  ])("of %d, signed", (value, bytes) => expect(signed(value)).toEqual(bytes));
});

type Name = "a" | "b" | "c" | "p";

/** The formula column x for `e`. */
function columnOf(e: Expression): ModelColumn {
  const find = (id: string): ModelColumn => rows.columns.get(id)!;
  const own = names(e, "column").map((name) => ({column: find(`t.${name}`), through: "row" as const}));
  const given = names(e, "parameter").map((name) => ({
    column: find(`parameter.${name}`),
    through: "parameter" as const
  }));
  return {...find("t.x"), expression: e, reads: [...own, ...given]};
}

function vectorised(
  column: ModelColumn,
  cells: Record<Name, [number, number]>,
  drawn: Record<Name, boolean>
): number[] {
  const order = ["a", "b", "c", "p", "x"];
  const kernels = vectorKernels([{kind: "group", columns: [column], rows: 1}], {
    functions,
    place: ({name}) => ({offset: 16 * order.indexOf(name), drawn: name === "x" || drawn[name as Name]}),
    code: () => -1,
    block: 2,
    allot: () => 16 * order.length
  });
  const memory = new WebAssembly.Memory({initial: 1});
  const [one] = kernels(memory);
  const all = new Float64Array(memory.buffer);
  for (const [name, values] of Object.entries(cells)) all.set(values, 2 * order.indexOf(name));
  one!.prepare?.();
  one!.compute();
  return finite(all.slice(8, 10));
}

function alone(
  column: ModelColumn,
  cells: Record<Name, [number, number]>,
  drawn: Record<Name, boolean>,
  draw: number
): number {
  const out = slab([0]);
  const value = (name: Name): number => cells[name][drawn[name] ? draw : 0]!;
  const read = column.reads.map((reading) => slab([value(reading.column.name as Name)]));
  kernel(column, functions)(out, read, [], 1);
  return finite(out.cells)[0]!;
}

/** Ignores the sign of zero; overflow is NaN. */
function finite(values: Float64Array): number[] {
  return [...values].map((value) => (Number.isFinite(value) ? value + 0 : NaN));
}
