/** A function whose results are computed on first use, and kept as long as their arguments. */
export function cached<K extends object | string, T>(compute: (key: K) => T): (key: K) => T {
  const ofTexts = new Map<K, {result: T}>();
  const ofObjects = new WeakMap<K & object, {result: T}>();
  return (key) => {
    const known = typeof key === "string" ? ofTexts : (ofObjects as typeof ofTexts);
    const found = known.get(key) ?? {result: compute(key)};
    known.set(key, found);
    return found.result;
  };
}
