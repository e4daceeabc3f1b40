/** Rows and columns of a grid, from the first up to, but excluding, the last. */
export interface Range {
  from: number;
  to: number;
}

/** Positions of a grid's rows and columns, in px from its top left cell, without headings. */
export class Geometry {
  private readonly lefts: readonly number[];

  constructor(
    readonly widths: readonly number[],
    readonly rows: number,
    readonly rowHeight: number
  ) {
    let left = 0;
    this.lefts = [0, ...widths.map((width) => (left += width))];
  }

  get width(): number {
    return this.lefts.at(-1)!;
  }

  get height(): number {
    return this.rows * this.rowHeight;
  }

  leftOf(column: number): number {
    return this.lefts[Math.min(column, this.widths.length)]!;
  }

  topOf(row: number): number {
    return row * this.rowHeight;
  }

  /** The rows within part of the height, with a margin on either side. */
  rowsIn(top: number, height: number, more: number): Range {
    return {
      from: Math.max(0, Math.floor(top / this.rowHeight) - more),
      to: Math.min(this.rows, Math.ceil((top + height) / this.rowHeight) + more)
    };
  }

  /** The columns within part of the width, with a margin on either side. */
  columnsIn(left: number, width: number, more: number): Range {
    const from = this.lefts.findIndex((_, column) => this.leftOf(column + 1) > left);
    const after = this.lefts.findIndex((at) => at >= left + width);
    const count = this.widths.length;
    return {
      from: Math.max(0, (from < 0 ? count : from) - more),
      to: Math.min(count, (after < 0 ? count : after) + more)
    };
  }

  /** The column at a distance from the left, or the nearest one. */
  columnAt(left: number): number {
    const found = this.widths.findIndex((_, column) => this.leftOf(column + 1) > left);
    return found < 0 ? this.widths.length - 1 : found;
  }
}
