import {csvText} from "../../lib/export/csv.js";
import {InputError} from "../../lib/sheet/index.js";
import {refuseAssumptions, type GlobalFlags} from "../arguments.js";
import {openDataSet, tablesOf} from "./data-set.js";
import {Folder} from "./folder.js";

/** The flags of `query`, as they were typed. */
export interface QueryFlags extends GlobalFlags {
  json?: boolean;
}

/** Asks a sweep's tables in SQL and prints the rows as they come: CSV, or a JSON object a line. */
export async function queryCommand(dir: string, sql: string, {json = false, assumptions}: QueryFlags): Promise<number> {
  refuseAssumptions("query", assumptions);
  const folder = new Folder(dir);
  const connection = await openDataSet(folder);
  try {
    const result = await connection.stream(sql).catch((error: unknown) => {
      throw new InputError(`${messageOf(error)}\n  tables: ${tablesOf(folder).join(", ")}`);
    });
    const names = result.deduplicatedColumnNames();
    if (!json) await print(`${names.map(fieldOf).join(",")}\n`);
    for await (const rows of result.yieldRowsJs())
      await print(rows.map((row) => (json ? jsonLine(names, row) : `${row.map(fieldOf).join(",")}\n`)).join(""));
  } finally {
    connection.closeSync();
  }
  return 0;
}

/** A value as a field of CSV: empty where it is missing. */
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

/** Waits where the reader is slower than the query, so that rows do not pile up. */
function print(text: string): Promise<void> {
  if (text === "" || process.stdout.write(text)) return Promise.resolve();
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim();
}
