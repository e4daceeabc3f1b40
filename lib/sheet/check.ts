import {fail, knownNames, quoted} from "./error.js";
import type {Expression} from "./expression.js";
import {fixedUnits, rootUnit, type SheetFunction} from "./functions.js";
import {limits} from "./limits.js";
import type {ModelColumn} from "./model.js";
import type {Table} from "./table.js";
import {commensurable, dimensionText, one, power, quotient, times, type Unit} from "./unit.js";

/** The unit of a value, or another kind: a text, a truth value, or a zero (which fits any unit). */
type Kind = Unit | "text" | "truth" | "zero";

/**
 * Checks the dimensions of a formula column against its unit. Throws a `DefinitionError` that underlines the mismatch.
 * `USD/GPU-hour * GPU` is `USD/hour` and cannot be added to `USD`.
 */
export function checkFormula(
  column: ModelColumn,
  columns: ReadonlyMap<string, ModelColumn>,
  parameter: Table<object>,
  functions: Record<string, SheetFunction>
): void {
  if (column.definition.kind === "previous") return checkInitial(column, columns);
  if (!column.expression) return;
  const kind = new Checker(column, columns, parameter, functions).kindOf(column.expression);
  if (kind === "text") return mismatch(column, column.expression, "a formula must give a number, not a text");
  const unit = kind === "truth" ? one : kind;
  if (unit !== "zero" && !commensurable(unit, column.unit))
    mismatch(column, column.expression, `the formula gives ${shown(unit)}, the column has ${shown(column.unit)}`);
}

/** Whether a column is an input or a lookup of one, as `known` requires. */
function isTyped(column: ModelColumn): boolean {
  if (column.definition.kind === "lookup") return isTyped(column.reads.find(({through}) => through === "ref")!.column);
  return column.definition.kind === "input";
}

class Checker {
  private readonly found = new Map<Expression, Kind>();

  constructor(
    readonly column: ModelColumn,
    readonly columns: ReadonlyMap<string, ModelColumn>,
    readonly parameter: Table<object>,
    readonly functions: Record<string, SheetFunction>
  ) {}

  /** Caches the kind of each part; otherwise nested powers would take exponential time. */
  kindOf(e: Expression): Kind {
    const found = this.found.get(e) ?? this.find(e);
    this.found.set(e, found);
    return found;
  }

  private find(e: Expression): Kind {
    switch (e.type) {
      case "number":
        return e.value === 0 ? "zero" : one;
      case "string":
        return "text";
      case "column":
        return this.kindOfColumn(e, this.columns.get(`${this.column.table.name}.${e.name}`)!);
      case "parameter":
        return this.kindOfColumn(e, this.columns.get(`${this.parameter.name}.${e.name}`)!);
      case "negate":
        return this.number(e.operand);
      case "not":
        return this.truth(e.operand);
      case "logic":
        this.truth(e.left);
        return this.truth(e.right);
      case "compare":
        return this.compare(e);
      case "choose":
        this.truth(e.test);
        return this.same([e.then, e.otherwise]);
      case "arithmetic":
        return this.arithmetic(e);
      case "call":
        return this.call(e);
    }
  }

  private kindOfColumn(e: Expression, {holds, unit}: ModelColumn): Kind {
    if (holds === "ref") mismatch(this.column, e, "a reference is not a number: define a lookup column");
    return holds === "text" ? "text" : unit;
  }

  private number(e: Expression): Unit | "zero" {
    const kind = this.kindOf(e);
    if (kind === "text" || kind === "truth") return mismatch(this.column, e, `a number is needed here, not a ${kind}`);
    return kind;
  }

  private truth(e: Expression): "truth" {
    const kind = this.kindOf(e);
    const literal = e.type === "number" && (e.value === 0 || e.value === 1);
    return kind === "truth" || literal ? "truth" : mismatch(this.column, e, "a comparison is needed here");
  }

  private pure(e: Expression, what: string): void {
    const unit = this.number(e);
    if (unit !== "zero" && !commensurable(unit, one))
      mismatch(this.column, e, `${what} must be a pure number, not ${shown(unit)}`);
  }

  private compare(e: Extract<Expression, {type: "compare"}>): Kind {
    if (this.kindOf(e.left) !== "text" && this.kindOf(e.right) !== "text") this.same([e.left, e.right]);
    else this.compareTexts(e);
    return "truth";
  }

  private compareTexts(e: Extract<Expression, {type: "compare"}>): void {
    const equality = e.operator === "===" || e.operator === "!==";
    const literal = e.left.type === "string" || e.right.type === "string";
    const both = this.kindOf(e.left) === "text" && this.kindOf(e.right) === "text";
    if (!equality || !literal || !both)
      mismatch(this.column, e, `a text may only be compared by === or !== with a "text"`);
  }

