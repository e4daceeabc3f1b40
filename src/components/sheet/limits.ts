import type {Expression} from "../../lib/sheet/expression.js";
import {valueAt} from "../../lib/sheet/run.js";
import {short} from "../words/format.js";
import type {PlacedCell} from "./facts.js";
import type {Computed} from "./store.js";
import {words} from "./view.js";

/** The floor or ceiling that binds a computed cell, `At its ceiling: token ceiling, 4`; empty if none does. */
export function bindingLimit(computed: Computed, {column, row, month}: PlacedCell & {month: number}): string {
  const {run} = computed;
  const value = valueAt(run, column.id, row, column.dynamic ? month : 0);
  if (column.definition.kind !== "formula" || !column.expression || typeof value !== "number") return "";
  const valueOf = (id: string, at: number): unknown => {
    const source = run.model.columns.get(id);
    return source && valueAt(run, id, at, source.dynamic ? month : 0);
  };
  for (const {limit, word} of limitsIn(column.expression)) {
    const named = limit.type === "number" ? undefined : limit.name;
    const place = limit.type === "parameter" ? run.model.parameter.name : column.table.name;
    const held =
      limit.type === "number" ? limit.value : valueOf(`${place}.${limit.name}`, place === column.table.name ? row : 0);
    if (held === value) return `At its ${word}: ${named === undefined ? "" : `${words(named)}, `}${short(value)}`;
  }
  return "";
}

interface Limit {
  limit: Extract<Expression, {type: "number" | "parameter" | "column"}>;
  word: "floor" | "ceiling";
}

/** The plain arguments of a formula's outermost `max` and `min`: a number, a parameter, a column. */
function limitsIn(expression: Expression): Limit[] {
  if (expression.type !== "call" || (expression.name !== "max" && expression.name !== "min")) return [];
  const word = expression.name === "max" ? "floor" : "ceiling";
  return expression.arguments.flatMap((part): Limit[] => {
    if (part.type === "number" || part.type === "parameter" || part.type === "column") return [{limit: part, word}];
    return limitsIn(part);
  });
}
