import {InputError} from "../../lib/sheet/error.js";
import {identifier} from "../../lib/export/sql/identifier.js";
import {cell, digits, share} from "../words/format.js";
import {monthName} from "../words/month.js";

/** A value in a text, `${count(offers where margin < 0)}`: the cell or input that it reads, and its format. */
export interface TextValue {
  /** The text between the braces. */
  inner: string;
  reads: string;
  /** An expression with a single value. */
  sql: string;
  format: ValueFormat | undefined;
}

/** `percent`, `month`, or a number of significant digits. */
export type ValueFormat = "percent" | "month" | number;

/** Matches values in a text. */
export const valuePattern = /\$\{([^{}]*)\}/g;

/** The values in a text, in order. Throws an `InputError` that quotes an invalid one. */
export function textValues(text: string): TextValue[] {
  return Array.from(text.matchAll(valuePattern), ([, inner = ""]) => textValue(inner));
}

/** Parses a value between braces. Throws an `InputError`. */
function textValue(inner: string): TextValue {
  const [, term = "", format] = /^\s*([^|]*?)\s*(?:\|\s*(\w+)\s*)?$/.exec(inner) ?? [];
  const read = inputOf(term) ?? fieldOf(term) ?? aggregateOf(term);
  if (!read) throw new InputError(`"\${${inner}}" is not a value\n  ${FORMS}`);
  return {...read, inner, format: formatOf(format, inner)};
}

/** The syntax of a value, for messages. */
const FORMS =
  "use ${cell.column}, ${cell[2].column}, ${$input}, ${count(cell)}, ${sum(cell.column where condition)}, " +
  "also min, max, mean and median; ${… | percent}, ${… | month} or ${… | 3} for three digits";

type Read = Pick<TextValue, "reads" | "sql">;

function inputOf(term: string): Read | undefined {
  const [, name] = /^\$([a-z]\w*)$/.exec(term) ?? [];
  return name === undefined ? undefined : {reads: name, sql: `$${name}`};
}

function fieldOf(term: string): Read | undefined {
  const [, cell, row = "0", column] = /^([a-z]\w*)(?:\[(\d+)\])?\.(\w+)$/.exec(term) ?? [];
  if (cell === undefined || column === undefined) return undefined;
  return {reads: cell, sql: `(SELECT ${identifier(column)} FROM ${identifier(cell)} LIMIT 1 OFFSET ${row})`};
}

function aggregateOf(term: string): Read | undefined {
  const {name = "", cell, column, condition} = aggregate.exec(term)?.groups ?? {};
  if (cell === undefined || (column === undefined && !/^count$/i.test(name))) return undefined;
  const of = column === undefined ? "*" : identifier(column);
  const where = condition === undefined ? "" : ` WHERE (${condition}\n)`;
  return {reads: cell, sql: `(SELECT ${name.toLowerCase()}(${of}) FROM ${identifier(cell)}${where})`};
}

const aggregate = new RegExp(
  /^(?<name>count|sum|min|max|mean|median)\(\s*(?<cell>[a-z]\w*)(?:\.(?<column>\w+))?/.source +
    /(?:\s+where\s+(?<condition>.+?))?\s*\)$/.source,
  "is"
);

function formatOf(word: string | undefined, inner: string): ValueFormat | undefined {
  if (word === undefined) return undefined;
  if (word === "percent" || word === "month") return word;
  if (/^[1-9]$/.test(word)) return Number(word);
  throw new InputError(`"\${${inner}}": unknown format "${word}"\n  use percent, month or a number of digits, 1 to 9`);
}

/** A value as shown in the text; a dash if missing. */
export function shownValue(text: string | null, format: ValueFormat | undefined): string {
  if (text === null) return "–";
  if (format === "month") return monthName(text);
  const number = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(number)) return text;
  if (format === "percent") return share(number);
  return format === undefined ? cell(number) : digits(number, format);
}
