/** Cells of a column: rows x draws from `start` on, draws contiguous; a single draw if all draws share it. */
export interface Slab {
  cells: Float64Array;
  start: number;
  rows: number;
  draws: number;
}

/** A sequence of slabs, one a month. */
export interface Strip extends Slab {
  /** Distance between months; 0 if all months are the same. */
  step: number;
}

/** Whether a value is not NaN: a comparison is faster than calling the built-in. */
export function isNumber(value: number): boolean {
  return value === value;
}

/** The value of a row in a draw. */
export function valueInDraw({cells, start, draws}: Slab, row: number, draw: number): number {
  return cells[start + (draws === 1 ? row : row * draws + draw)]!;
}

/** Copies a slab's values, scaled. */
export function copy({cells, start, rows, draws}: Slab, from: Slab, scale: number): void {
  const size = rows * draws;
  if (from.draws === draws) for (let i = 0; i < size; ++i) cells[start + i] = from.cells[from.start + i]! * scale;
  else for (let i = 0; i < size; ++i) cells[start + i] = from.cells[from.start + Math.floor(i / draws)]! * scale;
}

/** Fills a slab by following each row's reference; NaN for empty references. */
export function follow(to: Slab, index: Slab, values: Slab): void {
  const {cells, start, rows, draws} = to;
  if (draws === 1) return followOne(to, index, values);
  for (let row = 0; row < rows; ++row)
    if (draws > 1 && index.draws === 1 && values.draws === draws) move(to, row, valueInDraw(index, row, 0), values);
    else
      for (let draw = 0; draw < draws; ++draw)
        cells[start + row * draws + draw] = at(values, valueInDraw(index, row, draw), draw);
}

/** Runs without draws spend most of their time here. */
function followOne({cells, start, rows}: Slab, index: Slab, values: Slab): void {
  const [references, found] = [index.cells, values.cells];
  for (let i = 0; i < rows; ++i) {
    const row = references[index.start + i]!;
    cells[start + i] = isNumber(row) ? found[values.start + row]! : NaN;
  }
}

/** Turns infinite values into NaN. */
export function keepFinite({cells, start, rows, draws}: Slab): void {
  for (let i = start; i < start + rows * draws; ++i) if (!isFiniteNumber(cells[i]!)) cells[i] = NaN;
}

/** Whether every cell holds a number. */
export function allFinite({cells, start, rows, draws}: Slab): boolean {
  for (let i = start; i < start + rows * draws; ++i) if (!isFiniteNumber(cells[i]!)) return false;
  return true;
}

function move({cells, start, draws}: Slab, row: number, from: number, values: Slab): void {
  const to = start + row * draws;
  const first = values.start + from * draws;
  if (isNumber(from)) cells.set(values.cells.subarray(first, first + draws), to);
  else cells.fill(NaN, to, to + draws);
}

function at(values: Slab, row: number, draw: number): number {
  return isNumber(row) ? valueInDraw(values, row, draw) : NaN;
}

/** NaN and infinity both give NaN when subtracted from themselves. */
function isFiniteNumber(value: number): boolean {
  return value - value === 0;
}
