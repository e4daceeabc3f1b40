import {execFileSync} from "node:child_process";

/** The median, minimum and maximum of some times. */
export interface Spread {
  median: number;
  least: number;
  greatest: number;
}

/** A way to compute the synthetic sheet. */
export interface Contestant {
  name: string;
  rows: number;
  /** Runs once. Returns the sum of the last column, for comparison, and the ms if another process measured them. */
  run: () => Ran;
}

interface Ran {
  sum: number;
  ms?: number;
}

/** A contestant's times in ns per cell. */
export type Raced = Spread & {name: string; rows: number};

/**
 * Runs all contestants in turn, round after round, so that a busy machine slows all equally. Throws if two with the
 * same number of rows give different sums.
 */
export function race(contestants: readonly Contestant[], columns: number, rounds: number): Raced[] {
  const times = contestants.map((): number[] => []);
  const sums = new Map<number, number>();
  // The first round is a warm-up.
  for (let round = -1; round < rounds; ++round)
    contestants.forEach(({name, run, rows}, i) => {
      const {sum, ms} = best(run);
      const expected = sums.get(rows) ?? sum;
      sums.set(rows, expected);
      if (!(Math.abs(sum - expected) <= 1e-9 * Math.abs(expected)))
        throw new Error(`${name}: the sum of ${rows} rows is ${sum}, not ${expected}`);
      if (round >= 0) times[i]!.push((ms * 1e6) / (rows * columns));
    });
  return contestants.map(({name, rows}, i) => ({name, rows, ...spread(times[i]!)}));
}

/** The best of three runs, timed by the process itself: idle memory is swapped out between rounds. */
function best(run: () => Ran): Required<Ran> {
  const one = (): Required<Ran> & {measured: boolean} => {
    const start = performance.now();
    const {sum, ms} = run();
    return {sum, ms: ms ?? performance.now() - start, measured: ms !== undefined};
  };
  const first = one();
  if (first.measured) return first;
  return [first, one(), one()].reduce((least, next) => (next.ms < least.ms ? next : least));
}

/** The ms that some work takes. */
export function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Runs another program, which prints ms and a sum. */
export function answer(command: string, args: string[]): {sum: number; ms: number} {
  const [ms, sum] = execFileSync(command, args, {encoding: "utf8"}).trim().split(" ").map(Number) as [number, number];
  return {ms, sum};
}

export function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  return {median: sorted[sorted.length >> 1]!, least: sorted[0]!, greatest: sorted.at(-1)!};
}
