/**
 * Draws from a PERT distribution (a beta over low..high with its mode at `central`, weight 4), the same for the same
 * seed. All three may be equal.
 */
export function pertDraws(
  {low, central, high}: {low: number; central: number; high: number},
  draws: number,
  seed: string
): Float64Array {
  const random = generator(seed);
  const width = high - low;
  const rise = width > 0 ? 1 + (4 * (central - low)) / width : 1;
  const fall = width > 0 ? 1 + (4 * (high - central)) / width : 1;
  return Float64Array.from({length: draws}, () => low + width * beta(rise, fall, random));
}

type Random = () => number;

function beta(a: number, b: number, random: Random): number {
  const [x, y] = [gamma(a, random), gamma(b, random)];
  return x / (x + y);
}

/** Marsaglia and Tsang (2000), for shapes of 1 and more. */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Uniform numbers in 0..1 from a text: FNV-1a for the state, mulberry32 for the sequence. */
function generator(seed: string): Random {
  let state = 2166136261;
  for (let i = 0; i < seed.length; ++i) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const result = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((result ^ (result >>> 14)) >>> 0) / 4294967296;
  };
}
