import {exp} from "../sheet/exponential.js";
import {evaluate, needed, numberAt, type Inputs, type Run} from "../sheet/index.js";
import type {Case} from "./case.js";
import {configurationInputs} from "./configurations.js";
import {corpusOf, featureOf} from "./corpus.js";
import {configure, type Configuration} from "./configure.js";
import {impossibleNumber, impossibleOn} from "./impossible.js";
import {validation} from "./model.js";
import {correction, rangeOf, type Correction} from "./residual.js";
import {summarize, type Summary} from "./summary.js";

/**
 * What the model says of a case; `reason` says why there is nothing, else `ape` is against the measured rate if given.
 */
export interface Prediction {
  id: string;
  output_tokens_per_s_per_gpu: number | null;
  total_tokens_per_s_per_gpu: number | null;
  /** The same rate, of output or else of all tokens, by the physics alone, and the 5 to 95 % range of a measurement. */
  physics_tokens_per_s_per_gpu: number | null;
  low_tokens_per_s_per_gpu: number | null;
  high_tokens_per_s_per_gpu: number | null;
  /** The measurements that correct the physics most, and the share of each in what corrects it. */
  nearest: {measurement: string; share: number}[];
  ttft_ms: number | null;
  tpot_ms: number | null;
  /** Power of the server, an accelerator's share. */
  server_w_per_gpu: number | null;
  /** What takes most of the time: compute, bandwidth, interconnect or latency. */
  binds: string | null;
  /** The shares of peak that the prediction rests on. */
  factors: Record<string, number> | null;
  /** How it is served: accelerators of a replica, their split, requests in work on one. */
  serving: Record<string, number> | null;
  ape: number | null;
  /** The rows of the tables that the case's model, accelerator and stack were read as. */
  mapped: {model: string; accelerator: string; stack: string} | null;
  /** Values taken for what the case does not say. */
  assumed: string[];
  reason: string | null;
}

export interface Predictions {
  cases: Prediction[];
  summary: Summary;
}

/** Predicts cases by the assumptions' factors. Cases that can't be predicted say why; none is dropped. */
export function predict(cases: readonly Case[], assumptions: Inputs): Predictions {
  const keys = cases.map((_, i) => `case-${i + 1}`);
  const read = cases.map((one, i) => possible(one, keys[i]!, assumptions));
  const configurations = new Map(
    read.flatMap((one, i): [string, Configuration][] => ("row" in one ? [[keys[i]!, one]] : []))
  );
  const inputs = configurationInputs(assumptions, configurations);
  const run = configurations.size ? served(inputs, assumptions) : undefined;
  const order = [...configurations.keys()];
  const predictions = read.map((configuration, i) => {
    const [one, key] = [cases[i]!, keys[i]!];
    const id = one.id ?? key;
    return "row" in configuration
      ? predicted({one, id, configuration, run: run!, row: order.indexOf(key)}, assumptions)
      : failed(id, configuration.reason);
  });
  return {cases: predictions, summary: summarize(cases, predictions)};
}

/** The last run on some assumptions: a prediction takes from it what does not depend on its cases. */
const lastRuns = new WeakMap<Inputs, Run>();

function served(inputs: Inputs, assumptions: Inputs): Run {
  const from = lastRuns.get(assumptions);
  const run = evaluate(validation, inputs, {only: wanted, ...(from && {from})});
  lastRuns.set(assumptions, run);
  return run;
}

/** The assumptions that `predict` reads: values alone, small enough for a page. */
export function predictorInputs(inputs: Inputs): Inputs {
  const tables = new Set([...needed(validation, wanted).map(({table}) => table.name), ...read]);
  const known = Object.entries(inputs).filter(([name]) => tables.has(name) && !made.has(name));
  return Object.fromEntries(
    known.map(([name, {keys, columns}]) => {
      const kept = Object.entries(columns).filter(([column]) => name !== "measurement" || featured.has(column));
      return [name, {keys, columns: Object.fromEntries(kept.map(([column, {values}]) => [column, {values}]))}];
    })
  );
}

/** Tables that are read before the model runs, and those that are made of the cases. */
const read = ["accelerator", "benchmark", "evidence", "kernel", "language_model", "measurement", "test_setup"];
const made = new Set(["held_out", "serving_option"]);

/** Columns of measurements that predictions are corrected by. */
const featured = new Set([
  ...["publisher", "language_model", "accelerator", "serving_stack", "weight_precision", "activation_precision"],
  ...["uncached_length", "cached_length", "output_length"]
]);

/** The configuration of a case, or why no server can be as it says. */
export function possible(one: Case, key: string, assumptions: Inputs): Configuration | {reason: string} {
  const reason = impossibleNumber(one);
  if (reason !== undefined) return {reason};
  const configuration = configure(one, key, assumptions);
  const impossible = "row" in configuration ? impossibleOn(configuration, assumptions) : undefined;
  return impossible === undefined ? configuration : {reason: impossible};
}

const parts = ["compute", "bandwidth", "interconnect", "latency"] as const;

const wanted = [
  "best",
  "feasible",
  "fits",
  "predicted_rate",
  "input_length",
  "output_length",
  "arrival_interval",
  "keeps_pace",
  "mean_ttft",
  "tpot",
  "power",
  "replica",
  "tensor_split",
  "stage_split",
  "rank_split",
  "batch",
  "compute_share",
  "bandwidth_share",
  "layer_latency",
  "link_share",
  "maturity",
  "weights",
  ...parts.map((part) => `${part}_part`)
].map((column) => `measurement.${column}`);

