/** A piece of a formula: a name that refers to a cell or column, a function, or anything else. */
export interface Token {
  kind: "reference" | "function" | "other";
  text: string;
  start: number;
  end: number;
}

/** The pieces of a formula, in order; together they make up its text. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) found.push(other(text, at, match.index));
    const end = match.index + match[0].length;
    found.push({kind: match[2] === undefined ? "reference" : "function", text: match[0], start: match.index, end});
    at = end;
  }
  if (at < text.length) found.push(other(text, at, text.length));
  return found;
}

/** The distinct names in a formula that refer to cells or columns, in reading order; each gets a colour. */
export function referencesIn(text: string): string[] {
  if (!text.startsWith("=")) return [];
  return [...new Set(tokens(text).flatMap(({kind, text: name}) => (kind === "reference" ? [name] : [])))];
}

// A cell, a parameter or a column, then a function; quoted texts and units in brackets contain no names.
const pattern =
  /(?<![\w"'])([a-z]\w*\[[^\]]*\]\.\w*|(?:parameter|[cp])\.\w+|[a-z]\w*(?![\w([]))(?![\w"'])|([a-z]\w*)(?=\()/g;

function other(text: string, start: number, end: number): Token {
  return {kind: "other", text: text.slice(start, end), start, end};
}
