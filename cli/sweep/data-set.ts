import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {InputError} from "../../lib/sheet/index.js";
import type {Folder} from "./folder.js";

/** The tables that a sweep's folder holds: those in parts, and the small ones made of them. */
export const partTables = ["runs", "counts"] as const;
const smallTables = ["points", "summary", "quantiles"] as const;

/**
 * A native DuckDB with the tables of a sweep as views, of the files given, else of all there are. Throws an
 * `InputError` for a folder without any, and for a file that is no Parquet.
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

/** Which of the tables are there. */
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
