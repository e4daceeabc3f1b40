/** A cell's place in a grid. */
export interface Place {
  row: number;
  column: number;
}

/** The active cell, and the opposite corner of a selected range. */
export interface Selection {
  active: Place;
  anchor: Place;
}

/** A grid's size, its rows and columns per screen, and which cells are filled. */
export interface Size {
  rows: number;
  columns: number;
  page: number;
  /** Columns per screen; all by default. */
  across?: number;
  /**
   * Whether a cell is filled. Ctrl and an arrow go to the edge of filled cells or, without this, to the edge of the
   * table.
   */
  filled?: (place: Place) => boolean;
}

/** A key by the browser's name, with modifiers. */
export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey?: boolean;
}

/** The selection after a key of the ARIA grid pattern; undefined for other keys. */
export function moved({active, anchor}: Selection, key: Key, size: Size): Selection | undefined {
  const step = steps[`${key.altKey ? "Alt+" : ""}${key.key}`]?.(active, size, key.ctrlKey);
  if (!step) return undefined;
  const to = inside(step, size);
  return {active: to, anchor: key.shiftKey ? anchor : to};
}

/** The first and last row and column of a selection. */
export function extent({active, anchor}: Selection) {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column)
  };
}

/** Whether a place is in a selection. */
export function contains(selection: Selection, {row, column}: Place): boolean {
  const {top, bottom, left, right} = extent(selection);
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The positions in a selection, row by row. */
export function placesIn(selection: Selection): Place[] {
  const {top, bottom, left, right} = extent(selection);
  const places: Place[] = [];
  for (let row = top; row <= bottom; ++row)
    for (let column = left; column <= right; ++column) places.push({row, column});
  return places;
}

/** Clamps a position to the grid. */
export function inside({row, column}: Place, {rows, columns}: Pick<Size, "rows" | "columns">): Place {
  const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
  return {row: within(row, rows), column: within(column, columns)};
}

type Step = (from: Place, size: Size, far: boolean) => Place;

const arrow =
  (down: number, right: number): Step =>
  (from, size, far) =>
    far ? edge(from, {row: down, column: right}, size) : {row: from.row + down, column: from.column + right};

const steps: Record<string, Step> = {
  ArrowUp: arrow(-1, 0),
  ArrowDown: arrow(1, 0),
  ArrowLeft: arrow(0, -1),
  ArrowRight: arrow(0, 1),
  Home: ({row}, _, far) => ({row: far ? 0 : row, column: 0}),
  End: ({row}, {rows, columns}, far) => ({row: far ? rows : row, column: columns}),
  PageUp: ({row, column}, {page}) => ({row: row - page, column}),
  PageDown: ({row, column}, {page}) => ({row: row + page, column}),
  "Alt+PageUp": ({row, column}, {columns, across = columns}) => ({row, column: column - across}),
  "Alt+PageDown": ({row, column}, {columns, across = columns}) => ({row, column: column + across})
};

/** The last filled cell before an empty one, or the next filled one; otherwise the table's edge. */
function edge(from: Place, by: Place, size: Size): Place {
  const {filled} = size;
  const next = ({row, column}: Place): Place => ({row: row + by.row, column: column + by.column});
  const within = ({row, column}: Place): boolean => row >= 0 && column >= 0 && row < size.rows && column < size.columns;
  let to = next(from);
  if (!within(to)) return from;
  if (!filled) {
    while (within(next(to))) to = next(to);
    return to;
  }
  const run = filled(from) && filled(to);
  while (within(next(to)) && (run ? filled(next(to)) : !filled(to))) to = next(to);
  return to;
}
