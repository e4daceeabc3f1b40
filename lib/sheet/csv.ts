import {parse} from "csv-parse/browser/esm/sync";
import {delimiterName, delimiterOf} from "./delimiter.js";
import {InputError} from "./error.js";

/** A cell of a CSV file with its place; line 0 if the source has no lines. */
export interface Cell {
  text: string;
  file: string;
  line: number;
  column: string;
}

/** A CSV file as records of cells by header. */
export interface Csv {
  file: string;
  headers: string[];
  records: Record<string, Cell>[];
}

/**
 * Parses CSV with a header line, ignoring blank rows and blank columns behind the last header. Throws an `InputError`
 * with file and line for unbalanced quotes, a wrong number of cells or a delimiter other than a comma.
 */
export function parseCsv(text: string, file: string): Csv {
  const lines = read(text, file);
  const first = lines[0]?.record ?? [];
  const headers = filled(first.map((header) => header.trim()));
  const twice = headers.find((header, i) => headers.indexOf(header) !== i);
  if (twice !== undefined) throw new InputError(`${file}:1: duplicate header "${twice}": rename or remove one`);
  const records = lines.slice(1).map(({record, line}) => {
    if (record.length !== first.length || filled(record).length > headers.length)
      throw new InputError(
        `${file}: line ${line} has ${record.length} cells under ${first.length} headers\n  ${quoting}`
      );
    return Object.fromEntries(headers.map((column, i) => [column, {text: record[i]!.trim(), file, line, column}]));
  });
  return {file, headers, records};
}

/** The cells of a line up to the last non-empty one. */
function filled(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}

/** The place of a cell, for messages: `cluster.csv:2: facility`. */
export function placeOf({file, line, column}: Cell): string {
  return `${line > 0 ? `${file}:${line}` : file}: ${column}`;
}

/** Throws an `InputError` with file, line, column, value, problem and hints. */
export function failCell(cell: Cell, problem: string, ...hints: string[]): never {
  throw new InputError([`${placeOf(cell)}: "${cell.text}": ${problem}`, ...hints].join("\n  "));
}

/** Throws an `InputError` for a duplicate or missing key. */
export function checkKeys({records}: Csv): void {
  const seen = new Map<string, number>();
  for (const {key} of records) {
    if (!key?.text) failCell(key!, "a row needs a key");
    const before = seen.get(key.text);
    if (before !== undefined)
      failCell(key, `the same key is in line ${before}`, "remove one of the rows, or give it another key");
    seen.set(key.text, key.line);
  }
}

const quoting = "quote cells that contain a comma or a quotation mark; write numbers without separators";

function read(text: string, file: string): {record: string[]; line: number}[] {
  const delimiter = delimiterOf(text);
  if (delimiter !== ",")
    throw new InputError(`${file}:1: cells are separated by a ${delimiterName(delimiter)}: save the file with commas`);
  const options = {
    info: true,
    bom: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true
  } as const;
  try {
    const parsed = parse(text, options) as unknown as {
      record: string[];
      info: {lines: number};
    }[];
    return parsed.map(({record, info}) => ({record, line: info.lines}));
  } catch (cause) {
    throw new InputError([`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, quoting].join("\n  "), {
      cause
    });
  }
}
