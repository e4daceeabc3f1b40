import type {Candidate} from "../model/index.js";
import {dateOf, InputError, knownNames, monthsOf, oneOf, type Inputs, type TableInput} from "../sheet/index.js";
import {acceleratorNamed, type NamedAccelerator} from "./accelerator-name.js";
import type {Case} from "./case.js";
import {candidateOf, type Row} from "./configurations.js";
import {shapeOfConfig} from "./config-shape.js";
import {estimateModel, type ModelShape} from "./estimate.js";
import type {JsonRecord} from "./json-records.js";
import {setupOf, stackNamed, statedSplit, type Setup, type StatedSplit} from "./test-setup.js";
import {formatInName, isNear, modelNamed, type NamedModel, type UnknownName} from "./model-name.js";
import {statedFormat, type NumberFormat, type StatedFormat} from "./number-format.js";

/** A case in the words of the model: what the table `measurement` holds of it, and the ways of serving it. */
export interface Configuration {
  row: Row;
  candidate: Candidate;
  /** What was taken for what the case does not say. */
  assumed: string[];
  /** A shape made up from parameter counts, for a model that is not in the tables. */
  shape?: ModelShape;
}

/** The configuration of a case, or why it can't be predicted. */
export function configure(one: Case, key: string, inputs: Inputs): Configuration | {reason: string} {
  try {
    return new Reader(one, key, inputs, acceleratorOf(one, inputs), modelOf(one, key, inputs)).configuration();
  } catch (error) {
    if (error instanceof InputError) return {reason: error.message};
    throw error;
  }
}

function acceleratorOf({gpu}: Case, {accelerator}: Inputs): NamedAccelerator {
  const named = gpu ? acceleratorNamed(gpu, accelerator!) : undefined;
  if (named && "key" in named) return named;
  throw new InputError(unknownName("gpu", gpu, named, accelerator!.keys));
}

/** A row of the table of models, or a shape by parameter counts. */
interface Model {
  key: string;
  assumed: string[];
  format?: NumberFormat | undefined;
  shape?: ModelShape;
}

function modelOf(one: Case, key: string, {language_model: models}: Inputs): Model {
  const {model, config, params_total_b: total, params_active_b: active} = one;
  if (config) return {...ofConfig(`${key}-model`, config), format: formatInName(model ?? "")};
  const named = model ? modelNamed(model, models!) : undefined;
  if (named && "key" in named) return ofItsSizes(named, one, models!);
  const shape = estimateModel(`${key}-model`, total, active);
  if (!shape) throw new InputError(`${unknownName("model", model, named, models!.keys)}; or give params_total_b`);
  return {key: shape.key, assumed: ["a shape by its parameter counts"], format: formatInName(model ?? ""), shape};
}

function ofConfig(key: string, config: JsonRecord): Model {
  return {key, assumed: ["the shape that config states"], shape: shapeOfConfig(key, config)};
}

function ofItsSizes(named: NamedModel, one: Case, {keys, columns}: TableInput): NamedModel {
  for (const [field, column] of [
    ["params_total_b", "total_parameters"],
    ["params_active_b", "active_parameters"]
  ] as const) {
    const ours = Number(columns[column]!.values[keys.indexOf(named.key)]);
    const stated = one[field] ?? ours;
    if (isNear(stated, ours)) continue;
    throw new InputError(
      `${field} ${stated} is not that of ${named.key}, which has ${ours}: write the model's whole name, or leave it ` +
        `out to be served by its parameter counts`
    );
  }
  return named;
}

function unknownName(
  field: string,
  value: string | null | undefined,
  named: UnknownName | undefined,
  known: readonly string[]
): string {
  if (!value || !named) return `${field} is missing`;
  const {problem, bare} = named;
  return [`unknown ${field} "${value}"${problem && `: ${problem}`}`, ...knownNames(field, bare, known)].join("; ");
}

class Reader {
  private readonly assumed: string[];
  private readonly scenario: string;
  private readonly phase: "whole" | "prefill" | "decode";
  private readonly benchmark: number;
  private readonly setup: Setup;
  private readonly stack: string;
  private readonly split: StatedSplit;
  /** Whether weights are stored in their format only, and calculated with in 16 bits. */
  private isStored = false;

  constructor(
    private readonly one: Case,
    private readonly key: string,
    private readonly inputs: Inputs,
    private readonly accelerator: NamedAccelerator,
    private readonly model: Model
  ) {
    this.assumed = [...model.assumed, ...accelerator.assumed];
    this.scenario = one.scenario ?? "";
    this.phase = phaseOf(one);
    this.setup = setupOf(one, inputs);
    this.stack = this.servingStack();
    this.split = statedSplit(one);
    const mlperf = /mlperf/i.test(`${one.source ?? ""} ${one.id ?? ""}`);
    this.benchmark = mlperf ? (inputs.benchmark?.columns.language_model!.values.indexOf(model.key) ?? -1) : -1;
  }

