import type {Range} from "../cells.js";
import type {GridModel} from "../view.js";

/** The scales on which ranges are drawn: one per column or, in a list, one per cell. */
export class Scales {
  private readonly known = new Map<number, Range | undefined>();

  constructor(readonly model: GridModel) {}

  of(column: number, range: Range | undefined): Range | undefined {
    if (range === undefined || this.model.columns.length === 1) return range;
    if (!this.known.has(column)) this.known.set(column, this.spanOf(column));
    return this.known.get(column);
  }

  private spanOf(column: number): Range | undefined {
    const {rows} = this.model;
    const ranges = rows.slice(0, SAMPLE).flatMap((_, row) => this.model.cellAt(row, column).range ?? []);
    if (ranges.length === 0) return undefined;
    const [low, high] = [Math.min(...ranges.map((one) => one.low)), Math.max(...ranges.map((one) => one.high))];
    return {low, high, central: low};
  }
}

/** Number of rows that determine a column's scale. */
const SAMPLE = 200;
