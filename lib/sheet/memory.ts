import type {Run} from "./run.js";

/** Numbers in a block: 256 kB. */
const PIECE = 32_768;

/**
 * Memory for columns, in blocks. Allocating each column separately takes longer than filling it, and a single block for
 * all would stay alive for any column that a later run reuses. Successive runs may share one memory, so that blocks
 * given back are used again: memory new to a process must be cleared first and collected later.
 */
export class Memory {
  private piece = new Float64Array(0);
  private used = 0;
  private readonly spare = new Map<number, Float64Array[]>();

  /** An array with arbitrary content. */
  take(length: number): Float64Array {
    return this.spare.get(length)?.pop() ?? this.fresh(length);
  }

  /**
   * Takes back the memory of a run that is no longer read, which has no cells afterwards. Cells shared with other runs
   * stay.
   */
  reclaim({cells}: Run): void {
    for (const {cells: numbers, held} of cells.values()) if (--held.by === 0) this.keep(numbers);
    cells.clear();
  }

  private keep(numbers: Float64Array): void {
    const alike = this.spare.get(numbers.length);
    if (alike) alike.push(numbers);
    else this.spare.set(numbers.length, [numbers]);
  }

  private fresh(length: number): Float64Array {
    if (length > PIECE) return new Float64Array(length);
    if (this.used + length > this.piece.length) {
      this.piece = new Float64Array(PIECE);
      this.used = 0;
    }
    return this.piece.subarray(this.used, (this.used += length));
  }
}
