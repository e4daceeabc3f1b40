import type {Engine, Outcome} from "./engine.js";
import {matrixOf, type Constraint, type Matrix, type Program, type Variable} from "./program.js";

/** The gain in the objective from one more unit of a bound, and the range for which it holds. */
export interface ShadowPrice {
  value: number;
  from: number;
  to: number;
}

/** A solved program. */
export interface Solution {
  status: Outcome["status"];
  /** The objective. */
  value: number;
  /** The value of a variable. */
  amountOf: (variable: Variable) => number;
  /** A constraint's shadow price; whole-number variables are held at their values. */
  price: (constraint: Constraint) => ShadowPrice;
  /** Relative gap between the objective and the dual objective: 0 proves optimality. */
  gap: number;
}

/** Solves a program. If there is no solution, `status` gives the reason and every number is NaN. */
export async function solve(program: Program, engine: Engine): Promise<Solution> {
  const matrix = matrixOf(program);
  const first = await engine.solve(matrix);
  if (first.status !== "optimal") return unsolved(first.status);
  const priced = matrix.whole.includes(1) ? await engine.solve(fixed(matrix, first)) : first;
  const columns = new Map(program.variables.map((variable, i) => [variable, i]));
  const rows = new Map(program.constraints.map((constraint, i) => [constraint, i]));
  return {
    status: first.status,
    value: first.value,
    amountOf: (variable) => (first.primal[columns.get(variable)!] ?? NaN) + 0,
    price: (constraint) => priceAt(priced, rows.get(constraint)!),
    gap: gapOf(matrix.whole.includes(1) ? fixed(matrix, first) : matrix, priced)
  };
}

function unsolved(status: Outcome["status"]): Solution {
  const price = {value: NaN, from: NaN, to: NaN};
  return {status, value: NaN, amountOf: () => NaN, price: () => price, gap: NaN};
}

function priceAt({dual, from, to}: Outcome, row: number): ShadowPrice {
  return {value: dual[row] ?? NaN, from: from[row] ?? NaN, to: to[row] ?? NaN};
}

/** The program with its integers fixed, so that the rest is linear and has shadow prices. */
function fixed(matrix: Matrix, {primal}: Outcome): Matrix {
  const held = (bounds: Float64Array) => bounds.map((bound, i) => (matrix.whole[i] ? Math.round(primal[i]!) : bound));
  return {...matrix, least: held(matrix.least), most: held(matrix.most), whole: matrix.whole.map(() => 0)};
}

/** The dual objective is every bound times its price; it is summed here rather than taken from the solver. */
function gapOf({maximise, least, most, rowLeast, rowMost}: Matrix, {value, dual, reduced}: Outcome): number {
  const sign = maximise ? -1 : 1;
  const bounded = (price: number, low: number, high: number): number =>
    price === 0 ? 0 : price * (price * sign > 0 ? low : high);
  const sum = (prices: Float64Array, low: Float64Array, high: Float64Array): number =>
    prices.reduce((total, price, i) => total + bounded(negligible(price), low[i]!, high[i]!), 0);
  return Math.abs(value - sum(dual, rowLeast, rowMost) - sum(reduced, least, most)) / Math.max(1, Math.abs(value));
}

/** Prices below the solver's tolerance, on variables without a bound on that side, count as 0. */
function negligible(price: number): number {
  return Math.abs(price) < 1e-7 ? 0 : price;
}
