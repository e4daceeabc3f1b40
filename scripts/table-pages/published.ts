import {readFileSync, statSync} from "node:fs";
import {parquetMetadata} from "hyparquet";
import type {CatalogTable} from "../../lib/export/published.js";
import {sumOf} from "../checksums.js";
import {bufferOf, tableRows} from "../table-rows.js";
import {tableUses, type Definition, type Uses} from "./uses.js";

/** A column of a published table. */
export type Column = CatalogTable["columns"][number] & {
  /** input, ref, lookup, formula, rollup or previous; empty where no model has it. */
  kind: string;
  /** How it is computed; empty where it is typed in. */
  rule: string;
  /** Whether its numbers are stored with about seven digits: single precision. */
  single: boolean;
};

/** A published table: what the catalogue says of it, its file, its first rows, and who uses it. */
export interface Table extends Omit<CatalogTable, "columns"> {
  columns: Column[];
  bytes: number;
  sha256: string;
  first: Row[];
  uses: Uses;
}

/** A row of a table, by column. */
export type Row = Record<string, Value>;

/** A value as a Parquet file holds it. */
export type Value = string | number | bigint | boolean | Date | null;

/** Rows that a table's page shows. */
const SHOWN = 5;

/** The published tables of a built site's folder, in the order of their names. */
export async function publishedTables(site: string): Promise<Table[]> {
  const catalog = JSON.parse(readFileSync(`${site}/data/catalog.json`, "utf8")) as CatalogTable[];
  const definitions = (await rowsOf(`${site}/data/columns.parquet`)) as unknown as Definition[];
  const uses = tableUses(definitions);
  const tables = catalog.map(async (entry) => {
    const path = `${site}/data/${entry.name}.parquet`;
    const single = singleIn(path);
    return {
      ...entry,
      columns: entry.columns.map((column) => ({
        ...withRule(entry.name, column, definitions),
        single: single.has(column.name)
      })),
      ...(await fileOf(path)),
      uses: uses(entry.name)
    };
  });
  return (await Promise.all(tables)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The columns of a file whose numbers are of single precision. */
function singleIn(path: string): Set<string> {
  const {schema} = parquetMetadata(bufferOf(readFileSync(path)));
  return new Set(schema.filter(({type}) => type === "FLOAT").map(({name}) => name));
}

function withRule(
  table: string,
  column: CatalogTable["columns"][number],
  definitions: readonly Definition[]
): Omit<Column, "single"> {
  const found = definitions.find((one) => one.table === table && one.column === column.name);
  return {...column, kind: found?.kind ?? "", rule: found?.formula ?? ""};
}

async function fileOf(path: string): Promise<Pick<Table, "bytes" | "sha256" | "first">> {
  return {bytes: statSync(path).size, sha256: sumOf(path) ?? "", first: await rowsOf(path, SHOWN)};
}

async function rowsOf(path: string, rowEnd?: number): Promise<Row[]> {
  return (await tableRows(readFileSync(path), rowEnd)) as Row[];
}
