import {parts, type Expression} from "../../sheet/expression.js";
import type {Model} from "../../sheet/index.js";
import {commented} from "./identifier.js";
import {inputTables, type SqlInputs} from "./inputs.js";
import {macros} from "./macros.js";
import {simulation} from "./simulation.js";

export type {SqlInputs} from "./inputs.js";

/**
 * A model as a DuckDB script: its input tables, and views that compute every other column from them. A missing value is
 * NULL. `notes` are comment lines at the top of the script.
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
  "Input tables hold the inputs; views compute the rest: a lookup is a join, a rollup a group, a formula an",
  "expression. After changing an input, run the months again: CREATE OR REPLACE TABLE run AS FROM " + "simulation;",
  "A missing value is NULL. 0.5e0 is 0.5 as a double.",
  ""
];

function calledIn({order}: Model): Set<string> {
  const called = (e: Expression): string[] => [...(e.type === "call" ? [e.name] : []), ...parts(e).flatMap(called)];
  return new Set(order.flatMap(({expression}) => (expression ? called(expression) : [])));
}
