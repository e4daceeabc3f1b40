/** An element and its replacement. */
export type Pair = [old: Element, twin: Element];

const twins = new WeakMap<Element, Element>();

/** Records the replacements of elements. */
export function noteTwins(pairs: readonly Pair[]): void {
  for (const [old, twin] of pairs) twins.set(old, twin);
}

/** The element itself if it is still on the page, or else its replacement. */
export function twinOf(element: Element): Element | undefined {
  return element.isConnected ? element : twins.get(element);
}
