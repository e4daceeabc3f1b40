import type {Operator, Target} from "../../sheet/compose.js";
import {atom, infix, neat, within, type Infix} from "../infix.js";
import {quoted} from "./identifier.js";

/**
 * Formulas as DuckDB expressions of doubles and booleans, in which NULL means missing and propagates; `read` names a
 * cell.
 */
export function sqlTarget(read: (reading: number) => string): Target<Infix> {
  return {
    number: (value) => atom(number(value)),
    read: (reading) => atom(read(reading)),
    text: (_, text) => atom(quoted(text)),
    apply: (operator, ...operands) => operators[operator](...operands),
    call: (name, ...values) => call(name, values)
  };
}

/** A number as a double: DuckDB reads `0.5` as a decimal, and products of integers can overflow. */
export function number(value: number): string {
  const text = neat(value);
  const isPlain = Number.isInteger(value) && Math.abs(value) < 10_000;
  const written = isPlain || text.includes("e") ? text : `${text}e0`;
  return value < 0 ? `(${written})` : written;
}

/** Code as a column of doubles. */
export function asNumber(code: Infix): string {
  return code.truth ? `(${code.text})::DOUBLE` : code.text;
}

const RANK = {compare: 4, add: 5, multiply: 6, negate: 7};

const operators: Record<Operator, (...operands: Infix[]) => Infix> = {
  "-x": (a) => ({text: `-${within(numeric(a), RANK.negate + 1)}`, rank: RANK.negate, truth: false}),
  "+": (...sides) => infix("+", RANK.add, sides.map(numeric)),
  "-": (...sides) => infix("-", RANK.add, sides.map(numeric)),
  "*": (...sides) => infix("*", RANK.multiply, sides.map(numeric)),
  over: (...sides) => infix("/", RANK.multiply, sides.map(numeric)),
  "/": (a, b) => infix("/", RANK.multiply, [numeric(a), macro("nonzero", [b])]),
  "**": (...sides) => macro("power", sides),
  "<": (...sides) => comparison("<", sides),
  "<=": (...sides) => comparison("<=", sides),
  "=": (...sides) => comparison("=", sides),
  not: (a) => ({text: `NOT ${within(truth(a), RANK.compare + 1)}`, rank: RANK.compare - 1, truth: true}),
  and: (a, b) => choice(a, truth(b), atom("false", true)),
  or: (a, b) => choice(a, atom("true", true), truth(b)),
  pick: (test, a, b) => choice(test, numeric(a), numeric(b))
};

/** A missing test selects neither branch; a plain WHEN would treat it as false. */
function choice(test: Infix, then: Infix, otherwise: Infix): Infix {
  const text = `CASE ${truth(test).text} WHEN true THEN ${then.text} WHEN false THEN ${otherwise.text} END`;
  return atom(text, then.truth);
}

function comparison(operator: string, sides: readonly Infix[]): Infix {
  return {...infix(operator, RANK.compare, sides.map(numeric), true), truth: true};
}

function numeric(code: Infix): Infix {
  return code.truth ? atom(asNumber(code)) : code;
}

function truth(code: Infix): Infix {
  return code.truth ? code : comparison("<>", [code, atom("0")]);
}

const builtIn: Record<string, string> = {
  known: "coalesce",
  abs: "abs",
  floor: "floor",
  ceil: "ceil",
  exp: "exponential",
  log: "logarithm",
  sqrt: "root"
};

/** The minimum or maximum of several values, taken two at a time. */
function call(name: string, values: readonly Infix[]): Infix {
  if (name === "min" || name === "max")
    return values.map(numeric).reduce((a, b) => macro(name === "min" ? "lesser" : "greater", [a, b]));
  return macro(builtIn[name] ?? name, values);
}

function macro(name: string, values: readonly Infix[]): Infix {
  return atom(`${name}(${values.map(asNumber).join(", ")})`);
}
