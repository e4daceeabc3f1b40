import {cellName, type Place} from "./address.js";
import {cellExpression, expressionValue, type CellExpression} from "./cell-expression.js";
import {InputError} from "./error.js";
import type {Inputs, InputValues} from "./inputs.js";
import type {Model} from "./model.js";
import {keysOf} from "./run.js";

/** An input cell whose value comes from an expression. */
export interface LiveCell extends Place {
  text: string;
  expression: CellExpression;
}

/** A model with its inputs. */
interface Base {
  model: Model;
  inputs: Inputs;
}

/**
 * The cells with expressions, in dependency order. Throws a `DefinitionError` for an invalid expression, and an
 * `InputError` for circular references.
 */
export function liveCells(base: Base): LiveCell[] {
  const all = written(base);
  const ordered: LiveCell[] = [];
  const visit = (cell: LiveCell, path: readonly LiveCell[]): void => {
    if (ordered.includes(cell)) return;
    if (path.includes(cell))
      throw new InputError(`${nameOf(base, cell)}: circular reference: ${circle(base, path, cell)}`);
    for (const read of cell.expression.reads) {
      const before = all.find(({column, row}) => column.id === read.column.id && row === read.row);
      if (before) visit(before, [...path, cell]);
    }
    ordered.push(cell);
  };
  for (const cell of all) visit(cell, []);
  return ordered;
}

/** The inputs with all expressions evaluated. Throws as `liveCells` does, and if an expression has no value. */
export function withLiveValues(base: Base): Inputs {
  let {inputs} = base;
  for (const cell of liveCells(base)) {
    const {column, row, text} = cell;
    const value = expressionValue({...base, inputs}, cell, text);
    const table = inputs[column.table.name]!;
    inputs = {
      ...inputs,
      [column.table.name]: {
        ...table,
        columns: {...table.columns, [column.name]: held(table.columns[column.name]!, row, value)}
      }
    };
  }
  return inputs;
}

function held(column: InputValues, row: number, value: number): InputValues {
  const values = [...column.values];
  values[row] = value;
  const provenance = column.provenance?.map((one, at) => (at === row && one ? {...one, low: value, high: value} : one));
  return {...column, values, ...(provenance && {provenance})};
}

function written(base: Base): LiveCell[] {
  const {model, inputs} = base;
  return Object.entries(inputs).flatMap(([table, {columns}]) =>
    Object.entries(columns).flatMap(([name, {live = {}}]) =>
      Object.entries(live).map(([at, text]) => {
        const row = Number(at);
        const column = model.columns.get(`${table}.${name}`)!;
        const place = {column, row, key: keysOf(base, table)[row]!};
        return {...place, text, expression: cellExpression({model, inputs}, place, text)};
      })
    )
  );
}

function circle(base: Base, path: readonly LiveCell[], cell: LiveCell): string {
  return [...path.slice(path.indexOf(cell)), cell].map((one) => nameOf(base, one)).join(" → ");
}

function nameOf(base: Base, {column, row}: Place): string {
  return cellName(base, column, row, 0);
}
