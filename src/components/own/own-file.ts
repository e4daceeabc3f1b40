import {dsvFormat} from "d3";
import {parquetMetadata, parquetReadObjects, parquetSchema} from "hyparquet";
import {uniqueNames} from "../database/unique-names.js";

/** A column of a reader's file: every value as text, a missing one null. */
export interface OwnColumn {
  name: string;
  values: (string | null)[];
  /** DuckDB's type, where the file states one. */
  type?: string;
}

/** Rows of cells as text; one of them holds the names of the columns. */
export type OwnRows = readonly (readonly (string | null)[])[];

/** What a file holds: rows of cells that need a reading, or columns of named members. */
export type FileKind = "delimited" | "json" | "parquet" | "arrow" | "xlsx";

/** What the content of a file is, whatever its name. */
export function kindOf(bytes: Uint8Array): FileKind {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1000)).replace(/^\xEF\xBB\xBF/, "");
  if (head.startsWith("PAR1")) return "parquet";
  if (head.startsWith("PK\u0003\u0004")) return "xlsx";
  if (head.startsWith("ARROW1") || head.startsWith("\u00FF\u00FF\u00FF\u00FF")) return "arrow";
  return /^\s*(\{|\[\s*[{[\]])/.test(head) ? "json" : "delimited";
}

/** Text in UTF-8 or, where it is none, in Windows-1252. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The sign that parts the cells of the first lines alike, most often: `,`, `;`, tab or `|`. */
export function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 20).filter((line) => line !== "");
  const most = (sign: string): number => Math.min(...lines.map((line) => line.split(sign).length));
  return [",", ";", "\t", "|"].reduce((best, sign) => (most(sign) > most(best) ? sign : best));
}

/** The cells of CSV or TSV, row by row. An empty one is missing. */
export function delimitedRows(text: string, delimiter: string): OwnRows {
  const rows = dsvFormat(delimiter).parseRows(text.replace(/^\uFEFF/, ""));
  return rows.map((row) => row.map((cell) => cell.trim() || null));
}

/** The columns of rows of which one holds the names, counted from 1; rows without a cell are none. */
export function headedColumns(rows: OwnRows, header = 1): OwnColumn[] {
  const names = rows[header - 1] ?? [];
  const held = rows.slice(header).filter((row) => row.some((cell) => cell !== null));
  const width = Math.max(names.length, ...held.map((row) => row.length));
  const all = Array.from({length: width}, (_, i) => names[i] ?? "");
  return namedColumns(all).map((name, i) => ({name, values: held.map((row) => row[i] ?? null)}));
}

/** The line that holds the names: the first in which as many cells are filled as in most. */
export function headerOf(rows: OwnRows): number {
  const counts = rows.slice(0, 50).map((row) => row.filter((cell) => cell !== null).length);
  const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  return Math.max(1, counts.findIndex((count) => count >= usual && count > 0) + 1);
}

/** The sheets of a workbook that have cells, as rows. */
export async function sheetsOf(bytes: Uint8Array): Promise<{name: string; rows: OwnRows}[]> {
  const {readXlsx} = await import("hucre/xlsx");
  const {sheets} = await readXlsx(bytes);
  const read = sheets.map(({name, rows}) => ({name, rows: rows.map((row) => row.map((cell) => cellOf(cell) || null))}));
  return read.filter(({rows}) => rows.some((row) => row.some((cell) => cell !== null)));
}

/** The columns of a JSON array of objects, or of lines of objects; a list or an object within is JSON. */
export function jsonColumns(text: string): OwnColumn[] {
  return columnsOfRows(parsedJson(text) as Record<string, unknown>[]);
}

/** The columns of a Parquet file; what is no text, number or date in it is JSON. */
export async function parquetColumns(bytes: Uint8Array): Promise<OwnColumn[]> {
  const file = bytes.slice().buffer;
  const names = parquetSchema(parquetMetadata(file)).children.map(({element}) => element.name);
  return columnsOfRows(await parquetReadObjects({file}), names);
}

function columnsOfRows(rows: readonly Record<string, unknown>[], known: readonly string[] = []): OwnColumn[] {
  const keys = [...new Set([...known, ...rows.flatMap((row) => Object.keys(row))])];
  const names = namedColumns(keys);
  return keys.map((key, i) => ({name: names[i]!, values: rows.map((row) => cellOf(row[key]))}));
}

function namedColumns(names: readonly string[]): string[] {
  return uniqueNames(names.map((name, i) => name.trim() || `column_${i + 1}`));
}

/** A number of JSON keeps its digits, where the browser tells its text. */
function parsedJson(text: string): unknown {
  const digits = (_: string, value: unknown, context?: {source?: string}): unknown =>
    typeof value === "number" ? (context?.source ?? value) : value;
  const bare = text.replace(/^\uFEFF/, "").trim();
  const isLines = bare.startsWith("{") && /\}\s*\n\s*\{/.test(bare);
  if (isLines)
    return bare.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line, digits) as unknown]));
  const value = JSON.parse(bare, digits) as unknown;
  return Array.isArray(value) ? value : [value];
}

function cellOf(value: unknown): string | null {
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