  configuration(): Configuration {
    const row = this.row();
    const {assumed, model} = this;
    const candidate = candidateOf(this.key, row, this.ofModel("experts") > 1, this.one.disaggregated);
    return {row, candidate, assumed, ...(model.shape && {shape: model.shape})};
  }

  private row(): Row {
    const {one, phase} = this;
    const input = this.length("input", one.mean_input_tokens);
    const output = phase === "prefill" ? 1 : this.length("output", one.mean_output_tokens);
    const weight = this.weightPrecision();
    return {
      language_model: this.model.key,
      accelerator: this.accelerator.key,
      publisher: one.source ?? null,
      scenario: one.scenario ?? null,
      phase,
      url: one.url ?? null,
      published: this.date(),
      serving_stack: this.stack,
      kernel: this.kernel(weight),
      accelerators: one.gpus ?? this.assume("accelerators", one.tensor_parallel ?? 8),
      tensor: this.split.tensor,
      stated_ranks: this.split.ranks,
      expert_split: this.split.expert_split,
      weight_precision: weight,
      activation_precision: this.activationPrecision(weight),
      kv_precision: this.kvPrecision(weight),
      uncached_length: phase === "decode" ? 0 : input,
      cached_length: phase === "decode" ? input : 0,
      output_length: output,
      tokens_per_step: this.tokensPerStep(),
      concurrency: this.concurrency(),
      requests: one.requests ?? this.setup.requests,
      offered_interval: this.offeredInterval(),
      tail: this.setup.tail,
      client_share: this.setup.client_share,
      ttft_limit: one.ttft_limit_ms ?? null,
      tpot_limit: one.tpot_limit_ms ?? null,
      output_rate: one.output_tokens_per_s_per_gpu ?? null,
      total_rate: one.total_tokens_per_s_per_gpu ?? null,
      measured_ttft: one.measured_mean_ttft_ms ?? null,
      measured_tpot: one.measured_mean_tpot_ms ?? null,
      measured_power: one.measured_avg_power_w_per_gpu ?? null
    };
  }

  private servingStack(): string {
    const {stack, note} = this.one;
    const {keys} = this.inputs.serving_stack!;
    if (stack) return stackNamed(stack) ?? oneOf("stack", "serving software", stack.toLowerCase(), keys);
    const found = this.setup.serving_stack ?? stackNamed(note ?? "");
    if (found !== undefined) return found;
    this.assumed.push("a tuned serving stack");
    return "tuned";
  }

  /** The kernel for experts of the stack on the accelerator at the time, where one is known to fall short. */
  private kernel(weight: number): string {
    const {keys, columns} = this.inputs.kernel!;
    const fits = (row: number): boolean =>
      columns.serving_stack!.values[row] === this.stack &&
      columns.accelerator_family!.values[row] === this.ofAccelerator("accelerator_family") &&
      Number(columns.precision!.values[row]) === weight &&
      this.date() < Number(columns.until!.values[row]);
    const row = this.ofModel("experts") > 1 ? keys.findIndex((_, i) => fits(i)) : -1;
    return keys[row] ?? "native";
  }

  /** What 4-bit weights are multiplied with: 16 bits where they are stored only in 4, else what the model states. */
  private activationPrecision(weight: number): number | null {
    if (weight >= 0.75) return null;
    if (this.isStored) return 2;
    return this.ofModel("activation_precision") || null;
  }

  private length(what: "input" | "output", stated: number | null | undefined): number {
    if (stated !== null && stated !== undefined && (stated > 0 || what === "input")) return stated;
    const usual = this.inputs.benchmark?.columns[`${what}_length`]!.values[this.benchmark];
    return this.assume(`mean ${what} tokens`, typeof usual === "number" ? usual : 1024);
  }

  private assume(what: string, value: number): number {
    this.assumed.push(`${what} ${value}`);
    return value;
  }

  private parameter(name: string): number {
    return Number(this.inputs.parameter!.columns[name]!.values[0]);
  }

  private date(): number {
    const newest = this.parameter("software_reference");
    const {date} = this.one;
    if (!date) return this.assumeDate("date", newest);
    const months = monthsOf(date.trim().slice(0, 7));
    if (Number.isNaN(months)) return this.assumeDate(`"${date}" is not a date: write YYYY-MM; date`, newest);
    const released = Number(this.ofAccelerator("release"));
    if (months < released - FORETASTE)
      throw new InputError(`date ${date} is long before ${this.accelerator.key} was sold, in ${dateOf(released)}`);
    if (months > newest + 1) this.assumeDate("software of", newest);
    return months;
  }

