import type {Draws} from "../../lib/uncertainty/study.js";
import type {PageStudy} from "./draw-order.js";
import {WorkerPool, type RunOptions} from "./worker-pool.js";

export interface DrawOptions extends RunOptions {
  /** Called after each part. */
  progress?: (done: number, all: number) => void;
}

/** Draws before the first result; further results follow at each multiple. */
const FIRST = 256;
const MORE = 4;

/**
 * Runs `all` draws of a study in workers on this machine's cores, and yields intermediate results from 256 draws on,
 * while further draws run. They equal the command line's with the same seed. Throws what a worker throws; `signal` ends
 * it early, without an error.
 */
export async function* drawing(
  study: PageStudy,
  all: number,
  {progress, ...options}: DrawOptions = {}
): AsyncGenerator<Draws> {
  const workers = teamOf();
  const task = workers.take(study);
  const gathered = new Gathered(study, all);
  const run = (from: number, to: number): Promise<void> => {
    const running = workers.run(task, from, to, (part) => gathered.add(part, progress), options);
    // The consumer may never ask for more.
    running.catch(() => undefined);
    return running;
  };
  const pictures = picturesOf(all);
  let running = run(0, pictures[0]!);
  for (const [i, done] of pictures.entries()) {
    await running;
    if (options.signal?.aborted) return;
    const known = gathered.first(done);
    if (done < all) running = run(done, pictures[i + 1]!);
    yield known;
  }
}

/** Numbers of draws at which results are yielded. */
function picturesOf(all: number): number[] {
  const counts: number[] = [];
  for (let count = FIRST; count < all; count *= MORE) counts.push(count);
  return [...counts, all];
}

let team: WorkerPool | undefined;

function teamOf(): WorkerPool {
  return (team ??= new WorkerPool(cores()));
}

/** One worker per core, up to the number that a page may use. */
function cores(): number {
  return Math.max(1, Math.min(8, navigator.hardwareConcurrency));
}

/** The parts of a study received so far, in their places among all draws. */
class Gathered {
  private done = 0;
  private readonly values: Float64Array;

  constructor(
    readonly study: PageStudy,
    readonly all: number
  ) {
    this.values = new Float64Array(this.series * all);
  }

  private get series(): number {
    return this.study.outputs.length * this.study.at.length;
  }

  add({from, to, values}: Draws, progress: DrawOptions["progress"]): void {
    for (let i = 0; i < this.series; ++i)
      this.values.set(values.subarray(i * (to - from), (i + 1) * (to - from)), i * this.all + from);
    this.done += to - from;
    progress?.(this.done, this.all);
  }

  /** The first `count` draws. */
  first(count: number): Draws {
    const values = new Float64Array(this.series * count);
    for (let i = 0; i < this.series; ++i)
      values.set(this.values.subarray(i * this.all, i * this.all + count), i * count);
    return {from: 0, to: count, values};
  }
}
