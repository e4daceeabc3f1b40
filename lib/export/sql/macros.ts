import type {SheetFunction} from "../../sheet/functions.js";
import {functionBody} from "../function-body.js";
import {fail} from "../../sheet/error.js";
import {identifier} from "./identifier.js";
import {queueMacros} from "./queue.js";
import {asNumber, sqlTarget} from "./target.js";

/** Macros that every formula may use. A value that cannot be computed is NULL, never infinite. */
const common = [
  "finite(x) AS CASE WHEN isfinite(x) THEN x END",
  "nonzero(x) AS CASE WHEN x <> 0 THEN x END",
  "power(x, y) AS finite(pow(x, y))",
  "exponential(x) AS finite(exp(x))",
  "logarithm(x) AS CASE WHEN x > 0 THEN ln(x) END",
  "root(x) AS CASE WHEN x >= 0 THEN sqrt(x) END",
  "lesser(a, b) AS CASE WHEN a <= b THEN a WHEN a > b THEN b END",
  "greater(a, b) AS CASE WHEN a >= b THEN a WHEN a < b THEN b END",
  "complete(x, result) AS CASE WHEN count(x) = count(*) THEN result END",
  "total(x) AS CASE WHEN count(x) = count(*) THEN coalesce(sum(x), 0) END",
  "weighed(x, weight) AS CASE WHEN weight = 0 THEN 0 ELSE x * weight END"
];

/** Macros written by hand for functions that are algorithms. */
const algorithms: Record<string, readonly string[]> = {queue_utilisation: queueMacros};

/** The macros needed to call these functions. Throws a `DefinitionError` for an algorithm without SQL. */
export function macros(functions: Record<string, SheetFunction>, called: ReadonlySet<string>): string[] {
  const own = Object.entries(functions).filter(([name]) => called.has(name) && !native.has(name));
  return [...common, ...own.flatMap(([name, definition]) => macro(name, definition))].map(
    (text) => `CREATE MACRO ${text};`
  );
}

const native = new Set(["min", "max", "abs", "floor", "ceil", "exp", "log", "sqrt", "known"]);

function macro(name: string, called: SheetFunction): readonly string[] {
  const body = functionBody(called);
  if (!body)
    return algorithms[name] ?? fail({place: name, problem: "is an algorithm, which SQL does not know", hints: [way]});
  const parameters = body.parameters.map(identifier);
  const code = body.compose(sqlTarget((reading) => parameters[reading]!));
  return [`${name}(${parameters.join(", ")}) AS finite(${asNumber(code)})`];
}

const way = "write its body as one expression";
