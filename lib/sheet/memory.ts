import type {Run} from "./run.js";

/** Numbers in a piece: 64 kB. */
const PIECE = 8192;

/**
 * Memory for columns in pieces. To ask for each column's own takes longer than to fill it; one piece for all would be
 * kept whole for a single column that a later run takes over. Runs that follow each other may share one memory, so that
 * what is given back by one is used by the next: memory that is new to a process has to be cleared first, and swept up
 * later.
 */
export class Memory {
  private piece = new Float64Array(0);
  private used = 0;
  private readonly spare = new Map<number, Float64Array[]>();

  /** An array, of whatever it held last. */
  take(length: number): Float64Array {
    return this.spare.get(length)?.pop() ?? this.fresh(length);
  }

  /**
   * Takes back a run that nobody reads any more: it has no cells afterwards. What other runs hold, too, is left to
   * them.
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
