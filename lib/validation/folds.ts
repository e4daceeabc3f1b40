import {dateOf, evaluate, numberAt, type Inputs, type TableInput} from "../sheet/index.js";
import {stream} from "../uncertainty/index.js";
import {measuredInputs} from "./configurations.js";
import {fit, priorsIn, withFit, withNearOptions, type Fit} from "./fit.js";
import {validation} from "./model.js";

/** How measurements are left out: whole groups together. */
export const partitions = ["pairs", "sources", "publishers", "years"] as const;

export type Partition = (typeof partitions)[number];

/** How many parts pairs of model and accelerator are dealt into. */
export const FOLDS = 10;

/** One part of the measurements: those left out, and those that are fitted instead. */
export interface Part {
  name: string;
  left: ReadonlySet<string>;
  fitted: ReadonlySet<string>;
}

/** What leaving one part out says: the fit without it, and what that predicts for it and for the rest. */
export interface Fold extends Part {
  fit: Fit;
  predicted: Predicted;
}

/** Columns of `measurement` that are judged, and what they predict of all measurements, by key. */
const judged = ["predicted_rate", "device_power", "mean_ttft", "tpot"] as const;
export type Predicted = Readonly<Record<(typeof judged)[number], ReadonlyMap<string, number>>>;

/**
 * The parts of a partition. Pairs: all of a model on an accelerator go together, dealt by a fixed shuffle. Sources and
 * publishers: each is left out once. Years: 2025 and 2026 are predicted from what was published before.
 */
export function partsOf(table: TableInput, partition: Partition): Part[] {
  const {keys, columns} = table;
  if (partition === "years") return [2025, 2026].map((year) => yearPart(table, year));
  const group = (row: number): string => {
    const publisher = String(columns.publisher!.values[row]);
    if (partition === "sources") return publisher;
    if (partition === "publishers") return organisation(publisher);
    return `${columns.language_model!.values[row]} on ${columns.accelerator!.values[row]}`;
  };
  const groups = [...new Set(keys.map((_, row) => group(row)))].sort();
  const dealt = partition === "pairs" ? shuffled(groups) : groups;
  const place = new Map(dealt.map((name, i) => [name, partition === "pairs" ? i % FOLDS : i]));
  const parts = partition === "pairs" ? Array.from({length: FOLDS}, (_, i) => `part ${i + 1}`) : dealt;
  return parts.map((name, i) => partWhere(name, keys, (row) => place.get(group(row)) === i));
}

/** Fits without one part of the measurements, from a fit of all, and predicts all. */
export function leaveOut(inputs: Inputs, part: Part, from: Fit): Fold {
  const within = measuredInputs(inputs, (key) => part.fitted.has(key));
  const near = {...within, serving_option: optionsOf(inputs.serving_option!, part.fitted)};
  const found = fitAll(near, from, 4);
  return {...part, fit: found, predicted: predictedOf(withFit(inputs, found))};
}

/**
 * The fit of all measurements. The ways of serving that count are chosen at the priors, then at a first fit, so that
 * values that the inputs hold, such as those of an earlier fit, play no part: the same measurements give the same fit.
 */
export function fitMeasurements(inputs: Inputs, iterations?: number): Fit {
  const first = fitAll(withNearOptions(withFit(inputs, priorsIn(inputs))), undefined, iterations);
  return fitAll(withNearOptions(withFit(inputs, first)), first, iterations);
}

/** Fits rates, then power and times to the first token at these. */
export function fitAll(inputs: Inputs, from?: Fit, iterations?: number): Fit {
  const options = {...(from && {from}), ...(iterations !== undefined && {iterations})};
  const rates = fit(inputs, options);
  const at = withFit(inputs, rates);
  return new Map([...rates, ...fit(at, {...options, target: "power"}), ...fit(at, {...options, target: "ttft"})]);
}

/** What is predicted of all measurements. */
export function predictedOf(inputs: Inputs): Predicted {
  const run = evaluate(validation, inputs, {only: judged.map((column) => `measurement.${column}`)});
  const {keys} = inputs.measurement!;
  const columns = judged.map((column) => [
    column,
    new Map(keys.map((key, row) => [key, numberAt(run, `measurement.${column}`, row, 0)]))
  ]);
  return Object.fromEntries(columns) as Predicted;
}

/** Who stands behind a source: all rounds of a benchmark and all pages of a developer are one publisher. */
export function organisation(publisher: string): string {
  if (publisher.includes("InferenceX")) return "InferenceX";
  return /^[^\s:/]+/.exec(publisher)?.[0] ?? publisher;
}

function yearPart({keys, columns}: TableInput, year: number): Part {
  const yearOf = (row: number): number => Number(dateOf(Number(columns.published!.values[row])).slice(0, 4));
  return {
    name: String(year),
    left: new Set(keys.filter((_, row) => yearOf(row) === year)),
    fitted: new Set(keys.filter((_, row) => yearOf(row) < year))
  };
}

function partWhere(name: string, keys: readonly string[], isLeft: (row: number) => boolean): Part {
  return {
    name,
    left: new Set(keys.filter((_, row) => isLeft(row))),
    fitted: new Set(keys.filter((_, row) => !isLeft(row)))
  };
}

function optionsOf({keys, columns}: TableInput, wanted: ReadonlySet<string>): TableInput {
  const rows = keys.flatMap((_, row) => (wanted.has(String(columns.deployment!.values[row])) ? [row] : []));
  const kept = Object.entries(columns).map(([name, {values}]) => [name, {values: rows.map((row) => values[row]!)}]);
  return {keys: rows.map((row) => keys[row]!), columns: Object.fromEntries(kept) as TableInput["columns"]};
}

function shuffled<T>(values: readonly T[]): T[] {
  const random = stream("groups of measurements");
  return values
    .map((value) => ({value, order: random()}))
    .sort((a, b) => a.order - b.order)
    .map(({value}) => value);
}
