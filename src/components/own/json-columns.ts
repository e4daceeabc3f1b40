import {cellOf, columnsOfRows, headedColumns, type OwnColumn} from "./own-file.js";
import {PLAIN, read} from "./own-types.js";

/**
 * The columns of JSON: of an array of objects, lines of objects, an object with one such array, or arrays by name.
 * Nested lists and objects become lists and structs of DuckDB.
 */
export function jsonColumns(text: string): OwnColumn[] {
  const value = parsed(text);
  if (isTable(value)) return headedColumns(value.map((row) => row.map(cellOf)));
  return columnsOfRows(rowsOf(value)).map(({name, values}) => ({name, ...columnOf(values)}));
}

type Members = Readonly<Record<string, unknown>>;

function rowsOf(value: unknown): readonly Members[] {
  if (Array.isArray(value)) return value.map((row) => (isObject(row) ? row : {value: row as unknown}));
  if (!isObject(value)) return [{value}];
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const [first] = lists;
  if (first && lists.length === Object.keys(value).length && lists.length > 1) return byName(lists);
  return first && lists.length === 1 && first[1].every(isObject) ? first[1] : [value];
}

/** Rows from columns given one by one; columns of unequal length form a single row. */
function byName(lists: readonly [string, unknown[]][]): Members[] {
  const [[, {length}]] = lists as [[string, unknown[]]];
  if (lists.some(([, values]) => values.length !== length)) return [Object.fromEntries(lists)];
  return Array.from({length}, (_, i) => Object.fromEntries(lists.map(([name, values]) => [name, values[i]])));
}

/** Whether a value is rows of cells, the first of which are names. */
function isTable(value: unknown): value is unknown[][] {
  return Array.isArray(value) && value.length > 1 && value.every(Array.isArray);
}

function isObject(value: unknown): value is Members {
  return isNested(value) && !Array.isArray(value);
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/**
 * A column of plain values is read like cells. For other values, the type is DuckDB's, unless they are too dissimilar.
 */
export function columnOf(values: readonly unknown[]): Pick<OwnColumn, "values" | "type"> {
  const plain = values.every((value) => !isNested(value));
  const type = plain ? undefined : nestedType(values);
  if (type === undefined) return {values: values.map(cellOf)};
  return {type, values: values.map((value) => (isMissing(value) ? null : nestedText(value)))};
}

/** The DuckDB type that holds all values; undefined if there is none. */
function nestedType(values: readonly unknown[]): string | undefined {
  const held = values.filter((value) => !isMissing(value));
  if (!held.some(isNested)) return leafType(held.map((value) => cellOf(value)!));
  if (held.every(Array.isArray)) {
    const item = nestedType(held.flat());
    return item && `${item}[]`;
  }
  return held.every(isObject) ? structType(held) : undefined;
}

/** JSON has no dates; values that are not all booleans or numbers are text. */
function leafType(texts: readonly string[]): string {
  const types = ["BOOLEAN", "BIGINT", "DOUBLE"] as const;
  const found = types.find((type) => texts.every((text) => read(text, type, PLAIN) !== null));
  return texts.length === 0 ? "VARCHAR" : (found ?? "VARCHAR");
}

/** Objects with more members are maps rather than structs. */
const FIELDS = 64;

function structType(held: readonly Members[]): string | undefined {
  const fields = columnsOfRows(held);
  const types = fields.map(({key, values}) => {
    const type = nestedType(values);
    return type && `"${key.replaceAll('"', '""')}" ${type}`;
  });
  if (fields.length === 0 || fields.length > FIELDS || types.includes(undefined)) return undefined;
  return `STRUCT(${types.join(", ")})`;
}

/** A value in DuckDB's text notation, in which numbers may be quoted. */
function nestedText(value: unknown): string {
  if (isMissing(value)) return "NULL";
  if (Array.isArray(value)) return `[${value.map(nestedText).join(", ")}]`;
  if (!isObject(value)) return escaped(cellOf(value)!);
  const members = Object.entries(value).map(([key, held]) => `${escaped(key)}: ${nestedText(held)}`);
  return `{${members.join(", ")}}`;
}

function escaped(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Keeps a number's digits, if the browser provides its text. */
function parsed(text: string): unknown {
  const digits = (_: string, value: unknown, context?: {source?: string}): unknown =>
    typeof value === "number" ? (context?.source ?? String(value)) : value;
  const bare = text.replace(/^\uFEFF/, "").trim();
  const isLines = bare.startsWith("{") && /\}\s*\n\s*\{/.test(bare);
  if (!isLines) return JSON.parse(bare, digits);
  return bare.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [lineOf(line, i + 1, digits)]));
}

function lineOf(line: string, number: number, digits: Parameters<typeof JSON.parse>[1]): unknown {
  try {
    return JSON.parse(line, digits);
  } catch (cause) {
    throw new Error(`line ${number} is not JSON: ${line.slice(0, 60)}`, {cause});
  }
}
