/** Number of results kept. */
const KEPT = 16;

/**
 * A function of three numbers that keeps its last results. In a run without draws, rows and months often repeat the
 * arguments: of 10,000 annuities, 13 differ.
 */
export function remembered(evaluate: (...values: number[]) => number): (a: number, b: number, c: number) => number {
  const [first, second, third, results] = Array.from({length: 4}, () => new Float64Array(KEPT).fill(NaN));
  let next = 0;
  return (a, b, c) => {
    for (let i = 0; i < KEPT; ++i)
      if (Object.is(first![i], a) && Object.is(second![i], b) && Object.is(third![i], c)) return results![i]!;
    const result = evaluate(a, b, c);
    first![next] = a;
    second![next] = b;
    third![next] = c;
    results![next] = result;
    next = (next + 1) % KEPT;
    return result;
  };
}
