import {parse as parseScript, parseExpressionAt} from "acorn";
import type {
  AnyNode,
  Expression as JsExpression,
  Function as JsFunction,
  Pattern,
  PrivateIdentifier,
  Super
} from "acorn";
import {DefinitionError, fail, knownNames, quoted, shortened} from "./error.js";
import type {Expression} from "./expression.js";
import {limits, limitText} from "./limits.js";

/** A formula: a pure arrow function of the row, the parameters and the functions, of which only the text is used. */
export type Formula = ((...parameters: never[]) => unknown) & {typed?: Typed};

/**
 * A reader's formula: an expression of columns (`x` or `c.x`), parameters (`parameter.y` or `p.y`) and these functions.
 */
export interface Typed {
  text: string;
  functions: readonly string[];
}

/** A parsed formula: its text (as left by the transpiler) and its expression. */
export interface ParsedFormula {
  text: string;
  expression: Expression;
}

/**
 * Parses a formula's text. It permits only arithmetic, comparison, logic, `?:`, columns of the row (`row.count`),
 * parameters (`p.price`) and calls of the functions in the third parameter (`({max}) => max(…)` or `f.max(…)`). Throws
 * a `DefinitionError` with the piece underlined, or one that names the limit exceeded.
 */
export function parseFormula(formula: Formula, place: string): ParsedFormula {
  checkLength(formula.typed?.text ?? formula.toString(), place);
  const scope = formula.typed ? typedScope(formula.typed, place) : readScope(formula.toString(), place);
  return {text: scope.text, expression: convert(scope.body, scope)};
}

/** A function of numbers whose body is one expression; its parameters are read as columns. */
export interface ParsedFunction {
  parameters: string[];
  expression: Expression;
}

/**
 * Parses a function of numbers, `(a, b) => a / Math.sqrt(b)`, which may use arithmetic, comparison, `?:`, Math.PI, the
 * Math functions that formulas know and the members of `arithmetic`. Returns `undefined` for any other body: the
 * function is an algorithm.
 */
