/** The position of a name in a query, as offsets. */
export interface NamePlace {
  name: string;
  from: number;
  to: number;
}

/** The names of a notebook that a query mentions. */
export interface Mentions {
  /** Positions of tables, such as `offers` in `FROM offers` and in `offers.price`. */
  tables: NamePlace[];
  /** Positions of inputs, such as `$busy`. */
  inputs: NamePlace[];
}

/** The tables and inputs that a query mentions, except those that it defines itself in a `WITH`. */
export function mentions(query: string): Mentions {
  const tokens = tokensOf(query);
  const own = new Set(tokens.filter((_, i) => isDefined(tokens, i)).map(({text}) => nameOf(text)));
  const read = tablesRead(tokens).filter(({text}) => !own.has(nameOf(text)));
  const names = new Set(read.map(({text}) => nameOf(text)));
  const owners = tokens.filter(({text}, i) => isOwner(tokens, i) && names.has(nameOf(text)) && !own.has(nameOf(text)));
  return {
    tables: [...new Set([...read, ...owners])].sort((a, b) => a.from - b.from).map(placed),
    inputs: tokens
      // A dollar-quoted text may have a tag: $note$…$note$.
      .filter(({text}) => /^\$[a-z]\w*$/i.test(text))
      .map((token) => ({...placed(token), name: token.text.slice(1).toLowerCase()}))
  };
}

/** Positions at which a query mentions tables of the schema `own`, such as `own.quotes`, by table. */
export function ownTablesIn(query: string): NamePlace[] {
  const tokens = tokensOf(query);
  return tokens.flatMap((token, i) => {
    const [dot, table] = tokens.slice(i + 1, i + 3);
    if (nameOf(token.text) !== "own" || dot?.text !== "." || !table || tokens[i - 1]?.text === ".") return [];
    return [{name: nameOf(table.text), from: token.from, to: table.from + table.text.length}];
  });
}

/** A query with the text at some positions replaced. */
export function withReplaced(query: string, places: readonly NamePlace[], by: (name: string) => string): string {
  let end = 0;
  const parts = places.flatMap(({name, from, to}) => {
    const before = query.slice(end, from);
    end = to;
    return [before, by(name)];
  });
  return [...parts, query.slice(end)].join("");
}

interface Token {
  text: string;
  from: number;
}

/** A comment, string, dollar-quoted text, quoted name, word or `$` name; otherwise a single character. */
const piece =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|\$?[a-z_]\w*|\d[\w.]*|\S/gi;

function tokensOf(query: string): Token[] {
  return Array.from(query.matchAll(piece), ({0: text, index}) => ({text, from: index})).filter(
    ({text}) => !/^(--|\/\*)/.test(text)
  );
}

/** Words that precede a table, and signs after which a list of tables continues. */
const opens = /^(from|join|describe|summarize|pivot|unpivot|pivot_wider|pivot_longer|table)$/i;
const closes = new RegExp(
  "^(select|where|group|order|having|qualify|window|limit|offset|on|using|union|intersect|except|set|values|returning" +
    "|sample|tablesample|with)$",
  "i"
);
/** Functions with a FROM within their arguments. */
const takesFrom = /^(extract|substring|trim|overlay|position)$/i;

/**
 * Reads a query in one pass, keeping track at each depth of brackets whether a table may come next, and whether a comma
 * leads to one.
 */
function tablesRead(tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  const outer: {lists: boolean; isFunction: boolean}[] = [];
  let here = {lists: false, isFunction: false};
  let expected = false;
  tokens.forEach(({text}, i) => {
    const before = tokens[i - 1]?.text ?? "";
    if (text === "(") {
      outer.push(here);
      here = {lists: expected, isFunction: takesFrom.test(before)};
    } else if (text === ")") {
      here = outer.pop() ?? here;
      expected = false;
    } else if (opens.test(text) && !here.isFunction && !/^distinct$/i.test(before)) {
      here = {...here, lists: /^(from|join)$/i.test(text)};
      expected = true;
    } else if (text === "," && here.lists) expected = true;
    else if (closes.test(text)) {
      here = {...here, lists: false};
      expected = false;
    } else if (expected && isName(text) && !/^(lateral|only)$/i.test(text)) {
      if (!/^[.(]$/.test(tokens[i + 1]?.text ?? "")) found.push(tokens[i]!);
      expected = false;
    }
  });
  return found;
}

/** Whether a token is a name that `WITH` defines: `x AS (`, `x(a, b) AS MATERIALIZED (`. */
function isDefined(tokens: readonly Token[], i: number): boolean {
  if (!isName(tokens[i]!.text) || !/^(with|recursive|,)$/i.test(tokens[i - 1]?.text ?? "")) return false;
  const rest = tokens.slice(i + 1, i + 60).map(({text}) => text.toLowerCase());
  const behind = rest[0] === "(" ? rest.slice(rest.indexOf(")") + 1) : rest;
  return /^as (not )?(materialized )?\(/.test(behind.slice(0, 4).join(" "));
}

/** Whether a token is the table in `table.column`. */
function isOwner(tokens: readonly Token[], i: number): boolean {
  return isName(tokens[i]!.text) && tokens[i + 1]?.text === "." && tokens[i - 1]?.text !== ".";
}

function isName(text: string): boolean {
  return /^("|[a-z_])/i.test(text);
}

function nameOf(text: string): string {
  const bare = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  return bare.toLowerCase();
}

function placed({text, from}: Token): NamePlace {
  return {name: nameOf(text), from, to: from + text.length};
}
