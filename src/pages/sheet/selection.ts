/** A cell's place in a grid. */
export interface Place {
  row: number;
  column: number;
}

/** The active cell, and the corner opposite to it of a range that is selected with it. */
export interface Selection {
  active: Place;
  anchor: Place;
}

/** A grid's size, and how many rows a page of it has. */
export interface Size {
  rows: number;
  columns: number;
  page: number;
}

/** A key as the browser names it, with what is held down. */
export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
}

/** Where a key moves the selection to, by the keys of the ARIA grid pattern; nothing where it moves nothing. */
export function moved({active, anchor}: Selection, {key, shiftKey, ctrlKey}: Key, size: Size): Selection | undefined {
  const step = steps[key]?.(active, size, ctrlKey);
  if (!step) return undefined;
  const to = inside(step, size);
  return {active: to, anchor: shiftKey ? anchor : to};
}

/** The first and the last row and column of a selection. */
export function extent({active, anchor}: Selection) {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column)
  };
}

/** A place within a grid. */
export function inside({row, column}: Place, {rows, columns}: Pick<Size, "rows" | "columns">): Place {
  const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
  return {row: within(row, rows), column: within(column, columns)};
}

type Step = (from: Place, size: Size, far: boolean) => Place;

const steps: Record<string, Step> = {
  ArrowUp: ({row, column}, _, far) => ({row: far ? 0 : row - 1, column}),
  ArrowDown: ({row, column}, {rows}, far) => ({row: far ? rows : row + 1, column}),
  ArrowLeft: ({row, column}, _, far) => ({row, column: far ? 0 : column - 1}),
  ArrowRight: ({row, column}, {columns}, far) => ({row, column: far ? columns : column + 1}),
  Home: ({row}, _, far) => ({row: far ? 0 : row, column: 0}),
  End: ({row}, {rows, columns}, far) => ({row: far ? rows : row, column: columns}),
  PageUp: ({row, column}, {page}) => ({row: row - page, column}),
  PageDown: ({row, column}, {page}) => ({row: row + page, column})
};
