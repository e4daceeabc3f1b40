import type {Inputs, InputValues, ModelColumn, TableInput} from "../sheet/index.js";
import {draw} from "./distribution.js";
import {stream} from "./random.js";

/**
 * The inputs with `draws` values in every cell of the columns that has a range, independent of each other, the same for
 * the same seed and in every scenario. The first draw is not the central value.
 */
export function sample(columns: readonly ModelColumn[], inputs: Inputs, draws: number, seed: number): Inputs {
  const sampled: Record<string, TableInput> = {...inputs};
  for (const {id, table, name} of columns) {
    const before = sampled[table.name];
    const typed = before?.columns[name];
    const samples = typed && sampleColumn(`${seed} ${id}`, before.keys, typed, draws);
    if (samples) sampled[table.name] = {...before, columns: {...before.columns, [name]: {...typed, samples}}};
  }
  return sampled;
}

/** Rows x draws, draws contiguous; nothing where no cell of the column has a range. */
function sampleColumn(
  name: string,
  keys: readonly string[],
  {values, provenance}: InputValues,
  draws: number
): Float64Array | undefined {
  if (!provenance?.some((one) => one && one.family !== "exact" && one.high > one.low)) return undefined;
  const samples = new Float64Array(values.length * draws);
  values.forEach((value, row) => {
    const random = stream(`${name} ${keys[row]}`);
    const range = provenance[row];
    for (let d = 0; d < draws; ++d)
      samples[row * draws + d] =
        typeof value !== "number" ? NaN : range ? draw({...range, central: value}, random) : value;
  });
  return samples;
}
