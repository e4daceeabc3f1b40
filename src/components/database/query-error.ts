import {movedTerms} from "../../lib/finance/moved-terms.js";
import {knownNames} from "../../lib/sheet/error.js";
import {LoadError} from "../load/load-error.js";

/** What DuckDB says is wrong with a query, and where it points, as an offset, if it does. */
export class QueryError extends Error {
  override name = "QueryError";

  constructor(
    message: string,
    readonly position: number | undefined,
    options?: ErrorOptions,
    /** What the word at the position may have been meant to be. */
    readonly suggestion?: string
  ) {
    super(message, options);
  }

  /** The error of a statement that stands in a longer text: so many bytes further on. */
  shifted(bytes: number): QueryError {
    const position = this.position === undefined ? undefined : Math.max(0, this.position + bytes);
    return new QueryError(this.message, position, {cause: this.cause}, this.suggestion);
  }
}

/** The part of a query that an error is about, as offsets. */
export interface Place {
  from: number;
  to: number;
}

/** An error of a query that was sent comes as JSON. */
interface Described {
  exception_type: string;
  exception_message: string;
  position?: string;
}

/**
 * DuckDB's error in words, with the nearest of `tables` for one that there is not; what could not load, as it is. `ran`
 * is the text that was run, in which a line of the error points.
 */
export function readable(error: unknown, tables: readonly string[] = [], ran = ""): Error {
  if (error instanceof LoadError || error instanceof QueryError) return error;
  const {message} = error instanceof Error ? error : new Error(String(error));
  const described = parsed(message);
  const told = described ? `${described.exception_type} Error: ${described.exception_message}` : message;
  const offset = described?.position === undefined ? caretIn(told, ran) : Number(described.position);
  const words = helpful(told.replace(pointer, ""), tables);
  return new QueryError(words, offset, {cause: error}, suggestionIn(words));
}

/** `LINE 2: …FORM x` and, below, a caret: long lines are cut to what is around it. A parser's error says it twice. */
const pointer = /(?:\n\s*LINE (\d+): (.*)\n( *)\^\s*)+$/;

/** The offset in bytes that a caret below a line of a text points to. */
function caretIn(message: string, text: string): number | undefined {
  const [, number = "", excerpt = "", room = ""] = pointer.exec(message) ?? [];
  const lines = text.split("\n");
  const line = lines[Number(number) - 1];
  const [, cut = "", shown = ""] = /^(\.\.\.)?(.*?)(?:\.\.\.)?$/.exec(excerpt) ?? [];
  const from = line?.indexOf(shown) ?? -1;
  if (line === undefined || from < 0) return undefined;
  const column = from + room.length - `LINE ${number}: `.length - cut.length;
  const before = [...lines.slice(0, Number(number) - 1), line.slice(0, column)].join("\n");
  return new TextEncoder().encode(before).length;
}

/** The first name that is offered, of a table or of a column. */
function suggestionIn(words: string): string | undefined {
  return (/did you mean ([\w.]+)\?/.exec(words) ?? /Candidate bindings: "(?:\w+\.)?(\w+)"/.exec(words))?.[1];
}

/** DuckDB's way out is none where the page has closed it, or where it does not know the tables that are not loaded. */
function helpful(message: string, tables: readonly string[]): string {
  const missing = message.includes("Table with name") ? isMissing.exec(message) : undefined;
  if (missing) return [message.split("\n")[0], ...namesFor(missing[1]!, tables)].join("\n  ");
  const now = movedTerms[/Referenced column "(\w+)" not found/.exec(message)?.[1] ?? ""];
  if (now !== undefined) return `${message.split("\n")[0]}\n  it has moved: did you mean ${now}?`;
  const [, hint] = hints.find(([sign]) => sign.test(message)) ?? [];
  if (hint !== undefined) return `${message.split("\n")[0]}\n  ${hint}`;
  return isClosed.test(message) ? `${message.split("\n")[0]}\n  ${closed}` : message;
}

/** What DuckDB's words do not say of a notebook, or of what was pasted from a text. */
const hints: readonly [sign: RegExp, hint: string][] = [
  [/prepared statement parameters/, "for a value that readers set, add an input and write $ and its name"],
  [/[‘’“”]/, `SQL needs straight quotes: 'a text' and "a name"`]
];

/** The table of a schema that has the name, else the nearest. */
function namesFor(missing: string, tables: readonly string[]): string[] {
  const [qualified] = tables.filter((name) => name.split(".")[1] === missing.toLowerCase());
  return qualified === undefined ? knownNames("table", missing, tables) : [`did you mean ${qualified}?`];
}

const isMissing = /(?:Table with name|Referenced column) "?(\w+)"? (?:does not exist!|not found)/;
const isClosed = /exists in the \w+ extension|disabled (by|through) configuration|configuration has been locked/;
const closed =
  "This page's DuckDB reads the model's tables only, no files, addresses or extensions, so that a link can fetch " +
  "nothing: download the tables as Parquet from the list beside, and query them in a DuckDB of your own.";

/** The word an error points to, or the missing name that it tells; undefined when it points nowhere. */
export function placeOf(error: unknown, query: string): Place | undefined {
  if (!(error instanceof QueryError)) return undefined;
  if (error.position === undefined) return placeOfName(isMissing.exec(error.message)?.[1], query);
  const from = Math.min(offsetOf(error.position, query), query.length);
  const word = /^\w+/.exec(query.slice(from))?.[0].length ?? 1;
  return {from, to: Math.min(from + word, query.length)};
}

function placeOfName(name: string | undefined, query: string): Place | undefined {
  const from = name === undefined ? -1 : query.search(new RegExp(`\\b${name}\\b`, "i"));
  return name === undefined || from < 0 ? undefined : {from, to: from + name.length};
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
