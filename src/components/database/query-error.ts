import {movedTerms} from "../../lib/finance/moved-terms.js";
import {knownNames} from "../../lib/sheet/error.js";
import {LoadError} from "../load/load-error.js";

/** DuckDB's message about a query, with the offset that it points to, if any. */
export class QueryError extends Error {
  override name = "QueryError";

  constructor(
    message: string,
    readonly position: number | undefined,
    options?: ErrorOptions,
    /** A suggested replacement for the word at that position. */
    readonly suggestion?: string
  ) {
    super(message, options);
  }

  /** The error of a statement within a longer text, moved by a number of bytes. */
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

/** Errors of queries that were sent arrive as JSON. */
interface Described {
  exception_type: string;
  exception_message: string;
  position?: string;
}

/**
 * DuckDB's error in readable words, with the nearest of `tables` for an unknown one; load errors stay unchanged. `ran`
 * is the executed text, to which the error's position refers.
 */
export function readable(error: unknown, tables: readonly string[] = [], ran = ""): Error {
  if (error instanceof LoadError || error instanceof QueryError) return error;
  const {message} = error instanceof Error ? error : new Error(String(error));
  const described = parsed(message);
  const full = described ? `${described.exception_type} Error: ${described.exception_message}` : message;
  const offset = described?.position === undefined ? caretIn(full, ran) : Number(described.position);
  const words = helpful(full.replace(pointer, ""), tables);
  return new QueryError(words, offset, {cause: error}, suggestionIn(words));
}

/**
 * Matches `LINE 2: …FORM x` and the caret below. Long lines are cut to the part around the caret; a parser's error has
 * this twice.
 */
const pointer = /(?:\n\s*LINE (\d+): (.*)\n( *)\^\s*)+$/;

/** The offset in bytes that a caret below a line of text points to. */
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

/** The first suggested name of a table or column. */
function suggestionIn(words: string): string | undefined {
  return (/did you mean ([\w.]+)\?/.exec(words) ?? /Candidate bindings: "(?:\w+\.)?(\w+)"/.exec(words))?.[1];
}

/** Replaces DuckDB's hint where the page has disabled it, or where DuckDB does not know tables that are not loaded. */
function helpful(message: string, tables: readonly string[]): string {
  const missing = message.includes("Table with name") ? isMissing.exec(message) : undefined;
  if (missing) return [message.split("\n")[0], ...namesFor(missing[1]!, tables)].join("\n  ");
  const now = movedTerms[/Referenced column "(\w+)" not found/.exec(message)?.[1] ?? ""];
  if (now !== undefined) return `${message.split("\n")[0]}\n  it has moved: did you mean ${now}?`;
  const [, hint] = hints.find(([sign]) => sign.test(message)) ?? [];
  if (hint !== undefined) return `${message.split("\n")[0]}\n  ${hint}`;
  return isClosed.test(message) ? `${message.split("\n")[0]}\n  ${closed}` : message;
}

/** Hints that DuckDB's messages lack for notebooks, or for pasted text. */
const hints: readonly [sign: RegExp, hint: string][] = [
  [/prepared statement parameters/, "for a value that readers set, add an input and write $ and its name"],
  [/[‘’“”]/, `SQL needs straight quotes: 'a text' and "a name"`]
];

/** The qualified table with the name or, failing that, the nearest names. */
function namesFor(missing: string, tables: readonly string[]): string[] {
  const [qualified] = tables.filter((name) => name.split(".")[1] === missing.toLowerCase());
  return qualified === undefined ? knownNames("table", missing, tables) : [`did you mean ${qualified}?`];
}

const isMissing = /(?:Table with name|Referenced column) "?(\w+)"? (?:does not exist!|not found)/;
const isClosed = /exists in the \w+ extension|disabled (by|through) configuration|configuration has been locked/;
const closed =
  "This page's DuckDB reads the model's tables only, no files, addresses or extensions, so that a link can fetch " +
  "nothing: download the tables as Parquet from the list beside, and query them in a DuckDB of your own.";

/** The word that an error points to, or the missing name that it mentions; undefined if there is neither. */
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
