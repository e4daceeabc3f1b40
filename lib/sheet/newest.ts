/** Caches a function's results for its most recent keys, so that equal keys give the same object. */
export function keepNewest<A, B>(make: (a: A) => B, key: (a: A) => unknown): (a: A) => B {
  const made = new Map<string, B>();
  return (a) => {
    const name = JSON.stringify(key(a));
    const known = made.get(name);
    if (known) return known;
    const fresh = make(a);
    made.set(name, fresh);
    for (const old of [...made.keys()].slice(0, -MOST)) made.delete(old);
    return fresh;
  };
}

const MOST = 12;
