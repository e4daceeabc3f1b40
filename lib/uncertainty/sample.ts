import type {Inputs, Model} from "../sheet/index.js";
import {quantileOf} from "./distribution.js";
import {distributionOf, driversOf} from "./driver.js";
import {uniforms, type Design} from "./sampler.js";

/**
 * The inputs with a design's independent draws in every cell that has a range and affects some output (`table.column`):
 * for models small enough to run all draws at once.
 */
export function sample(model: Model, inputs: Inputs, outputs: readonly string[], design: Design): Inputs {
  const drivers = driversOf(model, inputs, outputs);
  const uniform = uniforms(
    design,
    drivers.map(({cell}) => cell)
  );
  const samples = new Map<string, Float64Array>();
  drivers.forEach((driver, i) => {
    const values = samples.get(driver.column) ?? certain(inputs, driver.column, design.draws);
    const quantile = quantileOf(distributionOf(model, driver));
    for (let draw = 0; draw < design.draws; ++draw)
      values[driver.row * design.draws + draw] = quantile(uniform[i]!(draw));
    samples.set(driver.column, values);
  });
  return withSamples(inputs, samples);
}

/** A column's values, the same in every draw. */
function certain(inputs: Inputs, id: string, draws: number): Float64Array {
  const [table, column] = id.split(".") as [string, string];
  const {values} = inputs[table]!.columns[column]!;
  return Float64Array.from({length: values.length * draws}, (_, i) => {
    const value = values[Math.floor(i / draws)];
    return typeof value === "number" ? value : NaN;
  });
}

function withSamples(inputs: Inputs, drawn: ReadonlyMap<string, Float64Array>): Inputs {
  const sampled = {...inputs};
  for (const [id, samples] of drawn) {
    const [name, column] = id.split(".") as [string, string];
    const table = sampled[name]!;
    sampled[name] = {...table, columns: {...table.columns, [column]: {...table.columns[column]!, samples}}};
  }
  return sampled;
}
