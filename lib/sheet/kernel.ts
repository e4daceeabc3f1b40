import {compose, type Operator, type Target} from "./compose.js";
import type {SheetFunction} from "./functions.js";
import type {ModelColumn} from "./model.js";
import type {Slab} from "./slab.js";
import type {Unit} from "./unit.js";
import {pow} from "./power.js";

/**
 * Computes one formula column for as many months: fills `out` from the cells that it reads, in the order of
 * `column.reads`, all of as many draws; a read parameter has one row. What can't be computed is NaN.
 */
export type Kernel = (out: Strip, reads: readonly Strip[], codes: readonly TextCode[], months: number) => void;

/** A slab that others follow, one a month. */
export interface Strip extends Slab {
  /** Cells from one month to the next: 0 where all months are the same. */
  step: number;
}

/** The number that stands for a text in a text column's cells, or -1 where no cell holds it. */
export type TextCode = (text: string) => number;

/**
 * Straight-line JavaScript for a formula column: one loop over months, rows and draws. It is made from the parsed
 * formula alone, never from its text, and made once.
 */
export function kernel(column: ModelColumn, functions: Record<string, SheetFunction>): Kernel {
  const made = kernels.get(column)?.get(functions);
  if (made) return made;
  const fresh = compile(column, functions);
  if (!kernels.has(column)) kernels.set(column, new WeakMap());
  kernels.get(column)!.set(functions, fresh);
  return fresh;
}

const kernels = new WeakMap<ModelColumn, WeakMap<Record<string, SheetFunction>, Kernel>>();

/** How operators treat what can't be computed: NaN goes through everything, a division by zero is NaN at once. */
export const semantics = {
  fin: (x: number) => (x - x === 0 ? x : NaN),
  div: (a: number, b: number) => (b === 0 ? NaN : a / b),
  // NaN ** 0 is 1 in JavaScript.
  pow: (a: number, b: number) => semantics.fin(a === a ? pow(a, b) : NaN),
  lt: (a: number, b: number) => (a < b ? 1 : a >= b ? 0 : NaN),
  le: (a: number, b: number) => (a <= b ? 1 : a > b ? 0 : NaN),
  eq: (a: number, b: number) => (a === b ? 1 : a - b === a - b ? 0 : NaN),
  not: (a: number) => (a === 0 ? 1 : a === a ? 0 : NaN),
  and: (a: number, b: number) => (a === 0 || a !== a ? a : b),
  or: (a: number, b: number) => (a === 0 ? b : a),
  pick: (test: number, a: number, b: number) => (test === 0 ? b : test === test ? a : NaN)
};

/** The factor from one unit's numbers to another's. */
export function factor(from: Unit, to: Unit): number {
  return from.scale / to.scale;
}

function compile(column: ModelColumn, functions: Record<string, SheetFunction>): Kernel {
  const texts: string[] = [];
  const value = compose(column, functions, javascript(column, texts));
  const names = column.reads.map((_, i) => `let {cells: c${i}, start: s${i}, step: n${i}} = reads[${i}];`);
  const next = column.reads.map((_, i) => `s${i} += n${i};`);
  const source = `"use strict";
const {fin, div, pow, lt, le, eq, not, and, or, pick} = helpers;
${Object.keys(functions)
  .map((name) => `const f_${name} = functions.${name}.evaluate;`)
  .join("\n")}
return ({cells, start, step, rows, draws}, reads, codes, months) => {
  ${names.join(" ")} ${texts.join(" ")}
  for (let m = 0; m < months; ++m) {
    for (let r = 0, i = 0; r < rows; ++r) for (let d = 0; d < draws; ++d, ++i) cells[start + i] = ${value};
    start += step; ${next.join(" ")}
  }
}`;
  return (new Function("helpers", "functions", source) as (h: typeof semantics, f: typeof functions) => Kernel)(
    semantics,
    functions
  );
}

function javascript({reads}: ModelColumn, texts: string[]): Target<string> {
  return {
    number: (value) => (value < 0 ? `(${value})` : String(value)),
    read: (reading) => `c${reading}[s${reading} + ${reads[reading]!.through === "parameter" ? "d" : "i"}]`,
    text: (reading, text) => {
      const name = `t${texts.length}`;
      texts.push(`const ${name} = codes[${reading}](${JSON.stringify(text)});`);
      return name;
    },
    apply: (operator, ...operands) => operators[operator](...operands),
    call: (name, ...values) => `fin(f_${name}(${values.join(", ")}))`
  };
}

const operators: Record<Operator, (...operands: string[]) => string> = {
  "-x": (a) => `(-${a})`,
  "+": (a, b) => `(${a} + ${b})`,
  "-": (a, b) => `(${a} - ${b})`,
  "*": (a, b) => `(${a} * ${b})`,
  over: (a, b) => `(${a} / ${b})`,
  "/": (a, b) => `div(${a}, ${b})`,
  "**": (a, b) => `pow(${a}, ${b})`,
  "<": (a, b) => `lt(${a}, ${b})`,
  "<=": (a, b) => `le(${a}, ${b})`,
  "=": (a, b) => `eq(${a}, ${b})`,
  not: (a) => `not(${a})`,
  and: (a, b) => `and(${a}, ${b})`,
  or: (a, b) => `or(${a}, ${b})`,
  pick: (test, a, b) => `pick(${test}, ${a}, ${b})`
};
