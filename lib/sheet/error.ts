import {limits} from "./limits.js";

/** An error for people to read. Its lines are cut to a readable length, however long the input. */
class ReadableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.split("\n").map(withoutMiddle).join("\n"), options);
  }
}

/** An invalid definition (column, formula, unit, cycle), with a drawing of the place and hints. */
export class DefinitionError extends ReadableError {
  override name = "DefinitionError";
}

/** An invalid input (CSV cell, scenario key, flag), with place, value and hints. */
export class InputError extends ReadableError {
  override name = "InputError";
}

/** A user's text in quotation marks, shortened. */
export function quoted(text: string): string {
  return `"${shortened(text)}"`;
}

/** A user's text, shortened. */
export function shortened(text: string): string {
  return text.length > limits.quotation ? `${text.slice(0, limits.quotation)}…` : text;
}

/** The content of a drawing: place, problem, optionally a line of text with a span to underline, and hints. */
export interface Drawing {
  place: string;
  problem: string;
  text?: string;
  start?: number;
  end?: number;
  hints?: string[];
}

/** Draws an error as a few lines: `place: problem`, the text with the span underlined, and the hints. */
export function draw({place, problem, text, start = 0, end = start + 1, hints = []}: Drawing): string {
  return [`${place}: ${problem}`, ...(text === undefined ? [] : underline(text, start, end)), ...hints].join("\n");
}

/** Throws a `DefinitionError` with the drawing. */
export function fail(drawing: Drawing): never {
  throw new DefinitionError(draw(drawing));
}

/** The name in `names` with the smallest edit distance to `name`, if small enough for a typing error. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Hint lines for an unknown name: a suggestion, if any, and the permitted names, at most ten. */
export function knownNames(what: string, name: string, names: Iterable<string>): string[] {
  const known = [...names];
  const near = nearest(name, known);
  return [...(near ? [`did you mean ${near}?`] : []), `${plural(what)}: ${listed(known)}`];
}

/**
 * Throws an `InputError` for a name that is not permitted: `place: unknown facility "dalas"`, a suggestion, the
 * permitted names and further hints. The place may be empty if the name says enough.
 */
export function unknown(
  place: string,
  what: string,
  name: string,
  names: Iterable<string>,
  ...hints: readonly string[]
): never {
  const problem = `unknown ${what} ${quoted(name)}`;
  const lines = [place === "" ? problem : `${place}: ${problem}`, ...knownNames(what, name, names), ...hints];
  throw new InputError(lines.join("\n  "));
}

/** Returns the text if it is one of the permitted words; throws an `InputError` otherwise. */
export function oneOf<T extends string>(place: string, what: string, text: string, words: readonly T[]): T {
  return words.find((word) => word === text) ?? unknown(place, what, text, words);
}

const LISTED = 10;

/** Names in a message: the first ten, and the number of others. */
export function listed(names: readonly string[]): string {
  const rest = names.length - LISTED;
  return `${names.slice(0, LISTED).map(shortened).join(", ") || "none"}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function plural(noun: string): string {
  if (noun.endsWith("s")) return noun;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function underline(text: string, start: number, end: number): string[] {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const line = text.slice(from, newline < 0 ? undefined : newline);
  const {shown, cut} = around(line, start - from);
  const length = Math.max(1, Math.min(end - from - cut, shown.length) - (start - from - cut));
  return [`  ${shown}`, `  ${" ".repeat(start - from - cut)}${"~".repeat(length)}`];
}

/**
 * The part of a long line that a message repeats, around a position; `cut` is how much shorter the text before that
 * position has become.
 */
function around(line: string, at: number): {shown: string; cut: number} {
  if (line.length <= WIDTH) return {shown: line, cut: 0};
  const from = Math.max(0, Math.min(at - limits.quotation / 2, line.length - WIDTH));
  const [before, after] = [from > 0 ? "…" : "", from + WIDTH < line.length ? "…" : ""];
  return {shown: `${before}${line.slice(from, from + WIDTH)}${after}`, cut: from - before.length};
}

/** The longest line that a drawing shows whole: the line length of the project's code. */
const WIDTH = 120;

function withoutMiddle(line: string): string {
  if (line.length <= limits.messageLine) return line;
  const half = limits.messageLine / 2 - 1;
  return `${line.slice(0, half)}…${line.slice(-half)}`;
}

/** Edit distance: insertions, deletions, substitutions and swaps of neighbours each count as one. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
