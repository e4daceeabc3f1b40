import {parts, type Expression} from "./expression.js";
import {get} from "./instructions.js";
import {parseFunction, type ParsedFunction} from "./parse.js";
import {
  absolute,
  add,
  and,
  atMost,
  choose,
  equal,
  greater,
  inverse,
  least,
  less,
  minus,
  negative,
  or,
  over,
  roundedDown,
  roundedUp,
  squareRoot,
  times,
  unequal
} from "./vector-arithmetic.js";
import {constant} from "./vector-code.js";
import {isVectorFunction, type VectorFunction} from "./vector-functions.js";
import type {Bytes} from "./wasm.js";

/** What is needed to write a body. */
export interface BodyTools {
  /** Code that uses a value more than once. */
  keep: (value: Bytes, use: (local: number) => Bytes) => Bytes;
  call: (name: VectorFunction, values: readonly Bytes[]) => Bytes;
}

/** A function's body for two draws at once, bit-identical to JavaScript's, given its arguments. */
export type Body = (values: readonly Bytes[], tools: BodyTools) => Bytes;

/** The body of a function of numbers, if it is one expression with comparisons only in choices; otherwise undefined. */
export function bodyOf(evaluate: (...values: number[]) => number): Body | undefined {
  if (!bodies.has(evaluate)) bodies.set(evaluate, read(evaluate));
  return bodies.get(evaluate);
}

const bodies = new WeakMap<object, Body | undefined>();

function read(evaluate: (...values: number[]) => number): Body | undefined {
  const parsed = parseFunction(evaluate);
  return parsed && isNumber(parsed.expression) ? (values, tools) => keepAll(parsed, values, tools) : undefined;
}

/** Stores the arguments in locals one by one, followed by the body. */
function keepAll(
  {parameters, expression}: ParsedFunction,
  values: readonly Bytes[],
  tools: BodyTools,
  known: ReadonlyMap<string, Bytes> = new Map()
): Bytes {
  const [name, ...others] = parameters;
  if (name === undefined) return new Writer(known, tools).number(expression);
  const [value, ...rest] = values;
  return tools.keep(value!, (local) =>
    keepAll({parameters: others, expression}, rest, tools, new Map([...known, [name, get(local)]]))
  );
}

/** Whether an expression is a number that can be written, with comparisons only in choices. */
function isNumber(e: Expression): boolean {
  switch (e.type) {
    case "number":
    case "column":
      return true;
    case "negate":
    case "arithmetic":
      return parts(e).every(isNumber);
    case "call":
      return (isVectorFunction(e.name) || e.name in instructions) && e.arguments.every(isNumber);
    case "choose":
      return isTest(e.test) && isNumber(e.then) && isNumber(e.otherwise);
    default:
      return false;
  }
}

function isTest(e: Expression): boolean {
  if (e.type === "compare") return parts(e).every(isNumber);
  return (e.type === "logic" || e.type === "not") && parts(e).every(isTest);
}

class Writer {
  constructor(
    readonly known: ReadonlyMap<string, Bytes>,
    readonly tools: BodyTools
  ) {}

  number(e: Expression): Bytes {
    switch (e.type) {
      case "number":
        return constant(e.value);
      case "column":
        return this.known.get(e.name)!;
      case "negate":
        return negative(this.number(e.operand));
      case "arithmetic":
        return this.arithmetic(e);
      case "choose":
        return choose(this.test(e.test), this.number(e.then), this.number(e.otherwise));
      case "call":
        return this.call(e);
      default:
        throw new Error(`a ${e.type} is no number`);
    }
  }

  private arithmetic({operator, left, right}: Extract<Expression, {type: "arithmetic"}>): Bytes {
    const [a, b] = [this.number(left), this.number(right)];
    if (operator !== "**") return arithmetic[operator](a, b);
    if (right.type === "number" && right.value === 2)
      return this.tools.keep(a, (local) => times(get(local), get(local)));
    return this.tools.call("**", [a, b]);
  }

  private call({name, arguments: all}: Extract<Expression, {type: "call"}>): Bytes {
    const values = all.map((value) => this.number(value));
    return isVectorFunction(name) ? this.tools.call(name, values) : instructions[name]!(values);
  }

  private test(e: Expression): Bytes {
    if (e.type === "not") return inverse(this.test(e.operand));
    if (e.type === "logic") return (e.operator === "&&" ? and : or)(this.test(e.left), this.test(e.right));
    if (e.type !== "compare") throw new Error(`a ${e.type} is no comparison`);
    return comparisons[e.operator](this.number(e.left), this.number(e.right));
  }
}

type Binary = (a: Bytes, b: Bytes) => Bytes;

const arithmetic = {"+": add, "-": minus, "*": times, "/": over};

const comparisons: Record<Extract<Expression, {type: "compare"}>["operator"], Binary> = {
  "<": less,
  "<=": atMost,
  ">": (a, b) => less(b, a),
  ">=": (a, b) => atMost(b, a),
  "===": equal,
  "!==": unequal
};

const instructions: Record<string, (values: readonly Bytes[]) => Bytes> = {
  min: (values) => values.reduce(least),
  max: (values) => values.reduce(greater),
  abs: ([value]) => absolute(value!),
  sqrt: ([value]) => squareRoot(value!),
  floor: ([value]) => roundedDown(value!),
  ceil: ([value]) => roundedUp(value!)
};
