/**
 * A ring of slots for visible items: visible items keep their slots, and new ones take slots that have become free, so
 * that only these are written.
 */
export class Slots {
  private readonly held = new Map<number, number>();
  private count = 0;

  /** Assigns each index a slot; returns the number of slots. */
  hold(indices: ReadonlySet<number>): number {
    const free = [...this.held].filter(([index]) => !indices.has(index));
    for (const [index] of free) this.held.delete(index);
    const spare = free.map(([, slot]) => slot).concat(this.spare);
    for (const index of indices) if (!this.held.has(index)) this.held.set(index, spare.pop() ?? this.count++);
    this.spare = spare;
    return this.count;
  }

  private spare: number[] = [];

  /** The slots in use, with their contents. */
  entries(): IterableIterator<[index: number, slot: number]> {
    return this.held.entries();
  }

  slotOf(index: number): number | undefined {
    return this.held.get(index);
  }

  /** Empty slots. */
  unused(): readonly number[] {
    return this.spare;
  }
}
