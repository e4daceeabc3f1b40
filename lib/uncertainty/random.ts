/** A source of uniform numbers in 0..1. */
export type Random = () => number;

/**
 * Uniform numbers that depend on the text alone: FNV-1a makes the state, mulberry32 the sequence. Streams of different
 * texts are independent, so that a cell's draws do not depend on which other cells are drawn.
 */
export function stream(text: string): Random {
  let state = 2166136261;
  for (let i = 0; i < text.length; ++i) state = Math.imul(state ^ text.charCodeAt(i), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const result = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((result ^ (result >>> 14)) >>> 0) / 4294967296;
  };
}

/** A standard normal number (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A beta number with both shapes at least 1, as a ratio of gamma numbers. */
export function beta(a: number, b: number, random: Random): number {
  const [x, y] = [gamma(a, random), gamma(b, random)];
  return x / (x + y);
}

/** A gamma number of a shape of 1 and more (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
