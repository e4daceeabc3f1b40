import {QueryError} from "../database/query-error.js";
import {variable} from "./input-value.js";
import {mentions, withReplaced, type NamePlace} from "./sql-names.js";

/** A query with variables in place of inputs, and its errors mapped back to the original query. */
export interface BoundQuery {
  text: string;
  asWritten: (error: unknown) => unknown;
}

/** Replaces a query's inputs by variables. */
export function bound(query: string): BoundQuery {
  const {inputs} = mentions(query);
  return {
    text: withReplaced(query, inputs, variable),
    asWritten: (error) => {
      if (!(error instanceof QueryError) || error.position === undefined) return error;
      return error.shifted(-surplus(query, inputs, error.position));
    }
  };
}

/** How many bytes the text has gained over the query before a position in the text. */
function surplus(query: string, inputs: readonly NamePlace[], position: number): number {
  let sum = 0;
  for (const {name, from, to} of inputs) {
    const start = new TextEncoder().encode(query.slice(0, from)).length;
    if (start + sum >= position) break;
    sum += variable(name).length - (to - from);
  }
  return sum;
}
