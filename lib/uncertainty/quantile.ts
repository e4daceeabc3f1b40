/** The `share` quantile of values, linear between neighbours (type 7 of Hyndman and Fan); NaN if any value is NaN. */
export function quantile(values: Float64Array, share: number): number {
  if (values.some(Number.isNaN)) return NaN;
  const sorted = values.toSorted();
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
}
