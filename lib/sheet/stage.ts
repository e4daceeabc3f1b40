import type {ModelColumn} from "./model.js";

/**
 * Divides columns in dependency order into stages, each after its precedents. A stage is a single column, all months of
 * which can be computed at once, or columns that depend on one another by way of last month and go through the months
 * together (strongly connected components, by Tarjan's algorithm).
 */
export function stages(columns: readonly ModelColumn[]): ModelColumn[][] {
  const known = parted.get(columns);
  if (known) return known;
  const found = new Parting(columns).stages;
  parted.set(columns, found);
  return found;
}

const parted = new WeakMap<readonly ModelColumn[], ModelColumn[][]>();

class Parting {
  readonly stages: ModelColumn[][] = [];
  /** Order in which a column was met, and the earliest column that it leads back to. */
  private readonly met = new Map<ModelColumn, number>();
  private readonly back = new Map<ModelColumn, number>();
  private readonly open: ModelColumn[] = [];
  private readonly rank: ReadonlyMap<ModelColumn, number>;

  constructor(columns: readonly ModelColumn[]) {
    this.rank = new Map(columns.map((column, i) => [column, i]));
    for (const column of columns) this.visit(column);
  }

  private visit(column: ModelColumn): void {
    if (this.met.has(column)) return;
    const first = this.met.size;
    this.met.set(column, first);
    this.back.set(column, first);
    this.open.push(column);
    for (const {column: source} of column.reads) {
      this.visit(source);
      if (this.open.includes(source)) this.lead(column, source);
    }
    if (this.back.get(column) === first) this.close(column);
  }

  private lead(column: ModelColumn, source: ModelColumn): void {
    this.back.set(column, Math.min(this.back.get(column)!, this.back.get(source)!));
  }

  private close(column: ModelColumn): void {
    const stage = this.open.splice(this.open.indexOf(column));
    this.stages.push(stage.sort((a, b) => this.rank.get(a)! - this.rank.get(b)!));
  }
}
