import type {Expression} from "./expression.js";
import {fixedUnits, type SheetFunction} from "./functions.js";
import type {ModelColumn} from "./model.js";
import {pow} from "./power.js";

/** Why a cell holds no number. A fault propagates unchanged to all dependents. */
export interface Fault {
  kind: "missing" | "no match" | "no rows" | "division by zero" | "not a number" | "overflow";
  /** Where it originated: `table[row].column`, with `@month` if relevant. */
  cell: string;
  /** A sentence for people. */
  message: string;
}

/** Reads a column or parameter at the cell in question: a number in its unit, or a fault. */
export type CellReader = (name: string, type: "column" | "parameter", source: ModelColumn) => number | string | Fault;

/** Finds why a formula gives no number at a cell: the first fault that it reads, or the operation that fails. */
export function diagnose(
  column: ModelColumn,
  cell: () => string,
  functions: Record<string, SheetFunction>,
  read: CellReader
): Fault {
  const value = new Tracer(column, cell, functions, read).value(column.expression!);
  if (typeof value === "object") return value;
  return overflow(cell());
}

/** The fault of an input that was left empty. */
export function missing(cell: string): Fault {
  return {kind: "missing", cell, message: `${cell}: not available (input left blank)`};
}

/** The fault of a value beyond the largest number. */
export function overflow(cell: string): Fault {
  return {kind: "overflow", cell, message: `${cell}: the value is too large for a number`};
}

class Tracer {
  constructor(
    readonly column: ModelColumn,
    readonly cell: () => string,
    readonly functions: Record<string, SheetFunction>,
    readonly read: CellReader
  ) {}

  /** The value in base units, or the fault. */
  value(e: Expression): number | string | Fault {
    switch (e.type) {
      case "number":
      case "string":
        return e.value;
      case "column":
      case "parameter": {
        const source = this.source(e.name, e.type);
        const value = this.read(e.name, e.type, source);
        return typeof value === "number" ? value * source.unit.scale : value;
      }
      case "choose": {
        const test = this.value(e.test);
        return typeof test === "object" ? test : this.value(test === 0 ? e.otherwise : e.then);
      }
      case "logic": {
        const left = this.value(e.left);
        if (typeof left === "object" || (left === 0) === (e.operator === "&&")) return left;
        return this.value(e.right);
      }
      case "call":
        return this.call(e);
      case "negate":
      case "not":
        return this.apply(e, [e.operand], ([a]) => (e.type === "negate" ? -a! : Number(a === 0)));
      case "compare":
        return this.compare(e);
      case "arithmetic":
        return this.apply(e, [e.left, e.right], ([a, b]) => arithmetic[e.operator](a!, b!));
    }
  }

  private source(name: string, type: "column" | "parameter"): ModelColumn {
    return this.column.reads.find(
      ({column, through}) => column.name === name && (type === "parameter") === (through === "parameter")
    )!.column;
  }

  private compare(e: Extract<Expression, {type: "compare"}>): number | string | Fault {
    const [left, right] = [this.value(e.left), this.value(e.right)];
    if (typeof left === "object") return left;
    if (typeof right === "object") return right;
    return comparison[e.operator](left, right) ? 1 : 0;
  }

  private call(e: Extract<Expression, {type: "call"}>): number | string | Fault {
    if (e.name === "known") {
      const first = this.value(e.arguments[0]!);
      return typeof first === "object" && first.kind === "missing" ? this.value(e.arguments[1]!) : first;
    }
    const called = this.functions[e.name]!;
    const scales = typeof called.units === "object" ? fixedUnits(called.units, this.column.id) : undefined;
    const compute = (values: number[]): number =>
      called.evaluate(...values.map((value, i) => value / (scales?.takes[i]?.scale ?? 1))) * (scales?.gives.scale ?? 1);
    return this.apply(e, e.arguments, compute);
  }

  private apply(e: Expression, operands: Expression[], compute: (values: number[]) => number): number | Fault {
    const values: number[] = [];
    for (const operand of operands) {
      const value = this.value(operand);
      if (typeof value === "object") return value;
      values.push(Number(value));
    }
    const result = compute(values);
    return Number.isFinite(result) ? result : this.failed(e, values);
  }

  private failed(e: Expression, values: number[]): Fault {
    const divided = e.type === "arithmetic" && e.operator === "/" && values[1] === 0;
    const kind = divided ? "division by zero" : values.every(Number.isFinite) ? "not a number" : "overflow";
    const piece = this.column.text!.slice(e.start, e.end);
    const cell = this.cell();
    return {kind, cell, message: `${cell}: ${kind} in ${piece} (${values.join(", ")} in base units)`};
  }
}

const arithmetic: Record<"+" | "-" | "*" | "/" | "**", (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? NaN : a / b),
  "**": pow
};

const comparison: Record<"<" | "<=" | ">" | ">=" | "===" | "!==", (a: number | string, b: number | string) => boolean> =
  {
    "<": (a, b) => a < b,
    "<=": (a, b) => a <= b,
    ">": (a, b) => a > b,
    ">=": (a, b) => a >= b,
    "===": (a, b) => a === b,
    "!==": (a, b) => a !== b
  };
