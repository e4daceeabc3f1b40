/** How a driver's values differ between draws in which a condition holds and the others. */
export interface Split {
  /** Largest distance between the two cumulative distributions (Kolmogorov-Smirnov): 0 identical, 1 disjoint. */
  distance: number;
  /** Whether chance alone would produce so large a distance in less than 1 % of cases. */
  significant: boolean;
  /** Median of the driver where the condition holds, and where it does not; NaN where there are no draws. */
  inside: number;
  outside: number;
}

/**
 * Regional sensitivity analysis of one driver (Hornberger and Spear 1981): how its values differ between the draws in
 * which a condition holds and the others.
 */
export function thresholdSplit(driver: Float64Array, holds: readonly boolean[]): Split {
  const order = [...driver.keys()].sort((a, b) => driver[a]! - driver[b]!);
  const counts = {inside: holds.filter(Boolean).length, outside: holds.filter((held) => !held).length};
  const passed = {inside: 0, outside: 0};
  let distance = 0;
  order.forEach((draw, i) => {
    passed[holds[draw] ? "inside" : "outside"] += 1;
    // Advances past equal values together.
    if (driver[draw] !== driver[order[i + 1]!])
      distance = Math.max(distance, Math.abs(passed.inside / counts.inside - passed.outside / counts.outside));
  });
  if (counts.inside === 0 || counts.outside === 0) distance = NaN;
  const chance = 1.628 * Math.sqrt(1 / counts.inside + 1 / counts.outside);
  const half = (inside: boolean): number =>
    median(order.filter((draw) => holds[draw] === inside).map((i) => driver[i]!));
  return {distance, significant: distance > chance, inside: half(true), outside: half(false)};
}

function median(sorted: readonly number[]): number {
  const n = sorted.length;
  return n === 0 ? NaN : (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
}
