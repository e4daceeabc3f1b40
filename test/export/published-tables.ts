import {readFileSync} from "node:fs";
import {parquetMetadata, parquetReadObjects, type FileMetaData} from "hyparquet";
import type {TableCells} from "../../lib/export/index.js";
import type {CatalogTable} from "../../lib/export/site-tables.js";
import {makeTables} from "../../scripts/simulate.js";

/** The folder with the tables of the present model, as published on the site; simulates if there are none yet. */
export const folder = await makeTables();

/** Every published table, without its values. */
export const catalog = JSON.parse(readFileSync(`${folder}/catalog.json`, "utf8")) as CatalogTable[];

/** A value of a Parquet file. */
export type Value = string | number | Date | null;

const read = new Map<string, Promise<Record<string, Value>[]>>();

/** The rows of a published table, read once. */
export function rowsOf(table: string): Promise<Record<string, Value>[]> {
  const rows = read.get(table) ?? (parquetReadObjects({file: fileOf(table)}) as Promise<Record<string, Value>[]>);
  read.set(table, rows);
  return rows;
}

/** The first, the middle and the last row of a published table. */
export async function sampleOf(table: string): Promise<Record<string, Value>[]> {
  const file = fileOf(table);
  const last = Number(metadataOf(table).num_rows) - 1;
  const places = [0, Math.floor(last / 2), last];
  const samples = places.map((rowStart) => parquetReadObjects({file, rowStart, rowEnd: rowStart + 1}));
  return (await Promise.all(samples)).flat() as Record<string, Value>[];
}

/** A column of a published table. */
export async function columnOf(table: string, column: string): Promise<Value[]> {
  return (await rowsOf(table)).map((row) => row[column]!);
}

/** The metadata in a published table's file. */
export function metadataOf(table: string): FileMetaData {
  return parquetMetadata(fileOf(table));
}

/** The model's cells that a published table contains, according to its file. */
export function cellsIn(table: string): TableCells {
  const pairs = metadataOf(table).key_value_metadata ?? [];
  return JSON.parse(pairs.find(({key}) => key === "cells")!.value!) as TableCells;
}

/** The bytes of a published table. */
export function fileOf(table: string): ArrayBuffer {
  return new Uint8Array(readFileSync(`${folder}/${table}.parquet`)).buffer;
}
