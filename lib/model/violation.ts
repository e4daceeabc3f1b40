import {cellsAt, keysOf, numberAt, valueAt, type Run} from "../sheet/index.js";

/** A place where a rule does not hold, and by how much; by 0 where it does. */
export interface Violation {
  where: string;
  by: number;
}

export function relative(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

export function months(run: Run): number[] {
  return Array.from({length: run.months}, (_, month) => month);
}

/** A quantity of clusters in hours of an H100. */
export function work(run: Run, column: string, month: number): number {
  return keysOf(run, "cluster").reduce(
    (sum, _, row) =>
      sum + numberAt(run, `cluster.${column}`, row, month) * numberAt(run, "cluster.start_work", row, month),
    0
  );
}

export function total(run: Run, id: string, month: number): number {
  return keysOf(run, id.split(".")[0]!).reduce((sum, _, row) => sum + numberAt(run, id, row, month), 0);
}

export function sum<K extends string>(records: readonly Record<K, number>[], name: K): number {
  return records.reduce((total, record) => total + record[name], 0);
}

export function byMonth<T extends {month: number}>(
  records: readonly T[],
  violation: (records: T[], month: number) => number
): Violation[] {
  const months = [...new Set(records.map(({month}) => month))];
  return months.map((month) => ({
    where: `@${month}`,
    by: violation(
      records.filter((record) => record.month === month),
      month
    )
  }));
}

/** Cells of this row, and of the row that it refers to. */
type At = (column: string) => number;
type Through = (column: string, reference: string) => number;

export function cells(run: Run, table: string, violation: (at: At, through: Through) => number): Violation[] {
  return months(run).flatMap((month) =>
    keysOf(run, table).map((key, row) => ({
      where: `${table}[${key}]@${month}`,
      by: violation(
        (column) => numberAt(run, `${table}.${column}`, row, month),
        (column, reference) => followed(run, `${table}.${reference}`, column, row, month)
      )
    }))
  );
}

function followed(run: Run, reference: string, column: string, row: number, month: number): number {
  const target = run.model.columns.get(reference)!.target!.name;
  return numberAt(run, `${target}.${column}`, cellsAt(run, reference, month)![row]!, month);
}

/** Whether a stock changes by what flows in and out in the month before. */
export function conserved(run: Run, table: string, stock: string, [inflow, outflow]: [string, string]): Violation[] {
  return months(run)
    .slice(1)
    .flatMap((month) =>
      keysOf(run, table).map((key, row) => {
        const before = (column: string): number => numberAt(run, `${table}.${column}`, row, month - 1);
        const now = numberAt(run, `${table}.${stock}`, row, month);
        return {
          where: `${table}[${key}].${stock}@${month}`,
          by: relative(now + before(outflow), before(stock) + before(inflow))
        };
      })
    );
}

/** A cell without a value is not a violation here: missing stays missing. */
export function eachCell(run: Run, id: string, violation: (value: number) => number): Violation[] {
  const {dynamic, table} = run.model.columns.get(id)!;
  return (dynamic ? months(run) : [0]).flatMap((month) =>
    keysOf(run, table.name).map((key, row) => {
      const value = valueAt(run, id, row, month);
      return {where: `${id}[${key}]@${month}`, by: typeof value === "number" ? violation(value) : 0};
    })
  );
}

export function columnsIn(run: Run, unit: string, violation: (value: number) => number): Violation[] {
  return [...run.model.columns.values()]
    .filter((column) => column.unit.text === unit)
    .flatMap(({id}) => eachCell(run, id, violation));
}
