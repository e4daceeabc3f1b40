import type {Expression} from "./expression.js";
import {fixedUnits, type SheetFunction} from "./functions.js";
import type {ModelColumn} from "./model.js";
import type {Unit} from "./unit.js";

/**
 * Computes one formula column for one month: fills `out` (rows x draws, draws contiguous) from the cells that it reads,
 * in the order of `column.reads`; a read parameter has one row. What can't be computed is NaN.
 */
export type Kernel = (out: Float64Array, rows: number, draws: number, cells: Float64Array[], codes: TextCode[]) => void;

/** The number that stands for a text in a text column's cells, or -1 where no cell holds it. */
export type TextCode = (text: string) => number;

/** Straight-line code for a formula column: one loop over rows and draws, unit factors folded in. It is made once. */
export function kernel(column: ModelColumn, functions: Record<string, SheetFunction>): Kernel {
  const known = kernels.get(column) ?? compile(column, functions);
  kernels.set(column, known);
  return known;
}

const kernels = new WeakMap<ModelColumn, Kernel>();

function compile(column: ModelColumn, functions: Record<string, SheetFunction>): Kernel {
  const writer = new Writer(column, functions);
  const {code, scale} = writer.write(column.expression!);
  const value = rescale(code, scale / column.unit.scale);
  const names = column.reads.map((_, i) => `const c${i} = cells[${i}];`);
  const source = `"use strict";
const {fin, div, pow, lt, le, eq, not, and, or, pick} = helpers;
${Object.keys(functions)
  .map((name) => `const f_${name} = functions.${name}.evaluate;`)
  .join("\n")}
return (out, rows, draws, cells, codes) => {
  ${names.join(" ")} ${writer.texts.join(" ")}
  for (let r = 0, i = 0; r < rows; ++r) for (let d = 0; d < draws; ++d, ++i) out[i] = ${value};
}`;
  return (new Function("helpers", "functions", source) as (h: typeof semantics, f: typeof functions) => Kernel)(
    semantics,
    functions
  );
}

/** How operators treat what can't be computed: NaN goes through everything, a division by zero is NaN at once. */
export const semantics = {
  fin: (x: number) => (x - x === 0 ? x : NaN),
  div: (a: number, b: number) => (b === 0 ? NaN : a / b),
  // NaN ** 0 is 1 in JavaScript.
  pow: (a: number, b: number) => semantics.fin(a === a ? a ** b : NaN),
  lt: (a: number, b: number) => (a < b ? 1 : a >= b ? 0 : NaN),
  le: (a: number, b: number) => (a <= b ? 1 : a > b ? 0 : NaN),
  eq: (a: number, b: number) => (a === b ? 1 : a - b === a - b ? 0 : NaN),
  not: (a: number) => (a === 0 ? 1 : a === a ? 0 : NaN),
  and: (a: number, b: number) => (a === 0 || a !== a ? a : b),
  or: (a: number, b: number) => (a === 0 ? b : a),
  pick: (test: number, a: number, b: number) => (test === 0 ? b : test === test ? a : NaN)
};

/** Code and the number of base units that one of its values holds. */
interface Scaled {
  code: string;
  scale: number;
}

class Writer {
  readonly texts: string[] = [];
  private readonly written = new Map<Expression, Scaled>();

  constructor(
    readonly column: ModelColumn,
    readonly functions: Record<string, SheetFunction>
  ) {}

  /** Each part is written once, however often its scale is asked for. */
  write(e: Expression): Scaled {
    const written = this.written.get(e) ?? this.compose(e);
    this.written.set(e, written);
    return written;
  }

  private compose(e: Expression): Scaled {
    switch (e.type) {
      case "number":
        return {code: e.value < 0 ? `(${e.value})` : String(e.value), scale: 1};
      case "string":
        throw new Error("a text is written by its comparison");
      case "column":
      case "parameter":
        return this.read(e.name, e.type);
      case "negate": {
        const {code, scale} = this.write(e.operand);
        return {code: `(-${code})`, scale};
      }
      case "not":
        return pure(`not(${this.base(e.operand)})`);
      case "logic":
        return pure(`${e.operator === "&&" ? "and" : "or"}(${this.base(e.left)}, ${this.base(e.right)})`);
      case "compare":
        return pure(this.compare(e));
      case "choose": {
        const [then, otherwise, scale] = this.align(e.then, e.otherwise);
        return {code: `pick(${this.base(e.test)}, ${then}, ${otherwise})`, scale};
      }
      case "arithmetic":
        return this.arithmetic(e);
      case "call":
        return this.call(e);
    }
  }

