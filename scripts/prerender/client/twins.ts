/** @type {WeakMap<Element, Element>} */
const twins = new WeakMap();

/**
 * Remembers what stands in the place of what was replaced.
 * @param {readonly [Element, Element][]} pairs
 */
export function noteTwins(pairs) {
  for (const [old, twin] of pairs) twins.set(old, twin);
}

/**
 * What stands where an element stood: the element itself if it is still there.
 * @param {Element} element
 */
export function twinOf(element) {
  return element.isConnected ? element : twins.get(element);
}
