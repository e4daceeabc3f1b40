/**
 * A ring of slots for what is in view: what stays in view keeps its slot, and what enters takes one that has become
 * free, so that only that is written.
 */
export class Slots {
  private readonly held = new Map<number, number>();
  private count = 0;

  /** Gives each index a slot; says how many slots there are by now. */
  hold(indices: ReadonlySet<number>): number {
    const free = [...this.held].filter(([index]) => !indices.has(index));
    for (const [index] of free) this.held.delete(index);
    const spare = free.map(([, slot]) => slot).concat(this.spare);
    for (const index of indices) if (!this.held.has(index)) this.held.set(index, spare.pop() ?? this.count++);
    this.spare = spare;
    return this.count;
  }

  private spare: number[] = [];

  /** The slots in use, with what each holds. */
  entries(): IterableIterator<[index: number, slot: number]> {
    return this.held.entries();
  }

  slotOf(index: number): number | undefined {
    return this.held.get(index);
  }

  /** Slots that hold nothing. */
  unused(): readonly number[] {
    return this.spare;
  }
}
