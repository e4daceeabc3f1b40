import type {ModelColumn} from "./model.js";
import type {ColumnCells, Run} from "./run.js";

/** What of an earlier run a later one may take: what holds, and reads, the same in both. */
export class Reuse {
  private readonly columns = new Set<ModelColumn>();

  /** `changed` are the columns that may differ before anything is computed. */
  constructor(
    private readonly earlier: Run["cells"],
    private readonly later: Map<string, ColumnCells>,
    private readonly changed: ReadonlySet<ModelColumn>,
    private readonly months: number
  ) {}

  /** Takes a stage whose columns read nothing but what is the same, every month of it; says whether it was. */
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

  /** Finds the columns of a computed stage that came out as they were: what reads them may still be taken. */
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

/** Reasons why there is no value tell of other cells: where there are any, nothing is said to be alike. */
function alike(a: ColumnCells, b: ColumnCells): boolean {
  return a.faults.size === 0 && b.faults.size === 0 && equal(a.cells, b.cells) && equal(a.texts, b.texts);
}

function equal<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}
