/** Moves positions apart to at least `gap`, as little as necessary, keeping their order and the upper end. */
export function spread(positions: readonly number[], gap: number, end = Infinity): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]!);
  const moved = [...positions];
  let least = -Infinity;
  for (const index of order) least = (moved[index] = Math.max(moved[index]!, least)) + gap;
  let most = end;
  for (const index of order.reverse()) most = (moved[index] = Math.min(moved[index]!, most)) - gap;
  return moved;
}