/** A case as the tables have it, and the row of the run that serves it. */
interface ServedCase {
  one: Case;
  id: string;
  configuration: Configuration;
  run: Run;
  row: number;
}

function predicted(served: ServedCase, assumptions: Inputs): Prediction {
  const {one, id, configuration} = served;
  const {row: given, assumed} = configuration;
  const at = numbersOf(served);
  if (at("fits") !== 1) return failed(id, tooLarge(given, at("weights")), assumed);
  const physics = at("predicted_rate");
  const found = corrected(configuration, at("batch") / at("replica"), assumptions);
  const isOffered = at("arrival_interval") > 0 && at("keeps_pace") === 1;
  const factor = isOffered ? 1 : exp(found.mean);
  const range = isOffered ? {low: 1, high: 1} : rangeOf(found);
  if (![physics * factor, at("mean_ttft"), at("tpot")].every(Number.isFinite))
    return failed(id, "the model of serving has no number for this configuration", assumed);
  const {output, total} = ratesOf(served, physics * factor);
  return {
    id,
    output_tokens_per_s_per_gpu: output,
    total_tokens_per_s_per_gpu: total,
    physics_tokens_per_s_per_gpu: physics,
    low_tokens_per_s_per_gpu: physics * range.low,
    high_tokens_per_s_per_gpu: physics * range.high,
    nearest: found.nearest.map(({index, share}) => ({measurement: corpusOf(assumptions).keys[index]!, share})),
    ttft_ms: at("mean_ttft"),
    tpot_ms: given.phase === "prefill" ? null : at("tpot") / factor,
    ...servingOf(served),
    ape: errorOf(one, output, total),
    mapped: {
      model: configuration.shape ? "its own shape" : String(given.language_model),
      accelerator: String(given.accelerator),
      stack: String(given.serving_stack)
    },
    assumed: at("feasible") === 1 ? assumed : [...assumed, "no configuration meets the limits: the closest is used"],
    reason: null
  };
}

/** Numbers of the row that serves a case, by column. */
function numbersOf({run, row}: ServedCase): (column: string) => number {
  return (column) => numberAt(run, `measurement.${column}`, row, 0);
}

/** Rates of output and of all tokens: one of them is missing where only prompts, or only outputs, are processed. */
function ratesOf(served: ServedCase, rate: number): {output: number | null; total: number | null} {
  const at = numbersOf(served);
  const {phase} = served.configuration.row;
  if (phase === "prefill") return {output: null, total: rate};
  if (phase === "decode") return {output: rate, total: null};
  return {output: rate, total: (rate * (at("input_length") + at("output_length"))) / at("output_length")};
}

/** How a case is served: power, what takes most of the time, the shares of peak, the split of the accelerators. */
function servingOf(served: ServedCase): Pick<Prediction, "server_w_per_gpu" | "binds" | "factors" | "serving"> {
  const at = numbersOf(served);
  return {
    server_w_per_gpu: known(at("power")),
    binds: parts.reduce((most, part) => (at(`${part}_part`) > at(`${most}_part`) ? part : most)),
    factors: {
      compute_efficiency: at("compute_share"),
      bandwidth_efficiency: at("bandwidth_share"),
      layer_latency_ms: at("layer_latency"),
      link_efficiency: at("link_share"),
      maturity: at("maturity")
    },
    serving: {
      replica: at("replica"),
      tensor: at("tensor_split"),
      stages: at("stage_split"),
      ranks: at("rank_split"),
      batch: at("batch")
    }
  };
}

/** How much wider the range is for a model or an accelerator that nobody measured. */
const UNSEEN = 1.2;

/** What other measurements teach of a configuration. */
function corrected({row}: Configuration, places: number, assumptions: Inputs): Correction {
  const {learned, factor} = corpusOf(assumptions);
  const feature = featureOf(assumptions, (name) => row[name] ?? null, null, places);
  const found = correction(feature, learned, factor);
  const seen = (name: "model" | "accelerator"): boolean =>
    learned.features.some((other) => other[name] === feature[name]);
  return seen("model") && seen("accelerator") ? found : {...found, deviation: UNSEEN * found.deviation};
}

/** A number, or null where an input that it needs is missing. */
function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function errorOf(one: Case, output: number | null, total: number | null): number | null {
  const {output_tokens_per_s_per_gpu: measuredOutput, total_tokens_per_s_per_gpu: measuredTotal} = one;
  if (measuredOutput && output !== null) return Math.abs(output / measuredOutput - 1);
  if (measuredTotal && total !== null) return Math.abs(total / measuredTotal - 1);
  return null;
}

function tooLarge({accelerators, concurrency}: Configuration["row"], weights: number): string {
  const cache = concurrency === null ? "the KV cache" : `the KV cache of ${concurrency} requests at once`;
  return `${weights.toFixed(0)} GB of weights and ${cache} do not fit into the memory of ${accelerators} accelerators`;
}

function failed(id: string, reason: string, assumed: string[] = []): Prediction {
  return {
    id,
    output_tokens_per_s_per_gpu: null,
    total_tokens_per_s_per_gpu: null,
    physics_tokens_per_s_per_gpu: null,
    low_tokens_per_s_per_gpu: null,
    high_tokens_per_s_per_gpu: null,
    nearest: [],
    ttft_ms: null,
    tpot_ms: null,
    server_w_per_gpu: null,
    binds: null,
    factors: null,
    serving: null,
    ape: null,
    mapped: null,
    assumed,
    reason
  };
}
