import {evaluate, keysOf, numberAt, type Inputs, type TableInput} from "../sheet/index.js";
import {validation} from "./model.js";
import {factorOf, type Factor, type Feature, type Learned} from "./residual.js";

/** What the assumptions' measurements teach, and how they hang together. */
export interface Corpus {
  keys: readonly string[];
  learned: Learned;
  factor: Factor;
}

const made = new WeakMap<TableInput, Corpus>();

/** The corpus of the assumptions: read from `evidence` and `measurement`, once for each. */
export function corpusOf(inputs: Inputs): Corpus {
  const found = made.get(inputs.evidence!);
  if (found) return found;
  const {columns} = inputs.evidence!;
  const keys = columns.measurement!.values.map(String);
  const numbers = (name: string): Float64Array => Float64Array.from(columns[name]!.values, Number);
  const all = featuresOf(inputs, keys, numbers("places"));
  const learned = {features: all, influence: numbers("influence"), noise: numbers("noise")};
  const corpus = {keys, learned, factor: factorOf(all, learned.noise)};
  made.set(inputs.evidence!, corpus);
  return corpus;
}

/** The features of measurements, of whose requests in work on an accelerator `places` tells. */
export function featuresOf(inputs: Inputs, keys: readonly string[], places: ArrayLike<number>): Feature[] {
  const table = inputs.measurement!;
  const rows = new Map(table.keys.map((key, row) => [key, row]));
  return keys.map((key, i) => {
    const row = rows.get(key)!;
    const at = (name: string): number | string | null => table.columns[name]!.values[row] ?? null;
    return featureOf(inputs, at, String(at("publisher")), places[i]!);
  });
}

/** The feature of a row of `measurement`; `source` is none for a prediction. */
export function featureOf(
  {accelerator: accelerators}: Inputs,
  at: (name: string) => number | string | null,
  source: string | null,
  places: number
): Feature {
  const {keys, columns} = accelerators!;
  const accelerator = String(at("accelerator"));
  return {
    source,
    model: String(at("language_model")),
    accelerator,
    family: String(columns.accelerator_family!.values[keys.indexOf(accelerator)]),
    stack: String(at("serving_stack")),
    precision: `${Number(at("weight_precision")) < 0.75 ? "4 bits" : String(at("weight_precision"))} ${String(
      at("activation_precision") ?? ""
    )}`,
    places,
    input: Number(at("uncached_length")) + Number(at("cached_length")),
    output: Number(at("output_length"))
  };
}

/** Requests in work on an accelerator, as the measurements are best served. */
export function placesOf(inputs: Inputs): Float64Array {
  const run = evaluate(validation, inputs, {only: ["measurement.batch", "measurement.replica"]});
  return Float64Array.from(
    keysOf(run, "measurement"),
    (_, row) => numberAt(run, "measurement.batch", row, 0) / numberAt(run, "measurement.replica", row, 0)
  );
}
