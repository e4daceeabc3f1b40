/** The position of a node in the formula's text. */
export interface Span {
  start: number;
  end: number;
}

/** The syntax that formulas may use. */
export type Expression = Span &
  (
    | {type: "number"; value: number}
    | {type: "string"; value: string}
    | {type: "column"; name: string}
    | {type: "parameter"; name: string}
    | {type: "negate"; operand: Expression}
    | {type: "not"; operand: Expression}
    | {type: "arithmetic"; operator: "+" | "-" | "*" | "/" | "**"; left: Expression; right: Expression}
    | {type: "compare"; operator: "<" | "<=" | ">" | ">=" | "===" | "!=="; left: Expression; right: Expression}
    | {type: "logic"; operator: "&&" | "||"; left: Expression; right: Expression}
    | {type: "choose"; test: Expression; then: Expression; otherwise: Expression}
    | {type: "call"; name: string; arguments: Expression[]}
  );

/** The direct parts of an expression, in reading order. */
export function parts(e: Expression): Expression[] {
  switch (e.type) {
    case "negate":
    case "not":
      return [e.operand];
    case "arithmetic":
    case "compare":
    case "logic":
      return [e.left, e.right];
    case "choose":
      return [e.test, e.then, e.otherwise];
    case "call":
      return e.arguments;
    default:
      return [];
  }
}

/** The distinct column or parameter names that an expression reads, in reading order. */
export function names(e: Expression, type: "column" | "parameter"): string[] {
  const own = e.type === type ? [e.name] : [];
  return [...new Set([...own, ...parts(e).flatMap((part) => names(part, type))])];
}

/** The expression as text, independent of the transpiler: `count * board_power`. */
export function print(e: Expression): string {
  return printAt(e, 0);
}

const precedence = {
  "||": 1,
  "&&": 2,
  "===": 3,
  "!==": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "**": 8
};
const UNARY = 7;
// JavaScript accepts neither -a ** b nor --a.
const OPERAND = 9;

function printAt(e: Expression, outer: number): string {
  switch (e.type) {
    case "number":
      return wrap(String(e.value), e.value < 0 && outer > UNARY);
    case "string":
      return JSON.stringify(e.value);
    case "column":
      return e.name;
    case "parameter":
      return `parameter.${e.name}`;
    case "negate":
      return wrap(`-${printAt(e.operand, OPERAND)}`, outer > UNARY);
    case "not":
      return wrap(`!${printAt(e.operand, OPERAND)}`, outer > UNARY);
    case "choose":
      return wrap(`${printAt(e.test, 1)} ? ${printAt(e.then, 0)} : ${printAt(e.otherwise, 0)}`, outer > 0);
    case "call":
      return `${e.name}(${e.arguments.map(print).join(", ")})`;
    default: {
      const own = precedence[e.operator];
      const [left, right] = e.operator === "**" ? [own + 1, own] : [own, own + 1];
      return wrap(`${printAt(e.left, left)} ${e.operator} ${printAt(e.right, right)}`, own < outer);
    }
  }
}

function wrap(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
