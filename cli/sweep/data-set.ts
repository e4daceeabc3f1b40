import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {InputError} from "../../lib/sheet/index.js";
import type {Folder} from "./folder.js";

/** The tables in a sweep's folder: those in parts, and the small ones made from them. */
export const partTables = ["runs", "counts"] as const;
const smallTables = ["points", "summary", "quantiles"] as const;

/**
 * Opens a native DuckDB with a sweep's tables as views, over the given files or all of them. Throws an `InputError` for
 * a folder without tables, and for files that are not Parquet.
 */
export async function openDataSet(folder: Folder, files?: readonly string[]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const tables = tablesOf(folder, files);
  if (tables.length === 0)
    throw new InputError(`${folder.path}: no table of a sweep in this folder: name the folder given to --out`);
  for (const table of tables) {
    const sql = `create view ${table} as select * from ${sourceOf(folder, table, files)}`;
    await connection.run(sql).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message.trim() : String(cause);
      throw new InputError(`${folder.path}: ${table} cannot be read: ${reason}: run the sweep with --resume`, {cause});
    });
  }
  return connection;
}

/** Which of the tables exist. */
export function tablesOf(folder: Folder, files?: readonly string[]): string[] {
  return [
    ...partTables.filter((table) => (files ? files.some((file) => isOf(table, file)) : folder.has(table))),
    ...smallTables.filter((table) => folder.has(`${table}.parquet`))
  ];
}

function sourceOf(folder: Folder, table: string, files: readonly string[] | undefined): string {
  const path = (name: string): string => `'${folder.at(name).replaceAll("'", "''")}'`;
  if (!partTables.some((part) => part === table)) return path(`${table}.parquet`);
  const parts = files?.filter((file) => isOf(table, file)) ?? [`${table}/**/*.parquet`];
  return `read_parquet([${parts.map(path).join(", ")}], hive_partitioning = true, union_by_name = true)`;
}

function isOf(table: string, file: string): boolean {
  return file.startsWith(`${table}/`);
}
