import type {Expression} from "./expression.js";
import {fixedUnits, type SheetFunction} from "./functions.js";
import type {ModelColumn} from "./model.js";
import {pow} from "./power.js";

/** Operations of formulas on numbers; comparisons and logic give 1 or 0. `over` divides by a non-zero number. */
export type Operator = "-x" | "not" | "+" | "-" | "*" | "/" | "over" | "**" | "<" | "<=" | "=" | "and" | "or" | "pick";

/** A target language for formulas: how it writes numbers, cells, operators and calls. */
export interface Target<Code> {
  number: (value: number) => Code;
  /** The cell of `column.reads[reading]`. */
  read: (reading: number) => Code;
  /** The number that represents a text in the cells of `column.reads[reading]`. */
  text: (reading: number, text: string) => Code;
  apply: (operator: Operator, ...operands: Code[]) => Code;
  call: (name: string, ...values: Code[]) => Code;
}

/** Compiles a column's formula to a target, in the column's unit, with unit factors folded in. */
export function compose<Code>(
  column: ModelColumn,
  functions: Record<string, SheetFunction>,
  target: Target<Code>
): Code {
  const composer = new Composer(column, functions, target);
  const {code, scale} = composer.write(column.expression!);
  return composer.rescale(code, scale / column.unit.scale);
}

/** Code, and the number of base units in one of its units. */
interface Scaled<Code> {
  code: Code;
  scale: number;
}

class Composer<Code> {
  private readonly written = new Map<Expression, Scaled<Code>>();

  constructor(
    readonly column: ModelColumn,
    readonly functions: Record<string, SheetFunction>,
    readonly target: Target<Code>
  ) {}

  /** Caches the code of each part, since its scale may be requested several times. */
  write(e: Expression): Scaled<Code> {
    const written = this.written.get(e) ?? this.compose(e);
    this.written.set(e, written);
    return written;
  }

  rescale(code: Code, by: number): Code {
    return by === 1 ? code : this.target.apply("*", code, this.target.number(by));
  }

  private compose(e: Expression): Scaled<Code> {
    const {apply} = this.target;
    switch (e.type) {
      case "number":
        return {code: this.target.number(e.value), scale: 1};
      case "string":
        throw new Error("a text is written by its comparison");
      case "column":
      case "parameter":
        return this.read(e.name, e.type);
      case "negate": {
        const {code, scale} = this.write(e.operand);
        return {code: apply("-x", code), scale};
      }
      case "not":
        return pure(apply("not", this.base(e.operand)));
      case "logic":
        return pure(apply(e.operator === "&&" ? "and" : "or", this.base(e.left), this.base(e.right)));
      case "compare":
        return pure(this.compare(e));
      case "choose": {
        const [then, otherwise, scale] = this.align(e.then, e.otherwise);
        return {code: apply("pick", this.base(e.test), then, otherwise), scale};
      }
      case "arithmetic":
        return this.arithmetic(e);
      case "call":
        return this.call(e);
    }
  }

  private read(name: string, type: "column" | "parameter"): Scaled<Code> {
    const reading = readingOf(this.column, name, type);
    return {code: this.target.read(reading), scale: this.column.reads[reading]!.column.unit.scale};
  }

  private arithmetic({operator, left, right}: Extract<Expression, {type: "arithmetic"}>): Scaled<Code> {
    const {apply} = this.target;
    if (operator === "+" || operator === "-") {
      const [a, b, scale] = this.align(left, right);
      return {code: apply(operator, a, b), scale};
    }
    if (operator === "**") return this.raise(left, right);
    const [a, b] = [this.write(left), this.write(right)];
    if (operator === "*") return {code: apply("*", a.code, b.code), scale: a.scale * b.scale};
    const division = right.type === "number" && right.value !== 0 ? "over" : "/";
    return {code: apply(division, a.code, b.code), scale: a.scale / b.scale};
  }

  private raise(left: Expression, right: Expression): Scaled<Code> {
    const {apply, number} = this.target;
    if (right.type !== "number") return pure(apply("**", this.base(left), this.base(right)));
    const {code, scale} = this.write(left);
    return {code: apply("**", code, number(right.value)), scale: pow(scale, right.value)};
  }

  private compare({operator, left, right}: Extract<Expression, {type: "compare"}>): Code {
    if (left.type === "string") return this.compareText(right, left.value, operator);
    if (right.type === "string") return this.compareText(left, right.value, operator);
    const {apply} = this.target;
    const [a, b] = this.align(left, right);
    switch (operator) {
      case "<":
      case "<=":
        return apply(operator, a, b);
      case ">":
        return apply("<", b, a);
      case ">=":
        return apply("<=", b, a);
      case "===":
        return apply("=", a, b);
      case "!==":
        return apply("not", apply("=", a, b));
    }
  }

  private compareText(e: Expression, value: string, operator: string): Code {
    if (e.type !== "column" && e.type !== "parameter") throw new Error("only a column holds a text");
    const reading = readingOf(this.column, e.name, e.type);
    const equal = this.target.apply("=", this.target.read(reading), this.target.text(reading, value));
    return operator === "===" ? equal : this.target.apply("not", equal);
  }

  private call({name, arguments: values}: Extract<Expression, {type: "call"}>): Scaled<Code> {
    const {units} = this.functions[name]!;
    const call = (...codes: Code[]): Code => this.target.call(name, ...codes);
    if (units === "same") {
      const {scale} = this.write(values.find((value) => !isZero(value)) ?? values[0]!);
      return {code: call(...values.map((value) => this.at(value, scale))), scale};
    }
    if (units === "root") {
      const {code, scale} = this.write(values[0]!);
      return {code: call(code), scale: Math.sqrt(scale)};
    }
    if (units === "pure") return pure(call(...values.map((value) => this.base(value))));
    const {takes, gives} = fixedUnits(units, this.column.id);
    return {code: call(...values.map((value, i) => this.at(value, takes[i]!.scale))), scale: gives.scale};
  }

  /** Two values in the same scale. A zero fits any scale. */
  private align(left: Expression, right: Expression): [Code, Code, number] {
    const {scale} = this.write(isZero(left) ? right : left);
    return [this.at(left, scale), this.at(right, scale), scale];
  }

  private at(e: Expression, scale: number): Code {
    const written = this.write(e);
    return this.rescale(written.code, isZero(e) ? 1 : written.scale / scale);
  }

  private base(e: Expression): Code {
    return this.at(e, 1);
  }
}

/** The index in `column.reads` of a name in its formula. */
function readingOf(column: ModelColumn, name: string, type: "column" | "parameter"): number {
  return column.reads.findIndex(
    ({column: source, through}) => source.name === name && (type === "parameter") === (through === "parameter")
  );
}

function isZero(e: Expression): boolean {
  return e.type === "number" && e.value === 0;
}

function pure<Code>(code: Code): Scaled<Code> {
  return {code, scale: 1};
}
