/** Cells of a column: rows x draws, draws contiguous; one draw where all draws share it. */
export interface Slab {
  cells: Float64Array;
  draws: number;
}

/** The value of a row in a draw. */
export function cellAt({cells, draws}: Slab, row: number, draw: number): number {
  return cells[draws === 1 ? row : row * draws + draw]!;
}

/** Fills a slab with another's values, scaled. */
export function copy(to: Slab, from: Slab, scale: number): void {
  const {cells, draws} = to;
  if (from.draws === draws) for (let i = 0; i < cells.length; ++i) cells[i] = from.cells[i]! * scale;
  else for (let i = 0; i < cells.length; ++i) cells[i] = from.cells[Math.floor(i / draws)]! * scale;
}

/** Fills a slab with what each row's reference leads to: NaN where it leads nowhere. */
export function follow(to: Slab, index: Slab, values: Slab): void {
  const {cells, draws} = to;
  const rows = cells.length / draws;
  for (let row = 0; row < rows; ++row)
    if (index.draws === 1 && values.draws === draws) move(to, row, index.cells[row]!, values);
    else
      for (let draw = 0; draw < draws; ++draw) cells[row * draws + draw] = at(values, cellAt(index, row, draw), draw);
}

/** Makes a value that is too large for a number NaN. */
export function keepFinite({cells}: Slab): void {
  for (let i = 0; i < cells.length; ++i) if (cells[i]! - cells[i]! !== 0) cells[i] = NaN;
}

function move({cells, draws}: Slab, row: number, from: number, values: Slab): void {
  if (from === from) cells.set(values.cells.subarray(from * draws, (from + 1) * draws), row * draws);
  else cells.fill(NaN, row * draws, (row + 1) * draws);
}

function at(values: Slab, row: number, draw: number): number {
  return row === row ? cellAt(values, row, draw) : NaN;
}
