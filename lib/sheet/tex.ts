import type {Expression} from "./expression.js";
import type {ModelColumn} from "./model.js";

/** A column's rule as TeX: `\text{power} = \text{size} \cdot \text{board power}`; empty for inputs. */
export function tex(column: ModelColumn): string {
  const right = ruleTex(column);
  return right === "" ? "" : `${name(column.name)} = ${right}`;
}

function ruleTex({definition, expression, target}: ModelColumn): string {
  switch (definition.kind) {
    case "formula":
      return write(expression!, 0);
    case "lookup":
      return `${name(definition.column)}\\big[${name(definition.via)}\\big]`;
    case "rollup":
      return rollup(definition, target !== undefined);
    case "previous": {
      const initial = typeof definition.initial === "number" ? String(definition.initial) : name(definition.initial);
      return `\\begin{cases} ${name(definition.column)}_{\\,t-1} & t > 0 \\\\ ${initial} & t = 0 \\end{cases}`;
    }
    default:
      return "";
  }
}

type RollupDefinition = Extract<ModelColumn["definition"], {kind: "rollup"}>;

function rollup({table, column, aggregate, weight}: RollupDefinition, isRow: boolean): string {
  const [rows, value] = [`\\text{${plain(table().name)}}`, name(column)];
  if (isRow) return `\\operatorname*{arg\\,${aggregate.slice(3)}}_{${rows}} ${value}`;
  switch (aggregate) {
    case "sum":
      return `\\sum_{${rows}} ${value}`;
    case "count":
      return `\\left|\\,${rows}\\,\\right|`;
    case "weighted_mean":
      return `\\frac{\\sum_{${rows}} ${value} \\cdot ${name(weight!)}}{\\sum_{${rows}} ${name(weight!)}}`;
    case "mean":
      return `\\frac{1}{\\left|${rows}\\right|} \\sum_{${rows}} ${value}`;
    default:
      return `\\${aggregate}_{${rows}} ${value}`;
  }
}

// Operator precedence; a fraction needs no parentheses.
const RANK = {"||": 1, "&&": 2, compare: 3, add: 4, multiply: 5, negate: 6, power: 7};
const signs = {
  "<": "<",
  "<=": "\\le",
  ">": ">",
  ">=": "\\ge",
  "===": "=",
  "!==": "\\ne",
  "&&": "\\land",
  "||": "\\lor"
};

function write(e: Expression, outer: number): string {
  switch (e.type) {
    case "number":
      return number(e.value);
    case "string":
      return `\\text{“${plain(e.value)}”}`;
    case "column":
    case "parameter":
      return name(e.name);
    case "negate":
      return wrap(`-${write(e.operand, RANK.negate)}`, outer > RANK.add);
    case "not":
      return `\\lnot ${write(e.operand, RANK.power)}`;
    case "choose":
      return wrap(cases(e), outer > 0);
    case "call":
      return call(e);
    case "logic":
    case "compare": {
      const rank = e.type === "logic" ? RANK[e.operator] : RANK.compare;
      return wrap(`${write(e.left, rank)} ${signs[e.operator]} ${write(e.right, rank + 1)}`, outer > rank);
    }
    case "arithmetic":
      return arithmetic(e, outer);
  }
}

function arithmetic({operator, left, right}: Extract<Expression, {type: "arithmetic"}>, outer: number): string {
  switch (operator) {
    case "/":
      return `\\frac{${write(left, 0)}}{${write(right, 0)}}`;
    case "**":
      return `${write(left, RANK.power + 1)}^{${write(right, 0)}}`;
    case "*":
      return wrap(`${write(left, RANK.multiply)} \\cdot ${write(right, RANK.multiply + 1)}`, outer > RANK.multiply);
    default:
      return wrap(`${write(left, RANK.add)} ${operator} ${write(right, RANK.add + 1)}`, outer > RANK.add);
  }
}

function cases(e: Extract<Expression, {type: "choose"}>): string {
  const lines = [`${write(e.then, 0)} & \\text{if } ${write(e.test, 0)}`];
  let rest = e.otherwise;
  for (; rest.type === "choose"; rest = rest.otherwise)
    lines.push(`${write(rest.then, 0)} & \\text{if } ${write(rest.test, 0)}`);
  return `\\begin{cases} ${[...lines, `${write(rest, 0)} & \\text{else}`].join(" \\\\ ")} \\end{cases}`;
}

function call({name: called, arguments: values}: Extract<Expression, {type: "call"}>): string {
  const written = values.map((value) => write(value, 0));
  switch (called) {
    case "sqrt":
      return `\\sqrt{${written[0]}}`;
    case "exp":
      return `e^{${written[0]}}`;
    case "abs":
      return `\\left|${written[0]}\\right|`;
    case "floor":
    case "ceil":
      return `\\left\\l${called} ${written[0]} \\right\\r${called}`;
    case "min":
    case "max":
      return `\\${called}\\left(${written.join(",\\; ")}\\right)`;
    case "log":
      return `\\ln\\left(${written[0]}\\right)`;
    default:
      return `\\operatorname{${plain(called)}}\\left(${written.join(",\\; ")}\\right)`;
  }
}

function number(value: number): string {
  const [mantissa, exponent] = String(value).split("e");
  return exponent === undefined ? mantissa! : `${mantissa} \\cdot 10^{${Number(exponent)}}`;
}

function name(column: string): string {
  return `\\text{${plain(column)}}`;
}

function plain(text: string): string {
  return text.replaceAll("_", " ");
}

function wrap(text: string, needed: boolean): string {
  return needed ? `\\left(${text}\\right)` : text;
}
