import fc from "fast-check";
import type {Strip} from "../../lib/sheet/slab.js";
import type {Expression} from "../../lib/sheet/expression.js";

/** The vocabulary of random expressions: names, numbers, and functions with their numbers of arguments. */
export interface Ingredients {
  columns: string[];
  parameters: string[];
  numbers: fc.Arbitrary<number>;
  functions: Record<string, [least: number, most: number]>;
}

const span = {start: 0, end: 0};

/** Random expressions that yield numbers. */
export function numeric({columns, parameters, numbers, functions}: Ingredients): fc.Arbitrary<Expression> {
  const {value} = fc.letrec<{value: Expression; truth: Expression}>((tie) => {
    const [value, truth] = [tie("value"), tie("truth")];
    const calls = Object.entries(functions).map(([name, [minLength, maxLength]]) =>
      fc
        .array(value, {minLength, maxLength})
        .map((list): Expression => ({type: "call", name, arguments: list, ...span}))
    );
    return {
      value: fc.oneof(
        {depthSize: "small", withCrossShrink: true},
        numbers.map((n): Expression => ({type: "number", value: n, ...span})),
        fc.constantFrom(...columns).map((name): Expression => ({type: "column", name, ...span})),
        fc.constantFrom(...parameters).map((name): Expression => ({type: "parameter", name, ...span})),
        value.filter(({type}) => type !== "number").map((operand): Expression => ({type: "negate", operand, ...span})),
        fc
          .tuple(fc.constantFrom("+", "-", "*", "/", "**"), value, value)
          .map(([operator, left, right]): Expression => ({type: "arithmetic", operator, left, right, ...span})),
        fc
          .tuple(truth, value, value)
          .map(([test, then, otherwise]): Expression => ({type: "choose", test, then, otherwise, ...span})),
        ...calls
      ),
      truth: fc.oneof(
        {depthSize: "small", withCrossShrink: true},
        fc
          .tuple(fc.constantFrom("<", "<=", ">", ">=", "===", "!=="), value, value)
          .map(([operator, left, right]): Expression => ({type: "compare", operator, left, right, ...span})),
        truth.map((operand): Expression => ({type: "not", operand, ...span})),
        fc
          .tuple(fc.constantFrom("&&", "||"), truth, truth)
          .map(([operator, left, right]): Expression => ({type: "logic", operator, left, right, ...span}))
      )
    };
  });
  return value;
}

/** An expression without text positions, for comparison. */
export function bare(e: unknown): unknown {
  if (Array.isArray(e)) return e.map(bare);
  if (typeof e !== "object" || e === null) return e;
  const kept = Object.entries(e).filter(([name]) => name !== "start" && name !== "end");
  return Object.fromEntries(kept.map(([name, value]) => [name, bare(value)]));
}

/** A column's cells in one month. */
export function slab(cells: readonly number[], draws = 1): Strip {
  return {cells: Float64Array.from(cells), start: 0, step: 0, rows: cells.length / draws, draws};
}
