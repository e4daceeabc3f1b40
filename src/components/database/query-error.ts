/** What DuckDB says is wrong with a query, and where it points, as an offset, if it does. */
export class QueryError extends Error {
  override name = "QueryError";

  constructor(
    message: string,
    readonly position: number | undefined,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}

/** The part of a query that an error is about, as offsets. */
export interface Place {
  from: number;
  to: number;
}

interface Described {
  exception_type: string;
  exception_message: string;
  position?: string;
}

/** DuckDB's error in words: of a query that was sent it comes as JSON. */
export function readable(error: unknown): Error {
  const {message} = error instanceof Error ? error : new Error(String(error));
  const described = parsed(message);
  if (!described) return new QueryError(message, undefined, {cause: error});
  const {exception_type, exception_message, position} = described;
  const offset = position === undefined ? undefined : Number(position);
  return new QueryError(`${exception_type} Error: ${exception_message}`, offset, {cause: error});
}

/** The word an error points to; undefined when it points nowhere. */
export function placeOf(error: unknown, query: string): Place | undefined {
  if (!(error instanceof QueryError) || error.position === undefined) return undefined;
  const from = Math.min(offsetOf(error.position, query), query.length);
  const word = /^\w+/.exec(query.slice(from))?.[0].length ?? 1;
  return {from, to: Math.min(from + word, query.length)};
}

/** DuckDB counts bytes, an editor UTF-16 units. */
function offsetOf(bytes: number, query: string): number {
  return new TextDecoder().decode(new TextEncoder().encode(query).subarray(0, bytes)).length;
}

function parsed(message: string): Described | undefined {
  if (!message.startsWith("{")) return undefined;
  try {
    return JSON.parse(message) as Described;
  } catch {
    return undefined;
  }
}
