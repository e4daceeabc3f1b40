import {parquetRead, type FileMetaData} from "hyparquet";
import type {Value} from "../figure/grid.js";
import {notePlaces} from "./row-source.js";
import type {Row} from "./table-types.js";

/**
 * The rows of a Parquet file's first month. Months make most of a table's rows, and to make an object of each takes
 * longer than to decode them.
 */
export async function openingRows(
  file: ArrayBuffer,
  metadata: FileMetaData,
  columns: readonly string[]
): Promise<Row[]> {
  const values = await columnsOf(file, metadata, columns);
  const places = placesOfFirst(values.date as Date[]);
  const rows = places.map((place) => Object.fromEntries(columns.map((name) => [name, values[name]![place]!])));
  notePlaces(rows, places);
  return rows;
}

async function columnsOf(
  file: ArrayBuffer,
  metadata: FileMetaData,
  columns: readonly string[]
): Promise<Record<string, Value[]>> {
  const values: Record<string, Value[]> = Object.fromEntries(columns.map((name) => [name, []]));
  await parquetRead({
    ...{file, metadata, columns: [...columns]},
    onChunk: ({columnName, columnData, rowStart}) => {
      for (let i = 0; i < columnData.length; ++i) values[columnName]![rowStart + i] = columnData[i] as Value;
    }
  });
  return values;
}

function placesOfFirst(dates: readonly Date[]): number[] {
  const times = dates.map(Number);
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  return [...times.keys()].filter((place) => times[place] === first);
}
