import {tableRows, type TableRow} from "../../scripts/table-rows.js";

/** Where and by how much two files of one table differ. */
export interface TableDifference {
  /** Number of values that differ, not counting rows or columns that only one file has. */
  cells: number;
  rows: readonly [before: number, after: number];
  /** Columns that only one file has. */
  columns: readonly string[];
  /** Largest relative difference between two numbers, and its place. */
  greatest: number;
  where: string;
}

/** Compares two Parquet files of a table row by row, in order. */
export async function differenceOf(before: Uint8Array, after: Uint8Array): Promise<TableDifference> {
  const [old, now] = [await tableRows(before), await tableRows(after)];
  const [names, others] = [namesOf(old), namesOf(now)];
  const found = {cells: 0, greatest: 0, where: ""};
  for (const name of names.filter((name) => others.includes(name)))
    for (let i = 0; i < Math.min(old.length, now.length); i++) note(found, old[i]!, now[i]!, name);
  const columns = [...names, ...others].filter((name) => names.includes(name) !== others.includes(name));
  return {...found, rows: [old.length, now.length], columns};
}

function namesOf([row = {}]: readonly TableRow[]): string[] {
  return Object.keys(row);
}

function note(
  found: {cells: number; greatest: number; where: string},
  old: TableRow,
  now: TableRow,
  name: string
): void {
  const [a, b] = [plain(old[name]), plain(now[name])];
  if (Object.is(a, b)) return;
  found.cells++;
  const apart = relative(a, b);
  if (apart <= found.greatest) return;
  found.greatest = apart;
  const row = ["scenario", "key", "date"].flatMap((part) => (part in now ? [String(plain(now[part]))] : []));
  found.where = [...row, name].join(" ");
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);
}

/** The difference of two values relative to the larger; infinite if either is not a number. */
function relative(a: unknown, b: unknown): number {
  return typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
    : Infinity;
}
