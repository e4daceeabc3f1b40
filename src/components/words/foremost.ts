/** A named value. */
export interface Item {
  name: string;
  value: number;
}

/** Values this close count as a tie: no reader sees the difference. */
const SAME = 0.005;

/**
 * The item with clearly the highest value; undefined if a value is missing, if there is nothing to compare, or if two
 * are tied.
 */
export function foremost(items: readonly Item[]): Item | undefined {
  if (items.length < 2 || !items.every(({value}) => Number.isFinite(value))) return undefined;
  const [first, second] = [...items].sort((a, b) => b.value - a.value) as [Item, Item];
  return first.value - second.value > SAME * Math.max(Math.abs(first.value), Math.abs(second.value))
    ? first
    : undefined;
}

/** The item with clearly the lowest value, by the same rule. */
export function hindmost(items: readonly Item[]): Item | undefined {
  const least = foremost(items.map(({name, value}) => ({name, value: -value})));
  return least && items.find(({name}) => name === least.name);
}

/** `Tokens: highest in A, lowest in B`; only one of them if the other is tied, undefined if both are. */
export function extremesFinding(subject: string, items: readonly Item[]): string | undefined {
  const [most, least] = [foremost(items), hindmost(items)];
  const parts = [...(most ? [`highest in ${most.name}`] : []), ...(least ? [`lowest in ${least.name}`] : [])];
  return parts.length === 0 ? undefined : `${subject}: ${parts.join(", ")}`;
}
