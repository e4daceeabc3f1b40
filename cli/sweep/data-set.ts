import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {InputError} from "../../lib/sheet/index.js";
import type {Folder} from "./folder.js";

/** The tables that a sweep's folder holds: those in parts, and the small ones made of them. */
export const partTables = ["runs", "counts"] as const;
export const smallTables = ["points", "summary", "quantiles"] as const;

/** A native DuckDB with the tables of a sweep as views. Throws an `InputError` for a folder without any. */
export async function openDataSet(folder: Folder): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const tables = tablesOf(folder);
  if (tables.length === 0) throw new InputError(`${folder.path}: no table of a sweep in this folder`);
  for (const table of tables) await connection.run(`create view ${table} as select * from ${sourceOf(folder, table)}`);
  return connection;
}

/** Which of the tables are there. */
export function tablesOf(folder: Folder): string[] {
  return [
    ...partTables.filter((table) => folder.has(table)),
    ...smallTables.filter((table) => folder.has(`${table}.parquet`))
  ];
}

function sourceOf(folder: Folder, table: string): string {
  const path = (name: string): string => `'${folder.at(name).replaceAll("'", "''")}'`;
  return partTables.some((part) => part === table)
    ? `read_parquet(${path(`${table}/**/*.parquet`)}, hive_partitioning = true, union_by_name = true)`
    : path(`${table}.parquet`);
}
