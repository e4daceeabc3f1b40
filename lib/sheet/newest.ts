/** A function that gives the same object for equal keys, as long as it is among the newest. */
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
