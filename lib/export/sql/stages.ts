import type {ModelColumn} from "../../sheet/index.js";

/** Columns of one table that one SELECT can compute from relations that are there before. */
export interface Stage {
  table: string;
  columns: ModelColumn[];
}

/** Cuts columns into stages, each after what it reads of them; what a previous column reads of last month is there. */
export function stages(columns: readonly ModelColumn[]): Stage[] {
  const open = new Set(columns);
  const isReady = ({reads}: ModelColumn): boolean =>
    reads.every(({column, through}) => through === "previous" || !open.has(column));
  const plan: Stage[] = [];
  while (open.size > 0) {
    const stage = widest([...open].filter(isReady));
    for (const column of stage.columns) open.delete(column);
    plan.push(stage);
  }
  return plan;
}

/** Of columns that are ready, those of the table that most of them belong to. */
function widest(ready: readonly ModelColumn[]): Stage {
  const tables = new Map<string, ModelColumn[]>();
  for (const column of ready) tables.set(column.table.name, [...(tables.get(column.table.name) ?? []), column]);
  const [table, columns] = [...tables].reduce((best, one) => (one[1].length > best[1].length ? one : best));
  return {table, columns};
}
