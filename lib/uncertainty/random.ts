/** A source of uniform numbers between 0 and 1, exclusive. */
export type Random = () => number;

/**
 * Uniform numbers that depend on a text only. Streams of different texts are independent, so a cell's draws do not
 * depend on which other cells are drawn; `at` gives the number at any position, so parts can be drawn separately.
 */
export function stream(text: string): Random {
  const number = at(text);
  let i = 0;
  return () => number(i++);
}

/** The numbers of a text's stream by position, from 0: integers hashed with two keys made from the text. */
export function at(text: string): (place: number) => number {
  const first = hash(text);
  const second = hash(`${text}\n`);
  return (place) => unit(mix(mix(Math.imul(place, 0x9e3779b9) + first) ^ second));
}

/** A 32-bit integer hash of a text (FNV-1a). */
export function hash(text: string): number {
  let state = 2166136261;
  for (let i = 0; i < text.length; ++i) state = Math.imul(state ^ text.charCodeAt(i), 16777619);
  return mix(state);
}

/** The middle of one of 2^32 equal parts of 0..1. */
export function unit(whole: number): number {
  return ((whole >>> 0) + 0.5) / 4294967296;
}

/** The finaliser of MurmurHash3: a permutation of 32-bit numbers in which every bit depends on every other. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
