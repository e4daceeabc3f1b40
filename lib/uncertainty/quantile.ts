import {quantileSorted} from "d3-array";

/**
 * Quantiles of values, linear between neighbours (type 7 of Hyndman and Fan); NaN if there are no values, or any is
 * NaN.
 */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  if (values.length === 0 || values.some(Number.isNaN)) return shares.map(() => NaN);
  const sorted = Array.from(values.toSorted());
  return shares.map((share) => quantileSorted(sorted, share)!);
}
