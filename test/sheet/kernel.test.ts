import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mathematics, model, type Model, type SheetFunction, type Table} from "../../lib/sheet/index.js";
import type {AnyColumn} from "../../lib/sheet/column.js";
import {names, parts, type Expression} from "../../lib/sheet/expression.js";
import {diagnose, type Fault} from "../../lib/sheet/fault.js";
import {formula} from "../../lib/sheet/formula.js";
import {input, text} from "../../lib/sheet/input.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import {numeric, slab} from "./expressions.js";
import {kernel} from "./kernels.js";

fc.configureGlobal({seed: 2026});

const functions: Record<string, SheetFunction> = mathematics;
const parameter: Table<object> = {name: "parameter", doc: "", single: true, columns: {p: input("bit-bit/B-B", "")}};

/** Pure numbers in scales that are powers of two, so that conversion is exact and comparisons cannot tip. */
const columns: Record<string, AnyColumn> = {
  a: input("1", ""),
  b: input("bit/B", ""),
  c: input("B-B/bit-bit", ""),
  d: input("B/bit", "")
};

const cell = fc.oneof(
  fc.constantFrom(0, 1, -1, NaN),
  fc.double({min: -100, max: 100, noNaN: true}).map((x) => Math.round(x * 1000) / 1000)
);

const allCells: fc.Arbitrary<Cells> = fc.record({a: cell, b: cell, c: cell, d: cell, p: cell});

const expressions = numeric({
  columns: ["a", "b", "c", "d"],
  parameters: ["p"],
  numbers: fc.constantFrom(0, 1, 2, 0.5, -1, -3, 10),
  functions: {max: [1, 3], min: [1, 3], abs: [1, 1], sqrt: [1, 1], floor: [1, 1], exp: [1, 1], log: [1, 1]}
});

const rows = build({...columns, x: formula("1", "", (r: {a: number}) => r.a)});

describe("a kernel computes what a plain interpreter does", () => {
  it("for any expression on any cells: the same number, or NaN without one", () =>
    fc.assert(
      fc.property(expressions, allCells, (e, cells) => {
        const expected = interpret(e, cells);
        if (Math.abs(expected) === Infinity) return;
        expect(near(run(columnOf(e), cells), expected), `${run(columnOf(e), cells)} for ${expected}`).toBe(true);
      }),
      {numRuns: 2000}
    ));
  it("and where it is NaN, diagnose says why", () =>
    fc.assert(
      fc.property(expressions, allCells, (e, cells) => {
        const column = columnOf(e);
        if (!Number.isNaN(run(column, cells))) return;
        const fault = diagnose(
          column,
          () => "t[row].x",
          functions,
          (name) => (Number.isNaN(cells[name]) ? missing(name) : cells[name]!)
        );
        expect(fault.message).toMatch(
          /^[a-dp] is missing$|^t\[row\]\.x: ((division by zero|not a number|overflow) in |the value is too large)/
        );
        if (fault.kind === "missing") expect(cells[fault.cell]).toBeNaN();
      }),
      {numRuns: 1000}
    ));
});

describe("a kernel", () => {
  it.each<[what: string, unit: string, formula: (row: Record<string, number>) => number | boolean, value: number]>([
    ["converts a product", "W", (r) => r.kilowatt! * r.a!, 3000],
    ["converts a sum", "kW", (r) => r.kilowatt! + r.watt!, 1.5 + 0.25],
    ["converts a comparison", "1", (r) => r.kilowatt! > r.watt!, 1],
    ["converts the branches of a choice", "W", (r) => (r.a! > 1 ? r.kilowatt! : r.watt!), 1500],
    ["converts a power", "cm2", (r) => r.metre! ** 2, 90_000],
    ["takes a zero in any unit", "W", (r) => (r.kilowatt! > 0 ? r.kilowatt! : 0), 1500]
  ])("%s", (_, unit, rule, value) => {
    const all = {
      a: input("1", ""),
      kilowatt: input("kW", ""),
      watt: input("W", ""),
      metre: input("m", ""),
      x: formula(unit, "", rule)
    };
    const cells: Record<string, number> = {a: 2, kilowatt: 1.5, watt: 250, metre: 3};
    expect(run(columnIn(all), cells)).toBeCloseTo(value, 9);
  });
  it.each([
    [NaN, 5],
    [0, 0],
    [3, 3]
  ])("known(%d, 5) is %d", (a, value) => {
    const rule = (r: {a: number}, _: object, {known}: {known: (x: number, y: number) => number}): number =>
      known(r.a, 5);
    expect(run(columnIn({a: input("1", ""), x: formula("1", "", rule)}), {a})).toBe(value);
  });
  it("a missing value stays missing to the power of 0", () =>
    expect(run(columnIn({a: input("1", ""), x: formula("1", "", (r: {a: number}) => r.a ** 0)}), {a: NaN})).toBeNaN());
  it("is compiled in time that grows with the formula's length, not with its depth", () => {
    const long = Array.from({length: 60}, () => "r.a").join(" + ");
    const rule = Object.assign((r: {a: number}) => r.a, {toString: () => `(r) => ${long}`});
    expect(run(columnIn({a: input("1", ""), x: formula("1", "", rule)}), {a: 2})).toBe(120);
  });
  it("compares texts by their codes, and an unknown text equals none", () => {
    const rule = (r: {site: string}): number => (r.site === "owned" ? 1 : r.site !== "lost" ? 2 : 3);
    const column = columnIn({site: text(""), x: formula("1", "", rule)});
    const out = slab([0, 0, 0]);
    const codes = (text: string): number => ["rented", "owned"].indexOf(text);
    kernel(column, functions)(out, [slab([0, 1, NaN])], [codes], 1);
    expect([...out.cells]).toEqual([2, 1, NaN]);
  });
  it("runs rows x draws; a parameter has one value per draw", () => {
    const column = columnIn({a: input("1", ""), x: formula("1", "", (r: {a: number}, q: {p: number}) => r.a * q.p)});
    const out = slab([0, 0, 0, 0], 2);
    kernel(column, functions)(out, [slab([1, 2, 3, 4], 2), slab([10, 100], 2)], [], 1);
    expect([...out.cells].map((x) => x * 64)).toEqual([10, 200, 30, 400]);
  });
  it("steps through months; constant columns are reread", () => {
    const column = columnIn({a: input("1", ""), x: formula("1", "", (r: {a: number}, q: {p: number}) => r.a * q.p)});
    const out = {...slab([0, 0, 0, 0, 0]), start: 1, rows: 2, step: 2};
    kernel(column, functions)(out, [{...slab([1, 2, 3, 4]), rows: 2, step: 2}, slab([10])], [], 2);
    expect([...out.cells].map((x) => x * 64)).toEqual([0, 10, 20, 30, 40]);
  });
  it.each([
    ["every cell holds a number", [1, 2, 3], true],
    ["one is missing", [1, NaN, 3], false],
    ["the first is missing", [NaN, 2, 3], false],
    ["one is too large", [1, 2, 1e308], false]
  ])("tells whether %s", (_, cells, sound) => {
    const column = columnIn({a: input("1", ""), x: formula("1", "", (r: {a: number}) => 10 * r.a)});
    expect(kernel(column, functions)(slab([0, 0, 0]), [slab(cells)], [], 1)).toBe(sound);
  });
});

