import {parquetMetadata, parquetReadObjects, type FileMetaData} from "hyparquet";
import {hasOwn} from "../live/own-address.js";
import type {TableCells} from "../../lib/export/published.js";
import {gridOf, type ColumnNote, type Grid} from "../figure/grid.js";
import {fetched, imported, loading} from "../load/load-error.js";
import {onceEach} from "../load/once.js";
import {untilLoaded} from "../load/until-loaded.js";
import {register} from "./row-source.js";
import type {Row, Rows, RowsOf} from "./table-types.js";

const loaded = onceEach(async (href: string) => withOwn(await read(href), href));

/**
 * Published tables, by name, from the addresses of their files. A page's data.ts writes
 * `load({economy: FileAttachment("../../data/economy.parquet").href})`: without `.href`, Framework would fetch a
 * Parquet reader of its own from the network.
 */
export async function load<N extends string>(files: Readonly<Record<N, string>>): Promise<{[K in N]: RowsOf<K>}> {
  const loading = Object.entries<string>(files).map(
    async ([name, href]) => [name, await untilLoaded(() => rows(href))] as const
  );
  return Object.fromEntries(await Promise.all(loading)) as {[K in N]: RowsOf<K>};
}

/**
 * The rows of a Parquet file, read once: numbers, texts and dates, null where missing. The array's `columns` hold each
 * column's unit and description. Throws a `LoadError`; the next call tries again.
 */
export function rows<R extends object = Row>(href: string): Promise<Rows<R>> {
  return loaded(href) as Promise<Rows<object>> as Promise<Rows<R>>;
}

/** The rows of a table as columns. */
export function grid(table: Rows<object>): Grid {
  return gridOf(table, table.columns);
}

/**
 * A table with the rows of the reader's own scenario, if the page's address holds one: the model is loaded for that
 * only.
 */
async function withOwn(published: Rows, href: string): Promise<Rows> {
  if (!hasOwn()) return published;
  const {withOwnRows} = await imported("the model", () => import("../live/append.js"));
  return withOwnRows(published, nameIn(href));
}

/** Framework puts a hash into the names of files. */
function nameIn(href: string): string {
  return /([a-z_0-9]+)(?:\.[0-9a-f]+)?\.parquet/.exec(href)?.[1] ?? "";
}

async function read(href: string): Promise<Rows> {
  const what = `the table ${nameIn(href)}`;
  const file = await fetched(what, href);
  return loading(what, () => decoded(file, href));
}

/** Throws where the file was cut off. */
async function decoded(file: ArrayBuffer, href: string): Promise<Rows> {
  const metadata = parquetMetadata(file);
  const objects = (await parquetReadObjects({file, metadata})) as Row[];
  const cells = JSON.parse(entry(metadata, "cells")) as TableCells;
  return Object.assign(register(objects, {table: nameIn(href), cells}), {
    description: entry(metadata, "description"),
    modelHash: entry(metadata, "model_hash"),
    columns: columnsOf(metadata)
  });
}

function entry(metadata: FileMetaData, key: string): string {
  return metadata.key_value_metadata?.find((pair) => pair.key === key)?.value ?? "";
}

function columnsOf(metadata: FileMetaData): ColumnNote[] {
  const notes = JSON.parse(entry(metadata, "columns") || "{}") as Record<string, {unit: string; description: string}>;
  return metadata.schema.slice(1).map(({name, type, converted_type}) => ({
    name,
    type: converted_type === "DATE" ? "date" : type === "DOUBLE" || type === "FLOAT" ? "number" : "text",
    unit: notes[name]?.unit ?? "",
    description: notes[name]?.description ?? ""
  }));
}