  private read(name: string, type: "column" | "parameter"): Scaled {
    const i = readingOf(this.column, name, type);
    const {column, through} = this.column.reads[i]!;
    return {code: `c${i}[${through === "parameter" ? "d" : "i"}]`, scale: column.unit.scale};
  }

  private arithmetic({operator, left, right}: Extract<Expression, {type: "arithmetic"}>): Scaled {
    if (operator === "+" || operator === "-") {
      const [a, b, scale] = this.align(left, right);
      return {code: `(${a} ${operator} ${b})`, scale};
    }
    const a = this.write(left);
    if (operator === "**") return this.raise(a, right);
    const b = this.write(right);
    if (operator === "*") return {code: `(${a.code} * ${b.code})`, scale: a.scale * b.scale};
    const divisor =
      right.type === "number" && right.value !== 0 ? `(${a.code} / ${b.code})` : `div(${a.code}, ${b.code})`;
    return {code: divisor, scale: a.scale / b.scale};
  }

  private raise(a: Scaled, exponent: Expression): Scaled {
    if (exponent.type !== "number") return pure(`pow(${rescale(a.code, a.scale)}, ${this.base(exponent)})`);
    return {code: `pow(${a.code}, ${exponent.value})`, scale: a.scale ** exponent.value};
  }

  private compare({operator, left, right}: Extract<Expression, {type: "compare"}>): string {
    if (left.type === "string") return this.compareText(right, left.value, operator);
    if (right.type === "string") return this.compareText(left, right.value, operator);
    const [a, b] = this.align(left, right);
    switch (operator) {
      case "<":
        return `lt(${a}, ${b})`;
      case "<=":
        return `le(${a}, ${b})`;
      case ">":
        return `lt(${b}, ${a})`;
      case ">=":
        return `le(${b}, ${a})`;
      case "===":
        return `eq(${a}, ${b})`;
      case "!==":
        return `not(eq(${a}, ${b}))`;
    }
  }

  private compareText(e: Expression, value: string, operator: string): string {
    if (e.type !== "column" && e.type !== "parameter") throw new Error("only a column holds a text");
    const i = readingOf(this.column, e.name, e.type);
    const name = `t${this.texts.length}`;
    this.texts.push(`const ${name} = codes[${i}](${JSON.stringify(value)});`);
    const equal = `eq(${this.read(e.name, e.type).code}, ${name})`;
    return operator === "===" ? equal : `not(${equal})`;
  }

  private call({name, arguments: values}: Extract<Expression, {type: "call"}>): Scaled {
    const {units} = this.functions[name]!;
    if (units === "same") {
      const scale = this.write(values.find((value) => !isZero(value)) ?? values[0]!).scale;
      return {code: `fin(f_${name}(${values.map((value) => this.at(value, scale)).join(", ")}))`, scale};
    }
    if (units === "root") {
      const {code, scale} = this.write(values[0]!);
      return {code: `fin(f_${name}(${code}))`, scale: Math.sqrt(scale)};
    }
    if (units === "pure") return pure(`fin(f_${name}(${values.map((value) => this.base(value)).join(", ")}))`);
    const {takes, gives} = fixedUnits(units, this.column.id);
    return {
      code: `fin(f_${name}(${values.map((value, i) => this.at(value, takes[i]!.scale)).join(", ")}))`,
      scale: gives.scale
    };
  }

  /** Two values in the same scale. A zero fits any scale. */
  private align(left: Expression, right: Expression): [string, string, number] {
    const scale = this.write(isZero(left) ? right : left).scale;
    return [this.at(left, scale), this.at(right, scale), scale];
  }

  private at(e: Expression, scale: number): string {
    const written = this.write(e);
    return rescale(written.code, isZero(e) ? 1 : written.scale / scale);
  }

  private base(e: Expression): string {
    return this.at(e, 1);
  }
}

/** Where in `column.reads` a name of its formula stands. */
export function readingOf(column: ModelColumn, name: string, type: "column" | "parameter"): number {
  return column.reads.findIndex(
    ({column: source, through}) => source.name === name && (type === "parameter") === (through === "parameter")
  );
}

/** The factor from one unit's numbers to another's. */
export function factor(from: Unit, to: Unit): number {
  return from.scale / to.scale;
}

function isZero(e: Expression): boolean {
  return e.type === "number" && e.value === 0;
}

function pure(code: string): Scaled {
  return {code, scale: 1};
}

function rescale(code: string, by: number): string {
  return by === 1 ? code : `(${code} * ${by})`;
}
