import type {ModelColumn} from "../../sheet/index.js";

/** Columns of one table that are computed together, layer by layer, from their own row and from earlier relations. */
export interface Stage {
  table: string;
  layers: ModelColumn[][];
}

/**
 * Cuts columns into stages, each after the columns that it reads; last month's values, read by previous columns, always
 * exist.
 */
export function stages(columns: readonly ModelColumn[]): Stage[] {
  const open = new Set(columns);
  const tables = [...new Set(columns.map(({table}) => table.name))];
  const plan: Stage[] = [];
  while (open.size > 0) {
    const stage = longest(tables.map((table) => ({table, layers: layersOf(table, open)})));
    for (const column of stage.layers.flat()) open.delete(column);
    plan.push(stage);
  }
  return plan;
}

function longest(candidates: readonly Stage[]): Stage {
  return candidates.reduce((best, candidate) =>
    candidate.layers.flat().length > best.layers.flat().length ? candidate : best
  );
}

/** The columns of a table that can be computed without any other table, in layers. */
function layersOf(table: string, open: ReadonlySet<ModelColumn>): ModelColumn[][] {
  const left = new Set(open);
  const layers: ModelColumn[][] = [];
  for (;;) {
    const isFirst = layers.length === 0;
    const layer = [...left].filter(
      (column) => column.table.name === table && isReady(column, left) && (isFirst || !readsAcross(column))
    );
    if (layer.length === 0) return layers;
    for (const column of layer) left.delete(column);
    layers.push(layer);
  }
}

function isReady({reads}: ModelColumn, open: ReadonlySet<ModelColumn>): boolean {
  return reads.every(({column, through}) => through === "previous" || !open.has(column));
}

/** Whether a column reads other rows of its own table, and so needs a relation that holds them. */
function readsAcross({reads, table}: ModelColumn): boolean {
  return reads.some(({column, through}) => column.table === table && through !== "row" && through !== "previous");
}
