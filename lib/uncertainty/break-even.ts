/** Intervals searched for a change of sign. */
const PARTS = 32;

/**
 * Where a continuous function crosses a target between two ends, in rising order: each change of sign over 32
 * intervals, bisected to a relative width of 1e-12. Two crossings within one interval are missed. Gaps in the
 * function's domain do not count as crossings.
 */
export function breakEven(f: (x: number) => number, target: number, from: number, to: number): number[] {
  const gap = (x: number): number => f(x) - target;
  const ends = Array.from({length: PARTS + 1}, (_, i) => from + ((to - from) * i) / PARTS);
  const gaps = ends.map(gap);
  return ends.flatMap((end, i) => {
    if (gaps[i] === 0) return [end];
    return i < PARTS && gaps[i]! * gaps[i + 1]! < 0 ? [halve(gap, end, ends[i + 1]!)] : [];
  });
}

function halve(gap: (x: number) => number, from: number, to: number): number {
  const rising = gap(from) < 0;
  let low = from;
  let high = to;
  while (Math.abs(high - low) > 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (gap(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