export function parseFunction(evaluate: (...values: number[]) => number): ParsedFunction | undefined {
  try {
    const text = evaluate.toString();
    const made = parseMade(text, "function");
    const scope: Scope = {
      text,
      place: "function",
      body: bodyOf(made, text, "function"),
      bindings: new Map([["Math", {is: "mathematics"}]]),
      depth: 0
    };
    const parameters = made.params.map((pattern) => (pattern.type === "Identifier" ? pattern.name : ""));
    for (const name of parameters) scope.bindings.set(name, {is: "row", member: name});
    return {parameters, expression: convert(scope.body, scope)};
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}

interface Binding {
  is: (typeof roles)[number] | "mathematics";
  member?: string;
}

interface Scope {
  text: string;
  place: string;
  body: JsExpression;
  /** What each name in the parameter list stands for. */
  bindings: Map<string, Binding>;
  /** For a reader's formula, the functions that it may call; messages mention no others. */
  functions?: readonly string[];
  /** Nesting depth of parentheses, calls, choices and signs around a piece. */
  depth: number;
}

const roles = ["row", "parameters", "functions"] as const;

/** Rejects an overlong formula before the recursive parser reads it. */
function checkLength(text: string, place: string): void {
  if (text.length > limits.formulaLength)
    exceed(place, `has ${text.length.toLocaleString("en")} characters`, `${limitText("formulaLength")} characters`);
  const terms = text.match(/[\w.]+/g)?.length ?? 0;
  if (terms > limits.formulaTerms)
    exceed(place, `has ${terms.toLocaleString("en")} terms`, `${limitText("formulaTerms")} terms`);
}

function readScope(text: string, place: string): Scope {
  const arrow = parseArrow(text, place);
  const scope: Scope = {text, place, body: bodyOf(arrow, text, place), bindings: new Map(), depth: 0};
  arrow.params.forEach((pattern, i) => bind(pattern, roles[i], scope));
  return scope;
}

function typedScope({text, functions}: Typed, place: string): Scope {
  const bindings = new Map<string, Binding>([
    ["c", {is: "row"}],
    ["p", {is: "parameters"}],
    ["parameter", {is: "parameters"}],
    ...functions.map((name) => [name, {is: "functions", member: name}] satisfies [string, Binding])
  ]);
  return {text, place, body: parseTyped(text, place), bindings, functions, depth: 0};
}

/** Parses exactly one expression. */
function parseTyped(text: string, place: string): JsExpression {
  if (text === "") return fail({place, problem: "the formula is empty: enter an expression, such as c.column * 2"});
  let at: number;
  let problem: string | undefined;
  try {
    // The space replaces the parenthesis in which other formulas are parsed, so that positions agree.
    const body = parseExpressionAt(` ${text}`, 1, {ecmaVersion: 2022, preserveParens: true});
    at = text.length - text.slice(body.end - 1).trimStart().length;
    if (at === text.length) return body;
  } catch (cause) {
    const {message, pos} = cause as SyntaxError & {pos: number};
    if (overflowed(message)) return tooDeep(place);
    at = pos - 1;
    if (!message.startsWith("Unexpected")) problem = message.replace(/ \(\d+:\d+\)$/, "");
  }
  problem ??=
    at < text.length
      ? `${quoted(/^\w+|^./su.exec(text.slice(at))![0])} does not fit here`
      : "the formula ends too early";
  return fail({place, problem, text, start: at});
}

function parseArrow(text: string, place: string): JsFunction {
  const made = parseMade(text, place);
  if (made.type === "ArrowFunctionExpression") return made;
  return fail({place, problem: "a formula must be an arrow function", text, end: text.length});
}

function parseMade(text: string, place: string): JsFunction {
  const [statement] = parseProgram(text, place);
  const e = statement?.type === "ExpressionStatement" ? statement.expression : undefined;
  if ((e?.type === "ArrowFunctionExpression" || e?.type === "FunctionExpression") && !e.async) return e;
  return fail({place, problem: "a formula must be an arrow function", text, end: text.length});
}

function parseProgram(text: string, place: string): AnyNode[] {
  try {
    return parseScript(`(${text})`, {ecmaVersion: 2022}).body;
  } catch (cause) {
    if (overflowed(String(cause))) return tooDeep(place);
    return fail({place, problem: `a formula must be an arrow function (${String(cause)})`, text, end: text.length});
  }
}

function bodyOf(arrow: JsFunction, text: string, place: string): JsExpression {
  if (arrow.body.type !== "BlockStatement") return arrow.body;
  const [only, ...more] = arrow.body.body;
  if (only?.type === "ReturnStatement" && only.argument && more.length === 0) return only.argument;
  return fail({
    place,
    problem: "a formula must be one expression",
    text,
    start: arrow.body.start - 1,
    end: arrow.body.end - 1
  });
}

function bind(pattern: Pattern, is: (typeof roles)[number] | undefined, scope: Scope): void {
  if (!is) deny(pattern, scope, "a formula takes (row, parameters, functions) and no more");
  else if (pattern.type === "Identifier") scope.bindings.set(pattern.name, {is});
  else if (pattern.type === "ObjectPattern") pattern.properties.forEach((property) => bindMember(property, is, scope));
  else deny(pattern, scope, "parameters must be plain or destructured names");
}

function bindMember(property: AnyNode, is: (typeof roles)[number], scope: Scope): void {
  const named = property.type === "Property" && !property.computed;
  if (named && property.key.type === "Identifier" && property.value.type === "Identifier")
    scope.bindings.set(property.value.name, {is, member: property.key.name});
  else deny(property, scope, "only simple destructuring is allowed");
}

type Handler = (node: never, scope: Scope) => Expression;
type Of<T extends AnyNode["type"]> = Extract<AnyNode, {type: T}>;

/** The allowed syntax: anything else is an error. */
const handlers: Partial<Record<AnyNode["type"], Handler>> = {
  Literal: literal,
  TemplateLiteral: template,
  Identifier: identifier,
  MemberExpression: member,
  UnaryExpression: unary,
  BinaryExpression: binary,
  LogicalExpression: logical,
  ConditionalExpression: (node: Of<"ConditionalExpression">, scope) => ({
    type: "choose",
    test: convert(node.test, scope),
    then: convert(node.consequent, scope),
    otherwise: convert(node.alternate, scope),
    ...span(node)
  }),
  CallExpression: call,
  ParenthesizedExpression: (node: Of<"ParenthesizedExpression">, scope) => convert(node.expression, scope)
};

const nesting: ReadonlySet<AnyNode["type"]> = new Set([
  "ParenthesizedExpression",
  "CallExpression",
  "ConditionalExpression",
  "UnaryExpression"
]);

/** Whether the recursive parser ran out of stack. */
function overflowed(message: string): boolean {
  return message.includes("Not enough stack space");
}

function tooDeep(place: string): never {
  return exceed(place, "is nested too deeply", `${limitText("formulaDepth")} parentheses, calls, choices and signs`);
}

function exceed(place: string, problem: string, most: string): never {
  return fail({place, problem: `the formula ${problem}: the limit is ${most}; split it among columns`});
}

function convert(node: AnyNode | Super | PrivateIdentifier, scope: Scope): Expression {
  const handler = handlers[node.type];
  const within = nesting.has(node.type) ? {...scope, depth: scope.depth + 1} : scope;
  if (within.depth > limits.formulaDepth) return tooDeep(scope.place);
  return handler ? handler(node as never, within) : notAllowed(node, scope, describe(node));
}

function literal(node: Of<"Literal">, scope: Scope): Expression {
  if (typeof node.value === "number") return {type: "number", value: node.value, ...span(node)};
  if (typeof node.value === "string") return {type: "string", value: node.value, ...span(node)};
  return deny(node, scope, "a formula may contain only numbers and strings");
}

/** Minifiers write texts between backticks. */
function template(node: Of<"TemplateLiteral">, scope: Scope): Expression {
  const [{value} = {value: {cooked: undefined}}, ...more] = node.quasis;
  if (more.length > 0 || typeof value.cooked !== "string")
    return deny(node, scope, `${describe(node)} is not allowed in a formula`);
  return {type: "string", value: value.cooked, ...span(node)};
}

function identifier(node: Of<"Identifier">, scope: Scope): Expression {
  const binding = scope.bindings.get(node.name);
  if (binding?.member && holdsCells(binding)) return read(binding.is, binding.member, node);
  if (binding) return deny(node, scope, wayOut(scope));
  // Readers may use the columns' bare names, as in the printed formulas of the model.
  if (scope.functions) return read("row", node.name, node);
  const name = shortened(node.name);
  return deny(node, scope, `"${name}" is not a parameter of the formula: a formula may mention only its parameters`);
}

function member(node: Of<"MemberExpression">, scope: Scope): Expression {
  const {object, property} = node;
  if (node.computed || node.optional || property.type !== "Identifier")
    return deny(node, scope, scope.functions ? "use c.column" : "use row.column");
  if (object.type === "MemberExpression")
    return deny(node, scope, "a formula reads its own row only: define a lookup column for the other table's value");
  const binding = object.type === "Identifier" ? scope.bindings.get(object.name) : undefined;
  if (binding?.is === "mathematics" && property.name === "PI") return {type: "number", value: Math.PI, ...span(node)};
  if (binding && !binding.member && holdsCells(binding)) return read(binding.is, property.name, node);
  return deny(node, scope, wayOut(scope));
}

function wayOut({functions}: Scope): string {
  return `use ${functions ? "c" : "row"}.column, p.parameter or a function call`;
}

function holdsCells(binding: Binding): binding is Binding & {is: "row" | "parameters"} {
  return binding.is === "row" || binding.is === "parameters";
}

function read(is: "row" | "parameters", name: string, node: AnyNode): Expression {
  return {type: is === "row" ? "column" : "parameter", name, ...span(node)};
}

function unary(node: Of<"UnaryExpression">, scope: Scope): Expression {
  const {operator, argument} = node;
  // Minifiers write true as !0 and false as !1.
  if (operator === "!") return {type: "not", operand: convert(argument, scope), ...span(node)};
  if (operator === "+") return asNumber(convert(argument, scope));
  if (operator !== "-") return deny(node, scope, `${operator} is not allowed in a formula`);
  const operand = convert(argument, scope);
  return operand.type === "number" ? {...operand, value: -operand.value} : {type: "negate", operand, ...span(node)};
}

/** Minifiers write `test ? 1 : 0` as `+test`. */
function asNumber(operand: Expression): Expression {
  if (!["compare", "logic", "not"].includes(operand.type)) return operand;
  const {start, end} = operand;
  const number = (value: number): Expression => ({type: "number", value, start, end});
  return {type: "choose", test: operand, then: number(1), otherwise: number(0), start, end};
}

function binary(node: Of<"BinaryExpression">, scope: Scope): Expression {
  const {operator} = node;
  const [left, right] = [convert(node.left, scope), convert(node.right, scope)];
  switch (operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "**":
      return {type: "arithmetic", operator, left, right, ...span(node)};
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "===":
    case "!==":
      return {type: "compare", operator, left, right, ...span(node)};
    default:
      return notAllowed(node, scope, operator);
  }
}

function logical(node: Of<"LogicalExpression">, scope: Scope): Expression {
  const {operator} = node;
  if (operator === "??") return deny(node, scope, "?? is not allowed: a missing value stays missing; use known(a, b)");
  return {type: "logic", operator, left: convert(node.left, scope), right: convert(node.right, scope), ...span(node)};
}

function call(node: Of<"CallExpression">, scope: Scope): Expression {
  if (isPower(node, scope)) {
    const [left, right] = node.arguments.map((argument) => convert(argument, scope)) as [Expression, Expression];
    return {type: "arithmetic", operator: "**", left, right, ...span(node)};
  }
  const name = node.optional ? undefined : functionName(node.callee, scope);
  if (!name) return uncallable(node.callee, scope);
  return {type: "call", name, arguments: node.arguments.map((argument) => convert(argument, scope)), ...span(node)};
}

function isPower({callee, arguments: values}: Of<"CallExpression">, scope: Scope): boolean {
  return isOwn(callee, scope, ["pow"]) && values.length === 2;
}

/** Whether a function of the program calls a member of `arithmetic`, under whatever name a bundler gave that object. */
function isOwn(callee: AnyNode | Super, {bindings}: Scope, names: readonly string[]): boolean {
  if (bindings.get("Math")?.is !== "mathematics" || callee.type !== "MemberExpression" || callee.computed) return false;
  return callee.property.type === "Identifier" && names.includes(callee.property.name);
}

function uncallable(callee: AnyNode | Super, scope: Scope): never {
  const {text, place, functions} = scope;
  if (!functions) return deny(callee, scope, "only functions of the formula's third parameter may be called");
  const {start, end} = span(callee);
  const called = text.slice(start, end);
  const name = called.replace(/^.*\./, "").toLowerCase();
  const hints = [...(ways[name] ? [ways[name]] : []), ...knownNames("function", name, functions)];
  return fail({place, problem: `unknown function ${quoted(called)}`, text, start, end, hints});
}

function functionName(callee: AnyNode | Super, scope: Scope): string | undefined {
  if (callee.type === "Identifier") {
    const binding = scope.bindings.get(callee.name);
    return binding?.is === "functions" ? binding.member : undefined;
  }
  if (callee.type !== "MemberExpression" || callee.computed || callee.optional) return undefined;
  const {object, property} = callee;
  if (isOwn(callee, scope, ["exp", "log"])) return property.type === "Identifier" ? property.name : undefined;
  const binding = object.type === "Identifier" ? scope.bindings.get(object.name) : undefined;
  const called = binding && !holdsCells(binding) && !binding.member;
  return called && property.type === "Identifier" ? property.name : undefined;
}

/** Positions in the formula's own text, which the parser read within parentheses. */
function span(node: {start: number; end: number}): {start: number; end: number} {
  return {start: node.start - 1, end: node.end - 1};
}

/** Equivalents of spreadsheet notation in formulas. */
const ways: Readonly<Record<string, string>> = {
  "^": "for powers, use a ** b",
  "==": "use a === b",
  "sequence expression": "use a decimal point, not a comma",
  if: "use test ? a : b"
};

/** Tells readers the permitted notation. */
function notAllowed(node: AnyNode | Super | PrivateIdentifier, {place, text, functions}: Scope, what: string): never {
  const hints = functions && ways[what] ? [ways[what]] : [];
  return fail({place, problem: `${what} is not allowed in a formula`, text, ...span(node), hints});
}

function deny(node: {start: number; end: number}, scope: Scope, problem: string): never {
  return fail({place: scope.place, problem, text: scope.text, ...span(node)});
}

function describe(node: {type: string}): string {
  return node.type.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
