import {quoted} from "../../lib/export/sql/identifier.js";
import type {InputCell} from "./notebook.js";

/** An input's value as SQL: a number, a date, else a text. */
export function sqlValue(input: InputCell): string {
  if (input.control === "slider") return `${input.value}::DOUBLE`;
  return input.control === "month" ? `DATE ${quoted(`${input.value}-01`)}` : quoted(input.value);
}

/** The statement that sets an input's value, for queries in which `bound` stands for its name. */
export function setting(input: InputCell): string {
  return `SET VARIABLE ${input.name} = ${sqlValue(input)}`;
}

/** What stands for `$name` in SQL, since DuckDB's own parameters can't stand in views or tables. */
export function variable(name: string): string {
  return `getvariable('${name}')`;
}
