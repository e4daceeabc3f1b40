/** A wrong definition (column, formula, unit, cycle): thrown at once, with a drawing of the place and the way out. */
export class DefinitionError extends Error {
  override name = "DefinitionError";
}

/** A wrong value that a person typed (CSV cell, scenario key, flag): names place, value and the way out. */
export class InputError extends Error {
  override name = "InputError";
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
  const problem = `unknown ${what} "${name}"`;
  const lines = [place === "" ? problem : `${place}: ${problem}`, ...knownNames(what, name, names), ...hints];
  throw new InputError(lines.join("\n  "));
}

/** The text as one of the permitted words. Throws an `InputError` for any other text. */
export function oneOf<T extends string>(place: string, what: string, text: string, words: readonly T[]): T {
  return words.find((word) => word === text) ?? unknown(place, what, text, words);
}

const LISTED = 10;

function listed(names: readonly string[]): string {
  const rest = names.length - LISTED;
  return `${names.slice(0, LISTED).join(", ") || "none"}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function plural(noun: string): string {
  if (noun.endsWith("s")) return noun;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function underline(text: string, start: number, end: number): string[] {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const line = text.slice(from, newline < 0 ? undefined : newline);
  const length = Math.max(1, Math.min(end, from + line.length) - start);
  return [`  ${line}`, `  ${" ".repeat(start - from)}${"~".repeat(length)}`];
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
