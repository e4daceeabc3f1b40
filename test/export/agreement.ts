import {columnsOf, keysOf, valueAt, type ModelColumn, type Run} from "../../lib/sheet/index.js";

/** A cell in another program: a number, a text, or null if missing. */
export type ReadCell = (column: ModelColumn, row: number, month: number) => CellContent;

/**
 * The cells in which another program differs from a run by more than 1e-9 of the value. Where amounts cancel, programs
 * keep different rounding errors, or none: in at most one cell in a thousand, 1e-14 of the largest value of its table
 * in its unit does not count as a difference. Nor do differences below the resolution of the program's output.
 */
export function disagreements(run: Run, read: ReadCell, resolution = 0): string[] {
  const columns = run.model.tables.flatMap(({name}) => columnsOf(run.model, name));
  const compared = columns.map((column) => ({group: groupOf(column), ...comparedIn(run, column, read, resolution)}));
  const largest = new Map<string, number>();
  for (const {group, most} of compared) largest.set(group, Math.max(most, largest.get(group) ?? 0));
  const differences = compared.flatMap(({group, cells}) =>
    cells.map((cell) => ({...cell, onlyRounded: isRounding(cell, largest.get(group)!)}))
  );
  const rounded = differences.filter(({onlyRounded}) => onlyRounded);
  const many = rounded.length > columns.reduce((sum, column) => sum + cellsOf(run, column), 0) / 1000;
  return differences
    .filter(({onlyRounded}) => many || !onlyRounded)
    .map(({id, value, other}) => `${id}: ${value}, there ${other}`);
}

interface Difference {
  id: string;
  value: CellContent;
  other: CellContent;
}

type CellContent = number | string | null;

function cellsOf(run: Run, {table, dynamic}: ModelColumn): number {
  return keysOf(run, table.name).length * (dynamic ? run.months : 1);
}

function groupOf({table, unit}: ModelColumn): string {
  return `${table.name} ${unit.text}`;
}

/** The differing cells of a column, and its largest value. */
function comparedIn(run: Run, column: ModelColumn, read: ReadCell, resolution: number) {
  const keys = keysOf(run, column.table.name);
  const cells: Difference[] = [];
  let most = 0;
  for (let month = 0; month < (column.dynamic ? run.months : 1); ++month)
    for (let row = 0; row < keys.length; ++row) {
      const value = valueOf(run, column, row, month);
      const other = read(column, row, month);
      if (typeof value === "number") most = Math.max(most, Math.abs(value));
      if (!agree(value, other, resolution)) cells.push({id: `${column.id}[${keys[row]}]@${month}`, value, other});
    }
  return {cells, most};
}

function valueOf(run: Run, {id}: ModelColumn, row: number, month: number): CellContent {
  const value = valueAt(run, id, row, month);
  return typeof value === "object" ? null : value;
}

function agree(a: CellContent, b: CellContent, resolution: number): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= Math.max(resolution, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}

function isRounding({value, other}: Difference, largest: number): boolean {
  return typeof value === "number" && typeof other === "number" && Math.abs(value - other) <= 1e-14 * largest;
}
