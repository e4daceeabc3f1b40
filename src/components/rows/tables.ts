import {parquetMetadata, type FileMetaData} from "hyparquet";
import {hasOwn} from "../live/own-address.js";
import {REFERENCE} from "../../lib/model/reference.js";
import type {TableCells} from "../../lib/export/published.js";
import {gridOf, type ColumnNote, type Grid} from "../figure/grid.js";
import {fetched, imported, loading} from "../load/load-error.js";
import {onceEach} from "../load/once.js";
import {isPrerendering} from "../load/prerendering.js";
import {untilLoaded} from "../load/until-loaded.js";
import {chosenRows, type Choice} from "./chosen-rows.js";
import {asksForAnother, keepForOthers} from "./other-scenarios.js";
import {askForPart, partOf} from "./part-file.js";
import {notePlaces} from "./row-source.js";
import type {ColumnOf, Row, RowOf, Rows, RowsOf} from "./table-types.js";

/** A table's file, and the part of it that a page reads: decoding all columns of a wide table takes half a second. */
export interface Part<C extends string> extends Choice<C> {
  href: string;
  columns: readonly C[];
}

type Files<N> = {readonly [K in N & string]: string | Part<ColumnOf<K>>};

type LoadedAll<F> = {[K in keyof F & string]: Loaded<K, F[K]>};

type Loaded<N extends string, F> = F extends Part<infer C> ? Rows<Pick<RowOf<N>, C & ColumnOf<N>>> : RowsOf<N>;

const whole = onceEach((href: string) => read(href));

/**
 * Loads published tables by name from the addresses of their files, whole or in part. A page's data.ts writes
 * `load({economy: FileAttachment("../../data/economy.parquet").href})`: without `.href`, Framework would fetch a
 * Parquet reader from the network. Tables in `byScenario` have only some scenarios' rows until a reader turns to
 * another: most rows are of scenarios that nobody chooses.
 */
export async function load<const F extends Files<keyof F>, const S extends Files<keyof S> = object>(
  files: F,
  byScenario?: S,
  scenarios: readonly string[] = [REFERENCE]
): Promise<LoadedAll<F> & LoadedAll<S>> {
  const some = (file: string | Part<string>): Promise<Rows> => rowsOfSome(file, scenarios);
  const loading = [...named(files, rowsOf), ...named(byScenario ?? {}, some)];
  return Object.fromEntries(await Promise.all(loading)) as LoadedAll<F> & LoadedAll<S>;
}

/** Reads files, each with its name. */
function named(files: object, read: (file: string | Part<string>) => Promise<Rows>): Promise<[string, Rows]>[] {
  const entries = Object.entries(files as Record<string, string | Part<string>>);
  return entries.map(async ([name, file]): Promise<[string, Rows]> => [name, await untilLoaded(() => read(file))]);
}

/** The rows of some scenarios, to which those of the others are added when a reader asks for one. */
async function rowsOfSome(file: string | Part<string>, scenarios: readonly string[]): Promise<Rows> {
  if (asksForAnother(scenarios)) return rowsOf(file);
  const {href, ...choice}: Omit<Part<string>, "columns"> = typeof file === "string" ? {href: file} : file;
  const first = await read(href, {...choice, where: {scenario: scenarios, ...choice.where}});
  if (asksForAnother(scenarios)) return rowsOf(file);
  keepForOthers(async () => {
    const all = await untilLoaded(() => rowsOf(file));
    first.length = 0;
    for (const row of all) first.push(row);
  });
  // The build writes a file for each choice that it sees.
  if (isPrerendering()) await rowsOf(file);
  return first;
}

function rowsOf(file: string | Part<string>): Promise<Rows> {
  return typeof file === "string" ? rows(file) : read(file.href, file);
}

/**
 * The rows of a Parquet file, read once: numbers, texts and dates, null where missing. The array's `columns` hold each
 * column's unit and description. Throws a `LoadError`; the next call tries again.
 */
export function rows<R extends object = Row>(href: string): Promise<Rows<R>> {
  return whole(href) as Promise<Rows<object>> as Promise<Rows<R>>;
}

/** The rows of a table as columns. */
export function grid(table: Rows<object>): Grid {
  return gridOf(table, table.columns);
}

/**
 * A table with the rows of the reader's own scenario, if the page's address contains one; the model is loaded only in
 * that case.
 */
async function withOwn(published: Rows, href: string): Promise<Rows> {
  if (!hasOwn()) return published;
  const {withOwnRows} = await imported("the model", () => import("../live/append.js"));
  return withOwnRows(published, nameIn(href));
}

/** Framework puts a hash into file names. */
function nameIn(href: string): string {
  return /([a-z_0-9]+)(?:\.[0-9a-f]+)?\.parquet/.exec(href)?.[1] ?? "";
}

async function read(href: string, choice: Choice = {}): Promise<Rows> {
  const what = `the table ${nameIn(href)}`;
  const file = await fetched(what, partOf(href, choice) ?? href);
  const published = await loading(what, () => decoded(file, href, choice));
  const all = await withOwn(published, href);
  if (all !== published && !choice.opening) notePlaces(all);
  return all;
}

/** Throws for a truncated file. */
async function decoded(file: ArrayBuffer, href: string, choice: Choice): Promise<Rows> {
  const metadata = parquetMetadata(file);
  const cells = JSON.parse(entry(metadata, "cells")) as TableCells;
  const chosen = await chosenRows(file, metadata, choice, {table: nameIn(href), cells});
  if (isPrerendering()) askForPart(href, choice, chosen);
  return Object.assign(chosen.rows, {
    description: entry(metadata, "description"),
    modelHash: entry(metadata, "model_hash"),
    columns: columnsOf(metadata).filter(({name}) => choice.columns?.includes(name) ?? true)
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
