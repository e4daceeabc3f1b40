import {uniqueNames} from "../database/unique-names.js";

/** A column of a reader's file: every value as text, missing ones null. */
export interface OwnColumn {
  name: string;
  values: (string | null)[];
  /** DuckDB's type, if the file states one. */
  type?: string;
}

/** Rows of cells as text; one row holds the names of the columns. */
export type OwnRows = readonly (readonly (string | null)[])[];

/** The kind of a file: rows of cells that need interpretation, or columns of named members. */
export type FileKind = "delimited" | "json" | "parquet" | "arrow" | "xlsx";

/** The kind of a file's content, whatever its name. */
export function kindOf(bytes: Uint8Array): FileKind {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 6));
  if (head.startsWith("PAR1")) return "parquet";
  if (head.startsWith("PK\u0003\u0004")) return "xlsx";
  if (head.startsWith("ARROW1") || head.startsWith("\u00FF\u00FF\u00FF\u00FF")) return "arrow";
  return isJson.test(textOf(bytes.subarray(0, 1000))) ? "json" : "delimited";
}

/** An object or a list, but not a heading in brackets such as `[USD],[EUR]`. */
const isJson = /^\uFEFF?\s*(\{|\[\s*([{[\]"]|-?\d[\d.e+-]*\s*[,\]]|true\b|false\b|null\b))/;

/** Decodes UTF-8, UTF-16 or, failing both, Windows-1252. */
export function textOf(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    // A part may end in the middle of a character.
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes, {stream: true});
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whether a text has no characters that occur only in pictures, programs or archives. */
export function isPlain(text: string): boolean {
  return Array.from(text.slice(0, 1000)).every((letter) => letter >= " " || (letter >= "\t" && letter <= "\r"));
}

/** UTF-16 starts with a byte order mark, or has a zero byte in each English letter. */
function wideEncodingOf([a, b, c, d]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if ((a === 0xff && b === 0xfe) || (b === 0 && d === 0 && a !== 0 && c !== 0)) return "utf-16le";
  return (a === 0xfe && b === 0xff) || (a === 0 && c === 0 && b !== 0 && d !== 0) ? "utf-16be" : undefined;
}

/** The columns of rows of which one, counted from 1, holds the names; empty columns are dropped. */
export function headedColumns(rows: OwnRows, header = 1): OwnColumn[] {
  const names = rows[header - 1] ?? [];
  const held = rows.slice(header).filter((row) => row.some((cell) => cell !== null));
  const width = held.reduce((most, row) => Math.max(most, row.length), names.length);
  const all = Array.from({length: width}, (_, i) => names[i] ?? "");
  const columns = namedColumns(all).map((name, i) => ({name, values: held.map((row) => row[i] ?? null)}));
  // Some programs end lines with an extra delimiter.
  return columns.filter(({values}, i) => names[i] || values.some((value) => value !== null));
}

/**
 * The row that holds the names: the first with as many filled cells as most rows; if only the last row has as many, the
 * first non-empty one; and if that row holds only numbers, the words above it.
 */
export function headerOf(rows: OwnRows): number {
  const counts = rows.slice(0, 50).map((row) => row.filter((cell) => cell !== null).length);
  const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  const isBehind = (at: number): boolean => rows.slice(at + 1).some((row) => row.some((cell) => cell !== null));
  const found = counts.findIndex((count, at) => count >= usual && count > 0 && isBehind(at));
  const line = found < 0 ? counts.findIndex((count) => count > 0) : found;
  const words = rows.slice(0, Math.max(0, line)).findLastIndex((row) => row.some(isFilled) && !isAllNumbers(row));
  return Math.max(1, (words >= 0 && isAllNumbers(rows[line]!) ? words : line) + 1);
}

function isFilled(cell: string | null): cell is string {
  return cell !== null;
}

function isAllNumbers(row: OwnRows[number]): boolean {
  return row.filter(isFilled).every((cell) => /^[-−+]?[\d.,]+$/.test(cell));
}

/** Columns of rows of named members; values other than texts, numbers and dates become JSON. */
export function columnsOfRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  known: readonly string[] = []
): {key: string; name: string; values: unknown[]}[] {
  const keys = new Set(known);
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
  const all = [...keys];
  const names = namedColumns(all);
  return all.map((key, i) => ({key, name: names[i]!, values: rows.map((row) => row[key])}));
}

/** A value as a cell's text. */
export function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date)
    return value
      .toISOString()
      .replace("T", " ")
      .replace(/\.?0*Z$/, "")
      .replace(/ 00:00:00$/, "");
  if (typeof value !== "object") return `${value as string | number | bigint | boolean}`;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}

function namedColumns(names: readonly string[]): string[] {
  return uniqueNames(names.map((name, i) => name.trim() || `column_${i + 1}`));
}
