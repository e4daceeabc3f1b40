import {uniforms, type Design, type Uniform} from "./sampler.js";

/**
 * The draws of Saltelli et al. (2010): matrix A, matrix B and, for each factor, A with that factor from B. A factor is
 * a list of inputs by index; an input may be in several. Each matrix has as many rows as the design has draws; draw n
 * of matrix m is draw m x rows + n. `dimensions` are the inputs' indices among all `count` that could be drawn.
 */
export function mixed(
  factors: readonly (readonly number[])[],
  {spread, draws: rows, seed}: Design,
  names: readonly string[],
  {dimensions, count}: {dimensions: readonly number[]; count: number}
): Uniform[] {
  const both = uniforms(
    {spread, draws: rows, seed},
    [...names, ...names.map((name) => `${name} again`)],
    [...dimensions, ...dimensions.map((dimension) => count + dimension)]
  );
  const swaps = names.map(
    (_, i) => new Set([1, ...factors.flatMap((factor, k) => (factor.includes(i) ? [k + 2] : []))])
  );
  return names.map((_, i) => {
    const a = both[i]!;
    const b = both[names.length + i]!;
    return (draw) => {
      const matrix = Math.floor(draw / rows);
      return (swaps[i]!.has(matrix) ? b : a)(draw % rows);
    };
  });
}
