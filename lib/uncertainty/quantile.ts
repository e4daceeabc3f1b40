/** Quantiles of values, linear between neighbours (type 7 of Hyndman and Fan); NaN if any value is NaN. */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  if (values.some(Number.isNaN)) return shares.map(() => NaN);
  const sorted = values.toSorted();
  return shares.map((share) => {
    const at = share * (sorted.length - 1);
    const below = Math.floor(at);
    return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  });
}