  private same(all: Expression[]): Unit | "zero" {
    let unit: Unit | "zero" = "zero";
    for (const e of all) {
      const next = this.number(e);
      if (unit === "zero") unit = next;
      else if (next !== "zero" && !commensurable(unit, next))
        mismatch(this.column, e, `cannot combine ${shown(next)} with ${shown(unit)}`);
    }
    return unit;
  }

  private arithmetic(e: Extract<Expression, {type: "arithmetic"}>): Kind {
    if (e.operator === "+" || e.operator === "-") return this.same([e.left, e.right]);
    const [left, right] = [this.number(e.left), this.number(e.right)];
    if (e.operator === "**") return this.raise(e, left);
    if (left === "zero" || right === "zero") return "zero";
    return e.operator === "*" ? times(left, right) : quotient(left, right);
  }

  private raise(e: Extract<Expression, {type: "arithmetic"}>, base: Unit | "zero"): Kind {
    this.pure(e.right, "an exponent");
    if (base === "zero" || commensurable(base, one)) return one;
    return e.right.type === "number"
      ? power(base, e.right.value)
      : mismatch(this.column, e.right, "the exponent of a value with a unit must be a plain number");
  }

  private call(e: Extract<Expression, {type: "call"}>): Kind {
    const {units, takes} = this.called(e);
    checkArity(this.column, e, takes);
    if (e.name === "known") this.asksTyped(e);
    if (units === "same") return this.same(e.arguments);
    if (units === "root") return this.root(e);
    if (units === "pure") e.arguments.forEach((argument) => this.pure(argument, `what ${e.name} takes`));
    return units === "pure" ? one : this.fixed(e, fixedUnits(units, this.column.id));
  }

  private called(e: Extract<Expression, {type: "call"}>): SheetFunction {
    if (Object.hasOwn(this.functions, e.name)) return this.functions[e.name]!;
    return fail({
      place: this.column.id,
      problem: `unknown function ${quoted(e.name)}`,
      text: this.column.text!,
      ...e,
      hints: knownNames("function", e.name, Object.keys(this.functions))
    });
  }

  private root(e: Extract<Expression, {type: "call"}>): Kind {
    const unit = this.number(e.arguments[0]!);
    return unit === "zero" ? "zero" : rootUnit(unit);
  }

  private fixed(e: Extract<Expression, {type: "call"}>, {takes, gives}: {takes: Unit[]; gives: Unit}): Unit {
    e.arguments.forEach((argument, i) => {
      const unit = this.number(argument);
      if (unit !== "zero" && !commensurable(unit, takes[i]!))
        mismatch(this.column, argument, `${e.name} takes ${shown(takes[i]!)} here, not ${shown(unit)}`);
    });
    return gives;
  }

  private asksTyped(e: Extract<Expression, {type: "call"}>): void {
    const [first] = e.arguments;
    const input = first?.type === "column" ? this.columns.get(`${this.column.table.name}.${first.name}`) : undefined;
    if (!input || !isTyped(input))
      mismatch(this.column, first ?? e, "known(a, b) asks about an input column, which may be left empty");
  }
}

function checkArity(
  {id, text}: ModelColumn,
  {name, arguments: {length: given}, start, end}: Extract<Expression, {type: "call"}>,
  takes: SheetFunction["takes"]
): void {
  const [least, most] = takes === "one or more" ? [1, limits.callArguments] : [takes, takes];
  if (given >= least && given <= most) return;
  const values = least < most ? `${least} to ${most} values` : most === 1 ? "1 value" : `${most} values`;
  fail({place: id, problem: `${name} takes ${values}, not ${given}`, text: text!, start, end});
}

function checkInitial(column: ModelColumn, columns: ReadonlyMap<string, ModelColumn>): void {
  const {definition} = column;
  if (definition.kind !== "previous" || typeof definition.initial === "number") return;
  const initial = columns.get(`${column.table.name}.${definition.initial}`)!;
  if (!commensurable(initial.unit, column.unit))
    fail({
      place: column.id,
      problem: `starts with ${initial.name} in ${shown(initial.unit)}, the column has ${shown(column.unit)}`
    });
}

function mismatch(column: ModelColumn, {start, end}: Expression, problem: string): never {
  return fail({place: column.id, problem: `unit mismatch: ${problem}`, text: column.text!, start, end});
}

function shown(unit: Unit | "zero"): string {
  if (unit === "zero") return "0";
  return unit.text && unit.text !== "1"
    ? `${unit.text} (${dimensionText(unit.dimension)})`
    : dimensionText(unit.dimension);
}
