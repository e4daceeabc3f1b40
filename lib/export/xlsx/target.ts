import type {Operator, Target} from "../../sheet/compose.js";
import type {SheetFunction} from "../../sheet/functions.js";
import {atom, infix, neat, within, type Infix} from "../infix.js";
import {functionBody} from "../function-body.js";

/**
 * Formulas in spreadsheet syntax, in which a missing value is an error and propagates; `read` names a cell. Functions
 * that are a single expression are written out; algorithms cannot be called.
 */
export function excelTarget(
  functions: Record<string, SheetFunction>,
  read: (reading: number) => string
): Target<Infix> {
  return {
    number: (value) => ({text: number(value), rank: value < 0 ? RANK.negate : Infinity, truth: false}),
    read: (reading) => atom(read(reading)),
    text: (_, text) => atom(quoted(text)),
    apply: (operator, ...operands) => operators[operator](...operands),
    call: (name, ...values) => call(functions, name, values)
  };
}

/** A text as a string literal of a formula. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Code as a number. */
export function asNumber(code: Infix): string {
  return code.truth ? `IF(${code.text},1,0)` : code.text;
}

// In spreadsheets a minus sign binds tighter than a power.
const RANK = {compare: 1, add: 3, multiply: 4, power: 5, negate: 6};

function number(value: number): string {
  return neat(value).toUpperCase();
}

const operators: Record<Operator, (...operands: Infix[]) => Infix> = {
  "-x": (a) => ({text: `-${within(numeric(a), RANK.negate + 1)}`, rank: RANK.negate, truth: false}),
  "+": (...sides) => infix("+", RANK.add, sides.map(numeric)),
  "-": (...sides) => infix("-", RANK.add, sides.map(numeric)),
  "*": (...sides) => infix("*", RANK.multiply, sides.map(numeric)),
  over: (...sides) => infix("/", RANK.multiply, sides.map(numeric)),
  "/": (...sides) => infix("/", RANK.multiply, sides.map(numeric)),
  "**": (...sides) => infix("^", RANK.power, sides.map(numeric)),
  "<": (...sides) => comparison("<", sides),
  "<=": (...sides) => comparison("<=", sides),
  "=": (a, b) => (b.text.startsWith('"') ? exact(a, b) : comparison("=", [a, b])),
  not: (a) => formula("NOT", [truth(a)], true),
  and: (a, b) => formula("IF", [truth(a), truth(b), atom("FALSE", true)], true),
  or: (a, b) => formula("IF", [truth(a), atom("TRUE", true), truth(b)], true),
  pick: (test, a, b) => formula("IF", [truth(test), numeric(a), numeric(b)])
};

function exact(a: Infix, b: Infix): Infix {
  return formula("EXACT", [a, b], true);
}

function comparison(operator: string, sides: readonly Infix[]): Infix {
  return {...infix(operator, RANK.compare, sides.map(numeric), true), truth: true};
}

function formula(name: string, values: readonly Infix[], truth = false): Infix {
  return atom(`${name}(${values.map(({text}) => text).join(",")})`, truth);
}

function numeric(code: Infix): Infix {
  return code.truth ? atom(asNumber(code)) : code;
}

function truth(code: Infix): Infix {
  return code.truth ? code : comparison("<>", [code, atom("0")]);
}

const builtIn: Record<string, (...values: Infix[]) => Infix> = {
  min: (...values) => formula("MIN", values),
  max: (...values) => formula("MAX", values),
  abs: (a) => formula("ABS", [a]),
  floor: (a) => formula("INT", [a]),
  ceil: (a) => operators["-x"](formula("INT", [operators["-x"](a)])),
  exp: (a) => formula("EXP", [a]),
  log: (a) => formula("LN", [a]),
  sqrt: (a) => formula("SQRT", [a]),
  known: (a, b) => formula("IF", [formula("ISNA", [a], true), b, a])
};

function call(functions: Record<string, SheetFunction>, name: string, values: readonly Infix[]): Infix {
  const known = builtIn[name];
  if (known) return known(...values.map(numeric));
  const body = functionBody(functions[name]!);
  if (!body) throw new Error(`${name} is an algorithm`);
  return body.compose({...excelTarget(functions, () => ""), read: (reading) => numeric(values[reading]!)});
}

/** Whether a formula can express a function; if not, it is an algorithm. */
export function isWritten(functions: Record<string, SheetFunction>, name: string): boolean {
  return name in builtIn || functionBody(functions[name]!) !== undefined;
}
