import {parquetRead, type FileMetaData} from "hyparquet";
import type {Value} from "../figure/grid.js";
import {placesInPart} from "./part-file.js";
import {notePlaces, rowPrototype, type RowSource} from "./row-source.js";
import type {Row} from "./table-types.js";

/** Which columns of a table to read, all by default, and which rows. */
export interface Choice<C extends string = string> {
  columns?: readonly C[];
  /** Whether to read only the rows of the first month; requires the date column. */
  opening?: boolean;
  /** Texts by column: only rows with this text, or one of these, are read. */
  where?: Readonly<Partial<Record<C, string | readonly string[]>>>;
}

/** Rows with their positions in the table, and the columns that they have. */
export interface ChosenRows {
  rows: Row[];
  places: readonly number[];
  columns: readonly string[];
}

type Columns = Readonly<Record<string, readonly Value[]>>;

/**
 * The chosen rows of a table's Parquet file, or of a file that holds only these, with their positions in the table.
 * Columns are decoded first, since creating an object for each row takes longer, and most of a table's rows differ only
 * in month.
 */
export async function chosenRows(
  file: ArrayBuffer,
  metadata: FileMetaData,
  choice: Choice,
  source: RowSource
): Promise<ChosenRows> {
  const names = columnsRead(choice, metadata, source);
  const values = await columnsOf(file, metadata, names);
  const all = Array.from({length: Number(metadata.num_rows)}, (_, i) => i);
  const chosen = placesOf(values, all, choice);
  const rows = rowsAt(chosen, values, rowPrototype(source));
  const places = placesInPart(metadata) ?? chosen;
  notePlaces(rows, places);
  return {rows, places, columns: names};
}

/** The chosen columns, and those that name the cell of a row: a number without them would have no origin. */
function columnsRead({columns}: Choice, {schema}: FileMetaData, {cells}: RowSource): string[] {
  const all = schema.slice(1).map(({name}) => name);
  if (!columns) return all;
  const address = cells.kind === "row" ? cells.row : cells.kind === "about" ? cells.cell : "";
  const naming = Array.from(address.matchAll(/\{(\w+)\}/g), ([, name]) => name);
  const wanted = new Set([...columns, ...(address === "" ? [] : ["scenario", "date"]), ...naming]);
  return all.filter((name) => wanted.has(name));
}

/** Creates objects column by column, several times as fast as row by row. */
function rowsAt(places: readonly number[], values: Columns, prototype: object): Row[] {
  const rows = places.map(() => Object.create(prototype) as Row);
  for (const [name, column] of Object.entries(values))
    places.forEach((place, i) => {
      rows[i]![name] = column[place]!;
    });
  return rows;
}

async function columnsOf(file: ArrayBuffer, metadata: FileMetaData, columns: readonly string[]): Promise<Columns> {
  const rows = Number(metadata.num_rows);
  const values = Object.fromEntries(columns.map((name) => [name, new Array<Value>(rows)]));
  await parquetRead({
    ...{file, metadata, columns: [...columns]},
    onChunk: ({columnName, columnData, rowStart}) => fill(values[columnName]!, columnData as ArrayLike<Value>, rowStart)
  });
  return values;
}

function fill(column: Value[], part: ArrayLike<Value>, start: number): void {
  for (let i = 0; i < part.length; ++i) column[start + i] = part[i]!;
}

function placesOf(values: Columns, all: readonly number[], {opening = false, where = {}}: Choice): readonly number[] {
  if (opening) return placesOfFirst(values.date!.map(Number));
  return Object.entries(where).reduce((left, [name, texts]) => {
    const wanted = new Set<Value>([texts ?? []].flat());
    return left.filter((i) => wanted.has(values[name]![i]!));
  }, all);
}

function placesOfFirst(times: readonly number[]): number[] {
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  return [...times.keys()].filter((place) => times[place] === first);
}
