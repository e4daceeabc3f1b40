/** Work done once, on first use, and again after a failure. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  const each = onceEach(work);
  return () => each(undefined);
}

/** Work done once for each key, and again after a failure. */
export function onceEach<K, T>(work: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const done = new Map<K, Promise<T>>();
  return (key) => {
    const known = done.get(key);
    if (known) return known;
    const made = work(key);
    done.set(key, made);
    made.catch(() => done.delete(key));
    return made;
  };
}
