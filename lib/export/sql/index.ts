import {parts, type Expression} from "../../sheet/expression.js";
import type {Model} from "../../sheet/index.js";
import {commented} from "./identifier.js";
import {inputTables, type SqlInputs} from "./inputs.js";
import {macros} from "./macros.js";
import {simulation} from "./simulation.js";

export type {SqlInputs} from "./inputs.js";

/**
 * A model as a script for DuckDB: its input tables, and views that compute every other column from them. A value that
 * is missing is NULL. `notes` are texts for the script's head.
 */
export function sqlModel(start: SqlInputs, notes: readonly string[] = []): string {
  const {model} = start;
  return [
    ...[...notes, ...usage].flatMap(commented),
    "CREATE SCHEMA input;",
    "CREATE SCHEMA fixed;",
    ...macros(model.functions, calledIn(model)),
    ...inputTables(start),
    ...simulation(model)
  ].join("\n");
}

const usage = [
  "",
  "Tables of input hold what was typed in; views compute the rest: a lookup is a join, a rollup a group, a formula an",
  "expression. After a change of an input, go through the months again: CREATE OR REPLACE TABLE run AS FROM " +
    "simulation;",
  "A value that is missing is NULL. 0.5e0 is 0.5 as a double.",
  ""
];

function calledIn({order}: Model): Set<string> {
  const called = (e: Expression): string[] => [...(e.type === "call" ? [e.name] : []), ...parts(e).flatMap(called)];
  return new Set(order.flatMap(({expression}) => (expression ? called(expression) : [])));
}
