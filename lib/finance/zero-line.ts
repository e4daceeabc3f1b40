/** A piece of a line through a table, by position of column (x) and row (y). */
export interface Piece {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * The line along which a table's values (row by row) pass through 0, straight between neighbouring cells. Squares with
 * a missing corner have none.
 */
export function zeroLine(values: readonly (readonly number[])[]): Piece[] {
  return values.slice(1).flatMap((upper, y) => upper.slice(1).flatMap((_, x) => pieceIn(values, x, y)));
}

/** The line through the square of four cells whose first is at x, y. */
function pieceIn(values: readonly (readonly number[])[], x: number, y: number): Piece[] {
  const corners = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1]
  ] as const;
  const at = corners.map(([column, row]) => values[row]![column]!);
  if (at.some(Number.isNaN)) return [];
  const crossings = corners.flatMap(([column, row], i) => {
    const next = (i + 1) % 4;
    if (at[i]! < 0 === at[next]! < 0) return [];
    const share = at[i]! / (at[i]! - at[next]!);
    const [toColumn, toRow] = corners[next]!;
    return [[column + share * (toColumn - column), row + share * (toRow - row)] as const];
  });
  const pairs = [crossings.slice(0, 2), crossings.slice(2, 4)].filter(({length}) => length === 2);
  return pairs.map(([from, to]) => ({x1: from![0], y1: from![1], x2: to![0], y2: to![1]}));
}
