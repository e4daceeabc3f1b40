/** Numbers in a piece: 64 kB. */
const PIECE = 8192;

/**
 * Memory for columns in pieces. To ask for each column's own takes longer than to fill it; one piece for all would be kept
 * whole for a single column that a later run takes over.
 */
export class Memory {
  private piece = new Float64Array(0);
  private used = 0;

  /** An array of zeros. */
  take(length: number): Float64Array {
    if (length > PIECE) return new Float64Array(length);
    if (this.used + length > this.piece.length) {
      this.piece = new Float64Array(PIECE);
      this.used = 0;
    }
    return this.piece.subarray(this.used, (this.used += length));
  }
}
