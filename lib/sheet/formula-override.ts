import {addressOf} from "./address.js";
import type {AnyColumn} from "./column.js";
import {InputError, shortened, unknown} from "./error.js";
import {formula} from "./formula.js";
import {limits, limitText} from "./limits.js";
import {model as link, type Model} from "./model.js";
import {keepNewest} from "./newest.js";
import type {Formula} from "./parse.js";

/** A formula that replaces a column's own, or defines a new column: `[USD/GPU-hour] c.revenue / c.sold_hours`. */
export interface FormulaOverride {
  /** `table.column` */
  column: string;
  /**
   * An expression of the row `c`, the parameters `p` and the functions; for a new column, its unit in brackets comes
   * first.
   */
  text: string;
}

/**
 * A model in which formulas replace those of columns or add columns; they are parsed and unit-checked like all others.
 * Equal formulas return the same model, so that a run can reuse an earlier one's cells. Throws a `DefinitionError` with
 * the piece underlined, or an `InputError` for an unknown table or a missing unit.
 */
export function overrideFormulas(model: Model, formulas: readonly FormulaOverride[]): Model {
  if (formulas.length > limits.formulas)
    throw new InputError(
      `formulas: a scenario may have ${limitText("formulas")}, got ${formulas.length.toLocaleString("en")}`
    );
  return formulas.length === 0 ? model : relinker(model)(formulas);
}

const known = new WeakMap<Model, (formulas: readonly FormulaOverride[]) => Model>();

function relinker(model: Model): (formulas: readonly FormulaOverride[]) => Model {
  const before = known.get(model);
  if (before) return before;
  const {tables, parameter, functions} = model;
  const fresh = keepNewest(
    (formulas: readonly FormulaOverride[]) =>
      link(tables, parameter, functions, new Map(formulas.map((one) => [one.column, definitionOf(model, one)]))),
    (formulas) => formulas.map(({column, text}) => [column, text])
  );
  known.set(model, fresh);
  return fresh;
}

function definitionOf(model: Model, {column, text}: FormulaOverride): AnyColumn {
  const known = model.columns.get(column);
  if (!known) checkName(model, column);
  const [, unit, expression = ""] = /^\s*(?:\[([^\]]*)\])?([\s\S]*)$/.exec(text)!;
  if (unit === undefined && known?.holds !== "number")
    throw new InputError(
      `${column}: a new column needs its unit first: [USD/GPU-hour] ${shortened(expression.trim())}`
    );
  return formula(unit ?? known!.unit.text, known?.doc ?? ADDED, asFormula(model, expression.trim()));
}

/** Throws an `InputError` for an invalid name of a new column. */
function checkName(model: Model, column: string): void {
  const {table, key, month, column: name} = addressOf(column);
  const place = shortened(column);
  if (table === "" || key !== undefined || month !== undefined)
    throw new InputError(`${place}: formulas apply to whole columns\n  use table.column without a row`);
  const tables = model.tables.map((one) => one.name);
  if (!tables.includes(table)) unknown(place, "table", table, tables);
  if (!/^[a-z]/.test(name) || name.length > limits.columnName)
    throw new InputError(
      `${place}: the name of a new column must start with a letter and have at most ${limits.columnName} characters`
    );
}

/** Wraps a formula that exists as text only. */
function asFormula({functions}: Model, text: string): Formula {
  return Object.assign(() => undefined, {typed: {text, functions: Object.keys(functions)}});
}

/** The description of an added column; no column of a model has it. */
export const ADDED = "A column of one's own";
