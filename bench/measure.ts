/** The median of some times, with the least and the greatest. */
export interface Spread {
  median: number;
  least: number;
  greatest: number;
}

/** A way to compute the synthetic sheet. */
export interface Contestant {
  name: string;
  rows: number;
  /** Runs once; gives the last column's sum, for comparison, and the time in ms where another process took it. */
  run: () => {sum: number; ms?: number};
}

/** Runs all in turn, round after round, so that a busy moment of the machine falls on all; times in ns per cell. */
export function race(contestants: readonly Contestant[], columns: number, rounds: number): (Spread & {name: string})[] {
  const times = contestants.map((): number[] => []);
  // The first round warms up.
  for (let round = -1; round < rounds; ++round)
    contestants.forEach(({run, rows}, i) => {
      const start = performance.now();
      const {ms = performance.now() - start} = run();
      if (round >= 0) times[i]!.push((ms * 1e6) / (rows * columns));
    });
  return contestants.map(({name}, i) => ({name, ...spread(times[i]!)}));
}

export function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  return {median: sorted[sorted.length >> 1]!, least: sorted[0]!, greatest: sorted.at(-1)!};
}
