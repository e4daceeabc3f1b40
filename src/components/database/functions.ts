import type {Completion} from "../cell/editor.js";
import {once} from "../load/once.js";
import {pageEngine} from "./page-engine.js";

/** DuckDB's functions with their parameters, without operators. */
export const functions = once(async (): Promise<Completion[]> => {
  const engine = await pageEngine();
  const described = await engine.rows(
    "SELECT function_name AS name, any_value(array_to_string(parameters, ', ')) AS parameters, " +
      "any_value(description) AS description FROM duckdb_functions() " +
      "WHERE regexp_matches(function_name, '^[a-z]\\w*$') GROUP BY ALL"
  );
  const texts = (name: string): string[] =>
    Array.from(described.getChild(name) ?? [], (text) => (text as string | null) ?? "");
  const [names, parameters, descriptions] = ["name", "parameters", "description"].map(texts);
  return names!.map((label, i) => ({
    label,
    detail: `(${parameters![i]!})`,
    isFunction: true,
    ...(descriptions![i] === "" ? {} : {info: descriptions![i]!})
  }));
});