type Cells = Record<string, number>;

/** A formula column for `e`. */
function columnOf(e: Expression): ModelColumn {
  const column = rows.columns.get("t.x")!;
  const find = (id: string): ModelColumn => rows.columns.get(id)!;
  const own = names(e, "column").map((name) => ({column: find(`t.${name}`), through: "row" as const}));
  const given = names(e, "parameter").map((name) => ({
    column: find(`parameter.${name}`),
    through: "parameter" as const
  }));
  return {...column, expression: e, reads: [...own, ...given]};
}

function columnIn(all: Record<string, AnyColumn>): ModelColumn {
  return build(all).columns.get("t.x")!;
}

function build(all: Record<string, AnyColumn>): Model {
  return model([{name: "t", doc: "", single: false, columns: all}], parameter, functions);
}

function run(column: ModelColumn, cells: Cells): number {
  const out = slab([0]);
  const read = column.reads.map((reading) => slab([cells[reading.column.name]!]));
  kernel(column, functions)(out, read, [], 1);
  return Number.isFinite(out.cells[0]) ? out.cells[0]! : NaN;
}

/** The value in base units; NaN for a fault, Infinity if any part is too large for a number. */
function interpret(e: Expression, cells: Cells): number {
  switch (e.type) {
    case "number":
      return e.value;
    case "column":
    case "parameter":
      return cells[e.name]! * rows.columns.get(e.type === "column" ? `t.${e.name}` : `parameter.${e.name}`)!.unit.scale;
    case "choose": {
      const test = interpret(e.test, cells);
      return Number.isFinite(test) ? interpret(test === 0 ? e.otherwise : e.then, cells) : test;
    }
    case "logic": {
      const left = interpret(e.left, cells);
      return !Number.isFinite(left) || (left === 0) === (e.operator === "&&") ? left : interpret(e.right, cells);
    }
    default: {
      const values = parts(e).map((part) => interpret(part, cells));
      return values.find((value) => !Number.isFinite(value)) ?? operate(e, values);
    }
  }
}

function operate(e: Expression, values: number[]): number {
  const [a, b] = values as [number, number];
  switch (e.type) {
    case "negate":
      return -a;
    case "not":
      return a === 0 ? 1 : 0;
    case "call":
      return infinityIsNaN(functions[e.name]!.evaluate(...values));
    case "arithmetic":
      if (e.operator === "/") return b === 0 ? NaN : a / b;
      if (e.operator === "**") return infinityIsNaN(a ** b);
      return e.operator === "+" ? a + b : e.operator === "-" ? a - b : a * b;
    case "compare":
      return Number(compare[e.operator](a, b));
    default:
      throw new Error(`${e.type} has no parts`);
  }
}

/** Powers and functions return no number instead of infinity. */
function infinityIsNaN(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

const compare = {
  "<": (a: number, b: number) => a < b,
  "<=": (a: number, b: number) => a <= b,
  ">": (a: number, b: number) => a > b,
  ">=": (a: number, b: number) => a >= b,
  "===": (a: number, b: number) => a === b,
  "!==": (a: number, b: number) => a !== b
};

function near(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1);
}

function missing(name: string): Fault {
  return {kind: "missing", cell: name, message: `${name} is missing`};
}
