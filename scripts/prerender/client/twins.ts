/** An element, and the one that stands in its place. */
export type Pair = [old: Element, twin: Element];

const twins = new WeakMap<Element, Element>();

/** Remembers what stands in the place of what was replaced. */
export function noteTwins(pairs: readonly Pair[]): void {
  for (const [old, twin] of pairs) twins.set(old, twin);
}

/** What stands where an element stood: the element itself if it is still there. */
export function twinOf(element: Element): Element | undefined {
  return element.isConnected ? element : twins.get(element);
}
