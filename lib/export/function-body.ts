import {compose, type Target} from "../sheet/compose.js";
import {mathematics, type SheetFunction} from "../sheet/functions.js";
import type {ModelColumn} from "../sheet/model.js";
import {parseFunction} from "../sheet/parse.js";
import {one} from "../sheet/unit.js";

/** A function written as one expression of its parameters. */
export interface FunctionBody {
  parameters: string[];
  /** Compiles the expression; `read` gives the target's code for a parameter. */
  compose: <Code>(target: Target<Code>) => Code;
}

/** The body of a function that is a single expression; `undefined` for an algorithm. */
export function functionBody({evaluate}: SheetFunction): FunctionBody | undefined {
  const parsed = parseFunction(evaluate);
  if (!parsed) return undefined;
  const {parameters, expression} = parsed;
  const reads = parameters.map((name) => ({column: column(name, {}), through: "row" as const}));
  const result = column("result", {expression, reads});
  return {parameters, compose: (target) => compose(result, mathematics, target)};
}

function column(name: string, rest: Partial<ModelColumn>): ModelColumn {
  const definition = {kind: "input", type: "number", unit: "1", doc: ""} as const;
  const table = {name: "function", doc: "", single: true, columns: {}};
  const empty = {id: name, table, definition, doc: "", holds: "number", unit: one, reads: [], dynamic: false} as const;
  return {...empty, name, reads: [], ...rest};
}
