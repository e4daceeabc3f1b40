import type {ModelColumn} from "./model.js";

/** Maximum number of formulas computed together: more would not fit into registers or gain anything. */
const LONGEST = 24;

/**
 * Orders columns for a run of many draws: formulas of one table in groups, other columns alone, each after what it
 * reads of this list. Last month's values already exist; initial values must be computed first.
 */
export function schedule(columns: readonly ModelColumn[]): (ModelColumn | ModelColumn[])[] {
  const open = new Set(columns);
  const ready = (column: ModelColumn): boolean =>
    column.reads.every(({column: source, through}) => through === "previous" || !open.has(source));
  const plan: (ModelColumn | ModelColumn[])[] = [];
  while (open.size > 0) {
    const next = [...open].filter(ready);
    const single = next.filter(({expression}) => !expression);
    for (const column of single) open.delete(column);
    plan.push(...single);
    if (single.length === 0) plan.push(drain(open, widest(next), ready));
  }
  return plan;
}

/** Of the columns that are ready, the table with most of them. */
function widest(columns: readonly ModelColumn[]): string {
  const counts = new Map<string, number>();
  for (const {table} of columns) counts.set(table.name, (counts.get(table.name) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function drain(open: Set<ModelColumn>, table: string, ready: (column: ModelColumn) => boolean): ModelColumn[] {
  const group: ModelColumn[] = [];
  for (let before = -1; before < group.length;) {
    before = group.length;
    for (const column of open)
      if (group.length < LONGEST && column.expression && column.table.name === table && ready(column)) {
        open.delete(column);
        group.push(column);
      }
  }
  return group;
}
