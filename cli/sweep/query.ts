import type {DuckDBConnection} from "@duckdb/node-api";
import {csvText} from "../../lib/export/csv.js";
import {InputError} from "../../lib/sheet/index.js";
import {refuseAssumptions, type GlobalFlags} from "../arguments.js";
import {openDataSet, partTables, tablesOf} from "./data-set.js";
import {Folder} from "./folder.js";
import {receipts, runsDone} from "./receipt.js";

/** Flags of `query`, as entered. */
export interface QueryFlags extends GlobalFlags {
  json?: boolean;
}

/** Queries a sweep's tables in SQL, and prints the rows as they arrive: CSV, or one JSON object per line. */
export async function queryCommand(dir: string, sql: string, {json = false, assumptions}: QueryFlags): Promise<number> {
  refuseAssumptions("query", assumptions);
  const folder = new Folder(dir);
  const parts = partsOf(folder);
  const connection = await openDataSet(folder, parts?.files);
  if (parts !== undefined && parts.notes.length > 0) console.error(parts.notes.join("\n"));
  try {
    await printRows(connection, sql, json);
  } catch (error) {
    throw new InputError(`${messageOf(error)}\n  tables: ${tablesOf(folder, parts?.files).join(", ")}`, {cause: error});
  } finally {
    connection.closeSync();
  }
  return 0;
}

async function printRows(connection: DuckDBConnection, sql: string, json: boolean): Promise<void> {
  const result = await connection.stream(sql);
  const names = result.deduplicatedColumnNames();
  if (!json) await print(`${names.map(fieldOf).join(",")}\n`);
  for await (const rows of result.yieldRowsJs())
    await print(rows.map((row) => (json ? jsonLine(names, row) : `${row.map(fieldOf).join(",")}\n`)).join(""));
}

/** The files listed by a sweep's receipts, and notes for their reader; undefined for a folder without a plan. */
function partsOf(folder: Folder): {files: string[]; notes: string[]} | undefined {
  const {plan, path} = folder;
  if (plan === undefined) return undefined;
  const known = receipts(folder);
  const files = [...known.values()].flatMap((receipt) => receipt.files.map((file) => file.path));
  const state = `${runsDone(known)} of ${plan.runs} runs, ${known.size} of ${plan.shards} shards`;
  const notes = [
    ...(known.size < plan.shards ? [`${path}: unfinished: ${state}: continue with sweep --resume`] : []),
    ...straysIn(folder, files),
    ...known.damaged.values()
  ];
  return {files, notes};
}

/** A note on files that no receipt lists, if there are any: left by killed workers, or copied in by hand. */
function straysIn(folder: Folder, files: readonly string[]): string[] {
  const named = new Set(files);
  const strays = partTables.flatMap((table) => folder.files(table)).filter((file) => !named.has(file));
  if (strays.length === 0) return [];
  return [`${folder.path}: ${strays.length} files that no receipt lists are ignored, such as ${strays[0]}`];
}

/** A value as a CSV field; empty if missing. */
function fieldOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number") return String(value);
  return csvText(typeof value === "string" ? value : JSON.stringify(value, plain));
}

function jsonLine(names: readonly string[], row: readonly unknown[]): string {
  return `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])), plain)}\n`;
}

function plain(_: string, value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
}

/** Waits if the reader is slower than the query, so that rows do not pile up. */
function print(text: string): Promise<void> {
  if (text === "" || process.stdout.write(text)) return Promise.resolve();
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim();
}
