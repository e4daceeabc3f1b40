import {cellName, columnOfCell, resolveInput, type Place} from "./address.js";
import {checkFormula} from "./check.js";
import {compose, type Operator} from "./compose.js";
import {DefinitionError, InputError} from "./error.js";
import {names} from "./expression.js";
import type {Inputs} from "./inputs.js";
import type {Model, ModelColumn, Reading} from "./model.js";
import {parseFormula} from "./parse.js";
import {pow} from "./power.js";

/** An expression that keeps an input cell up to date: `region[texas].power_price * 1.2`. */
export interface CellExpression {
  /** The distinct cells that it reads. */
  reads: readonly Place[];
  /** Its value in the cell's unit, given the values of the cells that it reads. */
  evaluate: (values: readonly number[]) => number;
}

/**
 * Parses the expression of an input cell. It may refer to inputs in any row by address, inputs in its own row by name,
 * parameters, and the functions of formulas. Plain numbers are in the cell's unit. Throws a `DefinitionError` with the
 * faulty piece underlined, or an `InputError` for a name that is not an input.
 */
export function cellExpression(
  {model, inputs}: {model: Model; inputs: Inputs},
  cell: Place,
  text: string
): CellExpression {
  const {column} = cell;
  const place = cellName({model, inputs}, column, cell.row, 0);
  const addresses: string[] = [];
  const plain = text.replace(address, (found) => {
    addresses.push(found);
    return standIn(addresses.length - 1, found.length);
  });
  const typed = {text: plain, functions: Object.keys(model.functions)};
  const {expression} = asWritten(addresses, () =>
    parseFormula(
      Object.assign(() => undefined, {typed}),
      place
    )
  );
  const read = (name: string): Place => {
    const written = addresses[standInOf(name)] ?? ofRow(cell, name);
    failComputed(model, columnOfCell(written), place);
    return numberInput(resolveInput({model, inputs}, written, place), place);
  };
  const cells = names(expression, "column").map((name) => ({name, at: read(name)}));
  const parameters = names(expression, "parameter").map((name) => ({
    name,
    at: numberInput(resolveInput({model, inputs}, `${model.parameter.name}.${name}`, place), place)
  }));
  const reads = [
    ...cells.map(({name, at}) => reading(at.column, name, "row")),
    ...parameters.map(({name, at}) => reading(at.column, name, "parameter"))
  ];
  const formula: ModelColumn = {...column, id: place, text, expression, reads};
  if (reads.length > 0)
    asWritten(addresses, () => checkFormula(formula, namesIn(model, formula, cells), model.parameter, model.functions));
  const unit = reads.length > 0 ? column.unit : {...column.unit, scale: 1};
  return {
    reads: [...cells, ...parameters].map(({at}) => at),
    evaluate: (values) => compose({...formula, unit}, model.functions, interpreter(model, values))
  };
}

/** The value of an expression on given inputs. Throws an `InputError` if it reads an empty cell or has no value. */
export function expressionValue(base: {model: Model; inputs: Inputs}, cell: Place, text: string): number {
  const {reads, evaluate} = cellExpression(base, cell, text);
  const place = cellName(base, cell.column, cell.row, 0);
  const value = evaluate(reads.map((read) => valueOf(base, read, place)));
  if (Number.isFinite(value)) return value;
  throw new InputError(`${place}: the expression has no value: it gives ${value}`);
}

const address = /\b[a-z]\w*\[[^\]]*\]\.\w+/g;

/** A name that replaces an address of the same length, so that underlined positions stay correct. */
function standIn(index: number, length: number): string {
  return `$${index}`.padEnd(length, "_");
}

function standInOf(name: string): number {
  return Number(/^\$(\d+)_*$/.exec(name)?.[1] ?? NaN);
}

/** Repeats the addresses that were written, instead of their stand-ins, in an error. */
function asWritten<Result>(addresses: readonly string[], read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof DefinitionError)) throw cause;
    const message = cause.message.replace(/\$(\d+)_*/g, (found, index: string) => addresses[Number(index)] ?? found);
    throw new DefinitionError(message, {cause});
  }
}

function ofRow({column, key}: Place, name: string): string {
  const {table} = column;
  return table.single ? `${table.name}.${name}` : `${table.name}[${key}].${name}`;
}

/** A computed column could depend on the cell itself. */
function failComputed({columns}: Model, id: string, cell: string): void {
  const {kind = "input"} = columns.get(id)?.definition ?? {};
  if (kind === "input" || kind === "ref") return;
  throw new InputError(
    `${cell}: ${id} is computed: a cell's expression can read inputs only\n  to reach a computed value, use goal seek`
  );
}

function numberInput(place: Place, cell: string): Place {
  const {column} = place;
  if (column.definition.kind === "input" && column.definition.type === "number") return place;
  throw new InputError(
    `${cell}: ${column.id} is not a numeric input: a cell's expression can read numeric inputs only`
  );
}

function reading(column: ModelColumn, name: string, through: Reading["through"]): Reading {
  return {column: {...column, name}, through};
}

/** The columns by the names that the expression uses. */
function namesIn(
  {columns}: Model,
  {table}: ModelColumn,
  cells: readonly {name: string; at: Place}[]
): ReadonlyMap<string, ModelColumn> {
  return new Map([...columns, ...cells.map(({name, at}) => [`${table.name}.${name}`, at.column] as const)]);
}

function valueOf({inputs, model}: {model: Model; inputs: Inputs}, {column, row}: Place, cell: string): number {
  const value = inputs[column.table.name]!.columns[column.name]!.values[row];
  if (typeof value === "number") return value;
  throw new InputError(`${cell}: ${cellName({model, inputs}, column, row, 0)} is empty`);
}

/** Evaluates an expression directly instead of generating code. */
function interpreter({functions}: Model, values: readonly number[]) {
  return {
    number: (value: number) => value,
    read: (reading: number) => values[reading]!,
    text: () => NaN,
    apply: (operator: Operator, ...operands: number[]) =>
      operations[operator](operands[0]!, operands[1]!, operands[2]!),
    call: (name: string, ...given: number[]) => functions[name]!.evaluate(...given)
  };
}

const operations: Readonly<Record<Operator, (a: number, b: number, c: number) => number>> = {
  "-x": (a) => -a,
  not: (a) => (a === 0 ? 1 : 0),
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  over: (a, b) => a / b,
  "**": (a, b) => pow(a, b),
  "<": (a, b) => (a < b ? 1 : 0),
  "<=": (a, b) => (a <= b ? 1 : 0),
  "=": (a, b) => (a === b ? 1 : 0),
  and: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  or: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
  pick: (a, b, c) => (a !== 0 ? b : c)
};
