import {parquetRead, type FileMetaData} from "hyparquet";
import type {Value} from "../figure/grid.js";
import {notePlaces, rowPrototype, type RowSource} from "./row-source.js";
import type {Row} from "./table-types.js";

/** Which columns of a table are read, by default all, and of which rows. */
export interface Choice<C extends string = string> {
  columns?: readonly C[];
  /** Whether only the rows of the first month are read, one of the columns being the date. */
  opening?: boolean;
  /** Texts of columns that are read: only the rows that hold them are. */
  where?: Readonly<Partial<Record<C, string>>>;
}

type Columns = Readonly<Record<string, readonly Value[]>>;

/**
 * The chosen rows of a Parquet file. Columns are decoded first: to make an object of each row takes longer, and months
 * make most of a table's rows.
 */
export async function chosenRows(
  file: ArrayBuffer,
  metadata: FileMetaData,
  choice: Choice,
  source: RowSource
): Promise<Row[]> {
  const names = choice.columns ?? metadata.schema.slice(1).map(({name}) => name);
  const values = await columnsOf(file, metadata, names);
  const places = placesOf(values, Number(metadata.num_rows), choice);
  const prototype = rowPrototype(source);
  const rows = places.map((place) => {
    const row = Object.create(prototype) as Row;
    for (const name of names) row[name] = values[name]![place]!;
    return row;
  });
  notePlaces(rows, places);
  return rows;
}

async function columnsOf(file: ArrayBuffer, metadata: FileMetaData, columns: readonly string[]): Promise<Columns> {
  const values: Record<string, Value[]> = Object.fromEntries(columns.map((name) => [name, []]));
  await parquetRead({
    ...{file, metadata, columns: [...columns]},
    onChunk: ({columnName, columnData, rowStart}) => {
      for (let i = 0; i < columnData.length; ++i) values[columnName]![rowStart + i] = columnData[i] as Value;
    }
  });
  return values;
}

function placesOf(values: Columns, rows: number, {opening = false, where = {}}: Choice): readonly number[] {
  if (opening) return placesOfFirst(values.date as readonly Date[]);
  const held = Object.entries(where);
  return Array.from({length: rows}, (_, i) => i).filter((i) => held.every(([name, text]) => values[name]![i] === text));
}

function placesOfFirst(dates: readonly Date[]): number[] {
  const times = dates.map(Number);
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  return [...times.keys()].filter((place) => times[place] === first);
}
