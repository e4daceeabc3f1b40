/** A job of many shards on many nodes. */
export interface Cluster {
  shards: number;
  /** Concurrent tasks. */
  slots: number;
  /** Tasks that the scheduler starts per second. */
  rate: number;
  /** Seconds from the start of a task to its first run: process, model, compilation. */
  startup: number;
  /** Seconds of computing per shard. */
  work: (shard: number) => number;
}

export interface Dispatched {
  /** Seconds until the last shard is done. */
  makespan: number;
  /** Share of all slots' time spent computing. */
  efficiency: number;
  /** Maximum number of concurrent tasks. */
  busiest: number;
}

/**
 * Simulates a scheduler that starts tasks one by one, each in a free slot, event by event. `busiest` shows the
 * bottleneck: below the number of slots, tasks end before the scheduler can start others.
 */
export function dispatch({shards, slots, rate, startup, work}: Cluster): Dispatched {
  const ends = new Heap();
  let [clock, makespan, computed, busiest] = [0, 0, 0, 0];
  for (let shard = 0; shard < shards; ++shard) {
    clock += 1 / rate;
    while (ends.size > 0 && ends.least <= clock) ends.pop();
    if (ends.size === slots) clock = Math.max(clock, ends.pop());
    const seconds = work(shard);
    computed += seconds;
    const end = clock + startup + seconds;
    ends.push(end);
    busiest = Math.max(busiest, ends.size);
    makespan = Math.max(makespan, end);
  }
  return {makespan, efficiency: computed / (makespan * Math.min(slots, shards)), busiest};
}

/** Times at which tasks end, earliest first. */
class Heap {
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  get least(): number {
    return this.items[0]!;
  }

  push(value: number): void {
    const {items} = this;
    let at = items.push(value) - 1;
    for (let above; at > 0 && items[(above = (at - 1) >> 1)]! > value; at = above) items[at] = items[above]!;
    items[at] = value;
  }

  pop(): number {
    const {items} = this;
    const [least, last] = [items[0]!, items.pop()!];
    if (items.length === 0) return least;
    let at = 0;
    for (let below = 1; below < items.length; below = 2 * at + 1) {
      if (below + 1 < items.length && items[below + 1]! < items[below]!) ++below;
      if (items[below]! >= last) break;
      items[at] = items[below]!;
      at = below;
    }
    items[at] = last;
    return least;
  }
}
