import type {ModelColumn} from "./model.js";
import type {ColumnCells, Run} from "./run.js";

/** The part of an earlier run that a later one can reuse: columns with the same content and precedents in both. */
export class Reuse {
  private readonly columns = new Set<ModelColumn>();

  /** `changed` are the columns that may differ before anything is computed. */
  constructor(
    private readonly earlier: Run["cells"],
    private readonly later: Map<string, ColumnCells>,
    private readonly changed: ReadonlySet<ModelColumn>,
    private readonly months: number
  ) {}

  /** Reuses all months of a stage if its columns read only unchanged columns; returns whether it did. */
  take(stage: readonly ModelColumn[]): boolean {
    const within = new Set(stage);
    const same = stage.every(
      (column) =>
        !this.changed.has(column) &&
        this.isWhole(column) &&
        column.reads.every(({column: source}) => within.has(source) || this.columns.has(source))
    );
    if (same)
      for (const column of stage) {
        const cells = this.earlier.get(column.id)!;
        ++cells.held.by;
        this.later.set(column.id, {...cells});
        this.columns.add(column);
      }
    return same;
  }

  /** Finds the columns of a computed stage that did not change, so that their dependents may still be reused. */
  compare(stage: readonly ModelColumn[]): void {
    for (const column of stage)
      if (this.isWhole(column) && alike(this.earlier.get(column.id)!, this.later.get(column.id)!))
        this.columns.add(column);
  }

  private isWhole({id, dynamic}: ModelColumn): boolean {
    const cells = this.earlier.get(id);
    return cells !== undefined && (!dynamic || cells.kept === this.months);
  }
}

/** Cells with faults are never treated as equal, because a fault may refer to another cell. */
function alike(a: ColumnCells, b: ColumnCells): boolean {
  return a.faults.size === 0 && b.faults.size === 0 && equal(a.cells, b.cells) && equal(a.texts, b.texts);
}

function equal<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}
