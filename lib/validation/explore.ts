import {evaluate, InputError, needed, numberAt, keysOf, valueAt, type Inputs, type Run} from "../sheet/index.js";
import {configure, type Configuration} from "./configure.js";
import {configurationInputs} from "./configurations.js";
import {impossibleOn} from "./impossible.js";
import {validation} from "./model.js";

/** What a reader asks: which model, on what, for which requests, within which limits. */
export interface Question {
  /** Keys of the tables `language_model` and `accelerator`. */
  language_model: string;
  accelerator: string;
  /** The most accelerators that may serve together. */
  accelerators: number;
  /** Number format of the weights, such as fp8; `auto` is the format in which the model is published. */
  weights: string;
  /** Number format of the KV cache; where nothing is said, 8 bits unless the weights have 16. */
  cache?: string;
  /** Serving software, a key of `serving_stack`; where nothing is said, one that is tuned for a benchmark. */
  stack?: string;
  /** Whether drafts propose several tokens a step; where nothing is said, none do. */
  drafts?: boolean;
  /** Mean tokens of a request, the cached ones counted in. */
  input_length: number;
  cached_share: number;
  output_length: number;
  /** Limits in ms, on the mean time to the first token and on the 99th percentile of the time per output token. */
  ttft_limit: number;
  tpot_limit: number;
}

/** A way of serving the question's requests on an accelerator: the columns of `serving_option`, in their units. */
export type Way = {accelerator: string} & Record<(typeof columns)[number], number>;

export interface Answer {
  /** All ways that fit into the chosen accelerators' memory. */
  ways: Way[];
  /** The way with the highest throughput within the limits, by accelerator; none where no way keeps them. */
  best: Map<string, Way | undefined>;
  /** What was taken for what the question does not say. */
  assumed: string[];
  /** Why no accelerator can serve the requests, if none can: they are longer than the model's context. */
  impossible?: string;
}

/**
 * Predicts every way of serving on the chosen accelerator and the best on the others, as `predict` does, with software
 * of today and work always at hand. Throws for an unknown key.
 */
export function explore(inputs: Inputs, question: Question, others: readonly string[] = []): Answer {
  const keys = [...new Set([question.accelerator, ...others])];
  const configurations = new Map(keys.map((key) => [key, configurationOf(inputs, {...question, accelerator: key})]));
  const {assumed} = configurations.get(question.accelerator)!;
  const impossible = impossibleOn(configurations.get(question.accelerator)!, inputs);
  if (impossible !== undefined)
    return {ways: [], best: new Map(keys.map((key) => [key, undefined])), assumed, impossible};
  const run = evaluate(validation, configurationInputs(inputs, configurations), {only: wanted});
  return {
    ways: fitting(run, question.accelerator),
    best: new Map(keys.map((key, row) => [key, bestOf(run, key, row)])),
    assumed
  };
}

/**
 * The way with the highest throughput within the limits of each of some questions, by their names; none where no way
 * keeps them, or none can. Throws for an unknown key.
 */
export function bestWays(inputs: Inputs, questions: ReadonlyMap<string, Question>): Map<string, Way | undefined> {
  const asked = [...questions].map(([name, question]) => ({
    name,
    question,
    found: configurationOf(inputs, question, name)
  }));
  const possible = asked.filter(({found}) => impossibleOn(found, inputs) === undefined);
  const none = new Map(asked.map(({name}) => [name, undefined]));
  if (possible.length === 0) return none;
  const configurations = new Map(possible.map(({name, found}) => [name, found]));
  const run = evaluate(validation, configurationInputs(inputs, configurations), {only: wanted});
  const best = possible.map(({name, question}, row) => [name, bestOf(run, question.accelerator, row)] as const);
  return new Map<string, Way | undefined>([...none, ...best]);
}

/** The assumptions that `explore` reads: values alone, small enough for a page. */
export function explorerInputs(inputs: Inputs): Inputs {
  const made = ["measurement", "serving_option"];
  // Tokens a step with drafts are those of the benchmark that allows them.
  const tables = new Set([...needed(validation, wanted).map(({table}) => table.name), "benchmark"]);
  const read = Object.entries(inputs).filter(([name]) => tables.has(name) && !made.includes(name));
  return Object.fromEntries(
    read.map(([name, {keys, columns: typed}]) => [
      name,
      {keys, columns: Object.fromEntries(Object.entries(typed).map(([column, {values}]) => [column, {values}]))}
    ])
  );
}

const columns = [
  "replica",
  "tensor",
  "stages",
  "ranks",
  "batch",
  "disaggregated",
  "memory_needed",
  "memory_available",
  "weight_time",
  "matrix_time",
  "kv_time",
  "attention_time",
  "state_time",
  "activation_time",
  "reduce_time",
  "waiting_time",
  "latency_time",
  "decode_step",
  "tokens_per_step",
  "uncached_length",
  "cached_length",
  "output_length",
  "prefill_time",
  "cached_time",
  "decode_time",
  "tpot",
  "ttft",
  "user_rate",
  "output_rate",
  "compute_part",
  "bandwidth_part",
  "interconnect_part",
  "latency_part",
  "power",
  "energy_per_token",
  "feasible"
] as const;

const wanted = [
  "measurement.best",
  "measurement.feasible",
  "serving_option.fits",
  ...columns.map((column) => `serving_option.${column}`)
];

function configurationOf(inputs: Inputs, question: Question, key = question.accelerator): Configuration {
  const {language_model, accelerator, accelerators, input_length, cached_share, output_length} = question;
  const {weights, cache, stack, drafts} = question;
  const found = configure(
    {
      model: language_model,
      gpu: accelerator,
      gpus: accelerators,
      precision_weights: weights,
      ...(cache !== undefined && {precision_kv: cache}),
      ...(stack !== undefined && {stack}),
      ...(drafts && {spec_decoding: "true"}),
      mean_input_tokens: input_length,
      mean_output_tokens: output_length,
      ttft_limit_ms: question.ttft_limit,
      tpot_limit_ms: question.tpot_limit
    },
    key,
    inputs
  );
  if ("reason" in found) throw new InputError(found.reason);
  const lengths = {uncached_length: input_length * (1 - cached_share), cached_length: input_length * cached_share};
  return {...found, row: {...found.row, ...lengths}};
}

function fitting(run: Run, accelerator: string): Way[] {
  const rows = keysOf(run, "serving_option").map((_, row) => row);
  const deployments = run.inputs.serving_option!.columns.deployment!.values;
  return rows
    .filter((row) => deployments[row] === accelerator && numberAt(run, "serving_option.fits", row, 0) === 1)
    .map((row) => wayAt(run, accelerator, row));
}

function bestOf(run: Run, accelerator: string, row: number): Way | undefined {
  const best = valueAt(run, "measurement.best", row, 0);
  if (typeof best !== "string" || numberAt(run, "measurement.feasible", row, 0) !== 1) return undefined;
  return wayAt(run, accelerator, keysOf(run, "serving_option").indexOf(best));
}

function wayAt(run: Run, accelerator: string, row: number): Way {
  const values = columns.map((column) => [column, numberAt(run, `serving_option.${column}`, row, 0)]);
  return {accelerator, ...(Object.fromEntries(values) as Record<(typeof columns)[number], number>)};
}
