import {exp} from "./exponential.js";
import {log} from "./logarithm.js";
import {parseUnit, power, type Unit} from "./unit.js";

/** A function for formulas: how it computes, and how it treats units. */
export interface SheetFunction {
  doc: string;
  /** Pure function of numbers. For fixed units, arguments are in `takes` and the result in `gives`. */
  evaluate: (...values: number[]) => number;
  units: UnitRule;
  /** Number of arguments: a fixed number, or one or more. */
  takes: number | "one or more";
}

/**
 * `same`: all arguments and the result are commensurable; `pure`: all are pure numbers; `root`: the square root;
 * otherwise fixed.
 */
export type UnitRule = "same" | "pure" | "root" | {takes: string[]; gives: string};

/** A named function with fixed units, e.g. `define("die/wafer", ["mm2/die", "mm"], "Gross dies", diesPerWafer)`. */
export function define(
  gives: string,
  takes: string[],
  doc: string,
  evaluate: SheetFunction["evaluate"]
): SheetFunction {
  return {doc, evaluate, units: {takes, gives}, takes: takes.length};
}

/** The mathematical functions available to every formula. */
export const mathematics = {
  min: {doc: "The smallest of its arguments.", evaluate: Math.min, units: "same", takes: "one or more"},
  max: {doc: "The largest of its arguments.", evaluate: Math.max, units: "same", takes: "one or more"},
  abs: {doc: "The absolute value of a number.", evaluate: Math.abs, units: "same", takes: 1},
  floor: {doc: "A pure number rounded down to a whole number.", evaluate: Math.floor, units: "pure", takes: 1},
  ceil: {doc: "A pure number rounded up to a whole number.", evaluate: Math.ceil, units: "pure", takes: 1},
  exp: {doc: "e to the power of a pure number.", evaluate: exp, units: "pure", takes: 1},
  log: {doc: "The natural logarithm of a pure number.", evaluate: log, units: "pure", takes: 1},
  sqrt: {doc: "The square root.", evaluate: Math.sqrt, units: "root", takes: 1},
  known: {
    doc: "The first argument, an input, or the second if the first was left empty.",
    evaluate: (value: number, fallback: number) => (Number.isNaN(value) ? fallback : value),
    units: "same",
    takes: 2
  }
} satisfies Record<string, SheetFunction>;

/** The functions in the form that formulas see. */
export type Callable<F extends Record<string, SheetFunction>> = {[K in keyof F]: F[K]["evaluate"]};

/** The unit of a root; half exponents are allowed if they cancel later. */
export function rootUnit(unit: Unit): Unit {
  return power(unit, 0.5);
}

/** The argument and result units of a function with fixed units. */
export function fixedUnits(rule: {takes: string[]; gives: string}, place: string): {takes: Unit[]; gives: Unit} {
  return {takes: rule.takes.map((unit) => parseUnit(unit, place)), gives: parseUnit(rule.gives, place)};
}
