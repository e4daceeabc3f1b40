import {exp} from "./exponential.js";
import {log} from "./logarithm.js";
import {parseUnit, power, type Unit} from "./unit.js";

/** A function that formulas may call: how it computes, and how units go through it. */
export interface SheetFunction {
  doc: string;
  /** Numbers in, number out: pure. Arguments are in `takes`, the result in `gives`, where units are fixed. */
  evaluate: (...values: number[]) => number;
  units: UnitRule;
  /** How many values it takes: a number of them, or one or more. */
  takes: number | "one or more";
}

/**
 * `same`: all arguments and the result are commensurable; `pure`: all are pure numbers; `root`: the square root; else
 * fixed.
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

/** The mathematics that every formula may use. */
export const mathematics = {
  min: {doc: "The least of its arguments.", evaluate: Math.min, units: "same", takes: "one or more"},
  max: {doc: "The greatest of its arguments.", evaluate: Math.max, units: "same", takes: "one or more"},
  abs: {doc: "The size of a number without its sign.", evaluate: Math.abs, units: "same", takes: 1},
  floor: {doc: "The greatest whole number not above a pure number.", evaluate: Math.floor, units: "pure", takes: 1},
  ceil: {doc: "The least whole number not below a pure number.", evaluate: Math.ceil, units: "pure", takes: 1},
  exp: {doc: "e to the power of a pure number.", evaluate: exp, units: "pure", takes: 1},
  log: {doc: "The natural logarithm of a pure number.", evaluate: log, units: "pure", takes: 1},
  sqrt: {doc: "The square root.", evaluate: Math.sqrt, units: "root", takes: 1},
  known: {
    doc: "The first argument, or the second where the first, an input, was left empty.",
    evaluate: (value: number, fallback: number) => (Number.isNaN(value) ? fallback : value),
    units: "same",
    takes: 2
  }
} satisfies Record<string, SheetFunction>;

/** The functions as a formula sees them. */
export type Callable<F extends Record<string, SheetFunction>> = {[K in keyof F]: F[K]["evaluate"]};

/** The unit of a root; half exponents are fine as long as they cancel later. */
export function rootUnit(unit: Unit): Unit {
  return power(unit, 0.5);
}

/** The units that a fixed-unit function takes and gives. */
export function fixedUnits(rule: {takes: string[]; gives: string}, place: string): {takes: Unit[]; gives: Unit} {
  return {takes: rule.takes.map((unit) => parseUnit(unit, place)), gives: parseUnit(rule.gives, place)};
}