  private assumeDate(what: string, months: number): number {
    this.assumed.push(`${what} ${dateOf(months)}`);
    return months;
  }

  private weightPrecision(): number {
    const native = this.ofModel("native_precision");
    const stated = this.statedWeights();
    if (stated === undefined)
      return Math.min(
        native,
        this.assume("bytes of a weight", Math.min(native, this.ofAccelerator("fp8") === null ? 2 : 1))
      );
    const {name, bytes, stored} = stated;
    this.isStored = stored ?? false;
    if (bytes > 1.1 * native) this.assumed.push(`weights as published, ${native} bytes each, not ${name}`);
    if (stored && bytes >= 0.75 && this.ofAccelerator("fp8") !== null)
      this.assumed.push(`arithmetic in 8 bits, though ${name} computes in 16`);
    return Math.min(bytes, native);
  }

  /** The format that the case states, or else the model's name; undefined where neither does. */
  private statedWeights(): NumberFormat | undefined {
    const native: NumberFormat = {name: "as published", bytes: this.ofModel("native_precision")};
    const {format: named} = this.model;
    const text = this.one.precision_weights;
    if (!text) return named;
    const {format = native, unused} = this.stated("precision_weights", text);
    if (named && named.bytes !== format.bytes)
      this.assumed.push(`weights in ${format.name}, not in the ${named.name} of the name`);
    for (const {name, bytes} of unused)
      if (this.ofModel("experts") === 1 || bytes !== Math.max(1, format.bytes))
        this.assumed.push(`weights in ${format.name}, also those stated in ${name}`);
    return format;
  }

  /** Bytes of a value of the KV cache; without a format of its own, it has the 16 bits in which models compute. */
  private kvPrecision(weight: number): number {
    const text = this.one.precision_kv;
    if (!text) return this.assume("bytes of a KV value", weight > 1.5 || this.keepsLongCache() ? 2 : 1);
    return this.stated("precision_kv", text).format?.bytes ?? 2;
  }

  /** Whether the cache stays in 16 bits by default: if shared weights do, unless there is a kernel for 8. */
  private keepsLongCache(): boolean {
    const old = this.ofAccelerator("fp4") === null;
    return this.ofModel("shared_precision") > 1.5 && (old || this.stack === "vllm");
  }

  private stated(field: "precision_weights" | "precision_kv", text: string): StatedFormat {
    const stated = statedFormat(text, field === "precision_kv");
    if ("problem" in stated) throw new InputError(`${field} "${text}": ${stated.problem}`);
    return stated;
  }

  private ofAccelerator(column: string): number | string | null {
    const {keys, columns} = this.inputs.accelerator!;
    return columns[column]!.values[keys.indexOf(this.accelerator.key)]!;
  }

  private ofModel(column: "experts" | "native_precision" | "shared_precision" | "activation_precision"): number {
    const {keys, columns} = this.inputs.language_model!;
    const {shape, key} = this.model;
    return Number(shape ? (shape[column] ?? null) : columns[column]!.values[keys.indexOf(key)]);
  }

  /**
   * Tokens a step: as the benchmark's interactive scenario allows, or the most that any does where drafts are stated.
   */
  private tokensPerStep(): number {
    const steps = (this.inputs.benchmark?.columns.interactive_step!.values ?? []).map(Number);
    const {spec_decoding: stated} = this.one;
    if (stated !== null && stated !== undefined) {
      const word = oneOf("spec_decoding", "method", stated.toLowerCase(), [...undrafted, ...drafted]);
      return undrafted.some((one) => one === word) ? 1 : this.assume("tokens a step", Math.max(1, ...steps));
    }
    return /interactive/i.test(this.scenario) ? (steps[this.benchmark] ?? 1) : 1;
  }

  private concurrency(): number | null {
    const stated = this.one.concurrency_or_batch ?? numberIn(/(?:concurrency|batch) (\d+)/i, this.scenario);
    return stated;
  }

  private offeredInterval(): number | null {
    const rate = numberIn(/qps (\d+(?:\.\d+)?)/i, this.scenario);
    if (rate === 0) throw new InputError(`scenario "${this.scenario}": QPS 0 offers no request`);
    return rate === null ? null : 1 / rate;
  }
}

/** The phase of requests that a case measures. */
export function phaseOf({scenario}: Case): "whole" | "prefill" | "decode" {
  if (/prefill only/i.test(scenario ?? "")) return "prefill";
  return /decode only/i.test(scenario ?? "") ? "decode" : "whole";
}

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** Months before its first sale that an accelerator is measured by its maker. */
const FORETASTE = 24;

const undrafted = ["none", "off", "no", "false", ""] as const;
const drafted = [
  "mtp",
  "eagle",
  "eagle2",
  "eagle3",
  "medusa",
  "draft",
  "draft_model",
  "ngram",
  "suffix",
  "true"
] as const;
