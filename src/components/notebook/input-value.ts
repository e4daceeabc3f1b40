import {quoted} from "../../lib/export/sql/identifier.js";
import type {InputCell} from "./notebook.js";

/** An input's value as SQL: a number, a date or a text. */
export function sqlValue(input: InputCell): string {
  if (input.control === "slider") return `${input.value}::DOUBLE`;
  return input.control === "month" ? `DATE ${quoted(`${input.value}-01`)}` : quoted(input.value);
}

/** The statement that sets an input's value, for queries in which `bound` has replaced its name. */
export function setting(input: InputCell): string {
  return `SET VARIABLE ${input.name} = ${sqlValue(input)}`;
}

/** The replacement for `$name` in SQL, since views and tables cannot contain DuckDB's own parameters. */
export function variable(name: string): string {
  return `getvariable('${name}')`;
}
