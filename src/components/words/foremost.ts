/** Something that has a name and a value. */
export interface Item {
  name: string;
  value: number;
}

/** What counts as a tie: no reader sees the difference. */
const SAME = 0.005;

/**
 * The item that has clearly the most; undefined where a value is missing, where there is nothing to compare with, and
 * where two share the place.
 */
export function foremost(items: readonly Item[]): Item | undefined {
  if (items.length < 2 || !items.every(({value}) => Number.isFinite(value))) return undefined;
  const [first, second] = [...items].sort((a, b) => b.value - a.value) as [Item, Item];
  return first.value - second.value > SAME * Math.max(Math.abs(first.value), Math.abs(second.value))
    ? first
    : undefined;
}

/** The item that has clearly the least, by the same rule. */
export function hindmost(items: readonly Item[]): Item | undefined {
  const least = foremost(items.map(({name, value}) => ({name, value: -value})));
  return least && items.find(({name}) => name === least.name);
}

/** `Highest in A, lowest in B`; one of the two where the other is shared, nothing where both are. */
export function extremesFinding(items: readonly Item[]): string | undefined {
  const [most, least] = [foremost(items)?.name, hindmost(items)?.name];
  if (most === undefined) return least === undefined ? undefined : `Lowest in ${least}`;
  return least === undefined ? `Highest in ${most}` : `Highest in ${most}, lowest in ${least}`;
}
