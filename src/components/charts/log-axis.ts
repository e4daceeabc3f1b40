import * as Plot from "@observablehq/plot";

/** Grid and axis of a logarithmic x scale with at most `count` ticks, all labelled, unlike Plot's own. */
export function logAxis([least, most]: [number, number], count: number, format: (value: number) => string) {
  const ticks = logTicks(least, most, count);
  return [Plot.gridX(ticks, {strokeOpacity: 0.12}), Plot.axisX(ticks, {text: (value: number) => format(value)})];
}

/**
 * The domain of a logarithmic axis, extended by a factor at both ends. Values without a logarithm, or too large for a
 * round number above them, are ignored.
 */
export function logDomain(values: readonly number[], air: number): [number, number] {
  const known = values.filter((value) => value > 0 && value < 1e300);
  return known.length === 0 ? [1, 10] : [Math.min(...known) / air, Math.max(...known) * air];
}

/** Round values from least to most: 1, 2 and 5 of every decade, or fewer if these are too many. */
export function logTicks(least: number, most: number, count: number): number[] {
  const decades = Array.from({length: 40}, (_, index) => index - 20);
  const choices = [[1, 2, 5], [1, 3], [1]].map((digits) =>
    decades
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= least && tick <= most)
  );
  return choices.find(({length}) => length <= count) ?? choices.at(-1) ?? [];
}
