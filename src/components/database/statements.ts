import {QueryError} from "./query-error.js";

/** A statement of a text, without its semicolon, and its offset. */
export interface Statement {
  text: string;
  from: number;
}

/**
 * The statements of a text. Semicolons in quotes and comments do not end a statement, and comments alone are not one.
 */
export function statements(text: string): Statement[] {
  const ends = Array.from(text.matchAll(piece)).filter(([found]) => found === ";");
  const cuts = [...ends.map(({index}) => index), text.length];
  return cuts
    .map((to, i) => {
      const from = i === 0 ? 0 : cuts[i - 1]! + 1;
      return {text: text.slice(from, to), from};
    })
    .filter((statement) => bare(statement.text) !== "");
}

/** Throws a `QueryError` for a statement that would drop or change one of the tables. */
export function refuseChange(statement: string, tables: readonly string[]): void {
  const [, command = "", name = ""] = changes.exec(bare(statement)) ?? [];
  const table = tables.find((one) => one.toLowerCase() === plainName(name));
  if (table === undefined) return;
  const position = new TextEncoder().encode(statement.slice(0, statement.indexOf(name))).length;
  throw new QueryError(
    `${command.split(/\s/)[0]!.toUpperCase()} would change ${table}, a table of the model. Create your own table: ` +
      `CREATE TABLE my_${table} AS FROM ${table}`,
    position
  );
}

/** Throws a `QueryError` for a statement that would not work as intended in a notebook. */
export function refuseUnfit(statement: string): void {
  const text = bare(statement);
  const [, command] = transaction.exec(text) ?? [];
  if (command !== undefined)
    throw new QueryError(
      `${command.toUpperCase()} belongs to a transaction, which all cells would share. Leave it out: statements run ` +
        "one after the other, and an error stops those that follow.",
      undefined
    );
  if (/^(insert|update|delete)\b/i.test(text) && /\breturning\b/i.test(text.replace(piece, quotesAway)))
    throw new QueryError(
      "RETURNING returns rows whose types can't be kept here. Leave it out, then SELECT from the table.",
      undefined
    );
}

const transaction = /^(begin|start\s+transaction|commit|rollback|abort|end)\b/i;

function quotesAway(found: string): string {
  return found.length > 1 ? "" : found;
}

/** A string, quoted name, comment or dollar-quoted text; otherwise a single character. */
const piece = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|[\s\S]/g;

const changes = new RegExp(
  `^((?:drop|alter)\\s+(?:table|view)(?:\\s+if\\s+exists)?|truncate(?:\\s+table)?|insert\\s+(?:or\\s+\\w+\\s+)?into|` +
    `update|delete\\s+from|create\\s+(?:or\\s+replace\\s+)?(?:temp(?:orary)?\\s+)?(?:table|view))\\s+([\\w".]+)`,
  "i"
);

/** Strips comments. */
export function bare(text: string): string {
  return text.replace(piece, (found) => (/^(--|\/\*)/.test(found) ? " " : found)).trim();
}

function plainName(name: string): string {
  return name.replaceAll('"', "").split(".").at(-1)!.toLowerCase();
}
