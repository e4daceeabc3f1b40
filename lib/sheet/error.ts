import {limits} from "./limits.js";

/** An error for people to read: none of its lines is longer than a screen shows, whatever was typed. */
class ReadableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.split("\n").map(withoutMiddle).join("\n"), options);
  }
}

/** A wrong definition (column, formula, unit, cycle): thrown at once, with a drawing of the place and the way out. */
export class DefinitionError extends ReadableError {
  override name = "DefinitionError";
}

/** A wrong value that a person typed (CSV cell, scenario key, flag): names place, value and the way out. */
export class InputError extends ReadableError {
  override name = "InputError";
}

/** A typed text between quotation marks, cut where it is long. */
export function quoted(text: string): string {
  return `"${shortened(text)}"`;
}

/** A typed text, cut where it is long. */
export function shortened(text: string): string {
  return text.length > limits.quotation ? `${text.slice(0, limits.quotation)}…` : text;
}

/** What a drawing shows: the place, the problem, optionally a line of text with a span to underline, and ways out. */
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

/** The name among `names` nearest to `name` by edit distance, if it is near enough to be a typing error. */
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

/** The hint lines for an unknown name: the near miss, if any, and the permitted names, at most ten of them. */
export function knownNames(what: string, name: string, names: Iterable<string>): string[] {
  const known = [...names];
  const near = nearest(name, known);
  return [...(near ? [`did you mean ${near}?`] : []), `${plural(what)}: ${listed(known)}`];
}

/**
 * Throws an `InputError` for a name that is not among the permitted ones: `place: unknown facility "dalas"`, the near
 * miss, the permitted names and other ways out. The place is empty where the name alone tells what is wrong.
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

/** The text as one of the permitted words. Throws an `InputError` for any other text. */
export function oneOf<T extends string>(place: string, what: string, text: string, words: readonly T[]): T {
  return words.find((word) => word === text) ?? unknown(place, what, text, words);
}

const LISTED = 10;

/** Names in a message: the first ten, and how many more there are. */
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

/** As much of a long line as a message repeats, around a piece of it; `cut` characters fewer stand before the piece. */
function around(line: string, at: number): {shown: string; cut: number} {
  if (line.length <= WIDTH) return {shown: line, cut: 0};
  const from = Math.max(0, Math.min(at - limits.quotation / 2, line.length - WIDTH));
  const [before, after] = [from > 0 ? "…" : "", from + WIDTH < line.length ? "…" : ""];
  return {shown: `${before}${line.slice(from, from + WIDTH)}${after}`, cut: from - before.length};
}

/** The longest line of a drawing that is shown whole: as long as the project's own lines of code. */
const WIDTH = 120;

function withoutMiddle(line: string): string {
  if (line.length <= limits.messageLine) return line;
  const half = limits.messageLine / 2 - 1;
  return `${line.slice(0, half)}…${line.slice(-half)}`;
}

/** Insertions, deletions, changes and swaps of neighbours, each counted as one. */
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
