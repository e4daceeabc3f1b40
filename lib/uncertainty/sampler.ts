import {at, hash} from "./random.js";
import {DIMENSIONS, sobol} from "./sobol.js";
import {pow} from "../sheet/power.js";

/**
 * How draws are spread: `random`, independently; `latin`, each input has one draw in each of as many equal strata as
 * there are draws; `sobol`, all inputs together fill the space evenly.
 */
export type Spread = (typeof spreads)[number];
export const spreads = ["random", "latin", "sobol"] as const;

export interface Design {
  spread: Spread;
  draws: number;
  seed: number;
}

/**
 * A uniform number between 0 and 1 for each draw, from 0. It depends on the draw alone, in whatever order or part draws
 * are taken.
 */
export type Uniform = (draw: number) => number;

/**
 * Uniform numbers for each name. Those of `random` and `latin` depend on seed, number of draws and name only, not on
 * other names; those of `sobol` also on the name's dimension, by default its index. Names beyond the dimensions of
 * `sobol` are spread as `latin`.
 */
export function uniforms(
  {spread, draws, seed}: Design,
  names: readonly string[],
  dimensions: readonly number[] = [...names.keys()]
): Uniform[] {
  return names.map((name, i) => {
    const key = `${seed} ${name}`;
    const dimension = dimensions[i]!;
    if (spread === "sobol" && dimension < DIMENSIONS) return sobol(dimension, key);
    return spread !== "random" ? latin(draws, key) : at(key);
  });
}

function latin(draws: number, key: string): Uniform {
  const within = at(key);
  const order = hash(`${key} order`);
  return (draw) => (permuted(draw, draws, order) + within(draw)) / draws;
}

/**
 * A permutation of 0..count-1, one position at a time (Kensler 2013, "Correlated multi-jittered sampling", Pixar
 * 13-01).
 */
export function permuted(place: number, count: number, key: number): number {
  const mask = pow(2, Math.ceil(Math.log2(count))) - 1;
  let i = place;
  do {
    i = Math.imul(i ^ key, 0xe170893d);
    i ^= (key >>> 16) ^ ((i & mask) >>> 4);
    i = Math.imul(i ^ (key >>> 8), 0x0929eb3f);
    i ^= (key >>> 23) ^ ((i & mask) >>> 1);
    i = Math.imul(i, 1 | (key >>> 27));
    i = Math.imul(i, 0x6935fa69);
    i = Math.imul(i ^ ((i & mask) >>> 11), 0x74dcb303);
    i = Math.imul(i ^ ((i & mask) >>> 2), 0x9e501cc3);
    i = Math.imul(i ^ ((i & mask) >>> 2), 0xc860a3df) & mask;
    i ^= i >>> 5;
  } while (i >= count);
  return (i + (key >>> 0)) % count;
}
