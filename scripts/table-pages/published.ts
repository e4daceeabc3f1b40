import {readFileSync, statSync} from "node:fs";
import {parquetMetadata} from "hyparquet";
import type {CatalogTable} from "../../lib/export/published.js";
import {sumOf} from "../checksums.js";
import {bufferOf, tableRows} from "../table-rows.js";
import {tableUses, type Definition, type Uses} from "./uses.js";

/** A column of a published table. */
export type Column = CatalogTable["columns"][number] & {
  /** input, ref, lookup, formula, rollup or previous; empty for tables outside the models. */
  kind: string;
  /** How it is computed; empty for inputs. */
  rule: string;
  /** Whether its numbers are stored in single precision, about seven digits. */
  single: boolean;
};

/** A published table: its catalogue entry, file, first rows and users. */
export interface Table extends Omit<CatalogTable, "columns"> {
  columns: Column[];
  bytes: number;
  sha256: string;
  first: Row[];
  uses: Uses;
}

/** A row of a table, by column. */
export type Row = Record<string, Value>;

/** A value in a Parquet file. */
export type Value = string | number | bigint | boolean | Date | null;

/** Number of rows shown on a table's page. */
const SHOWN = 5;

/** The published tables of a built site's folder, sorted by name. */
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

/** The single-precision columns of a file. */
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
