import type {Candidate} from "../model/index.js";
import {knownNames, monthsOf, type Inputs} from "../sheet/index.js";
import {candidateOf, type Row} from "./configurations.js";
import {estimateModel, type ModelShape} from "./estimate.js";
import {acceleratorNames, match, modelNames} from "./names.js";

/** A published measurement as people write it down: any field may be missing or null. */
export interface Case {
  id?: string | null;
  source?: string | null;
  url?: string | null;
  date?: string | null;
  model?: string | null;
  params_total_b?: number | null;
  params_active_b?: number | null;
  precision_weights?: string | null;
  precision_kv?: string | null;
  gpu?: string | null;
  gpus?: number | null;
  tensor_parallel?: number | null;
  scenario?: string | null;
  mean_input_tokens?: number | null;
  mean_output_tokens?: number | null;
  concurrency_or_batch?: number | null;
  ttft_limit_ms?: number | null;
  tpot_limit_ms?: number | null;
  measured_mean_ttft_ms?: number | null;
  measured_mean_tpot_ms?: number | null;
  measured_avg_power_w_per_gpu?: number | null;
  output_tokens_per_s_per_gpu?: number | null;
  total_tokens_per_s_per_gpu?: number | null;
  spec_decoding?: string | null;
  disaggregated?: boolean | null;
}

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
  const accelerator = one.gpu ? match(one.gpu, inputs.accelerator!.keys, acceleratorNames) : undefined;
  if (accelerator === undefined) return {reason: unknown("gpu", one.gpu, inputs.accelerator!.keys)};
  const named = one.model ? match(one.model, inputs.language_model!.keys, modelNames) : undefined;
  const shape =
    named === undefined ? estimateModel(`${key}-model`, one.params_total_b, one.params_active_b) : undefined;
  if (named === undefined && shape === undefined)
    return {reason: `${unknown("model", one.model, inputs.language_model!.keys)}; or give params_total_b`};
  return new Reader(one, key, inputs, accelerator, named, shape).configuration();
}

function unknown(field: string, value: string | null | undefined, known: readonly string[]): string {
  return value ? [`unknown ${field} "${value}"`, ...knownNames(field, value, known)].join("; ") : `${field} is missing`;
}

/** Requests at once in a test that offers 500 of them at the same moment and waits for the last, on average. */
const BURST = 250;

class Reader {
  private readonly assumed: string[] = [];
  private readonly scenario: string;
  private readonly phase: "whole" | "prefill" | "decode";
  private readonly benchmark: number;

  constructor(
    private readonly one: Case,
    private readonly key: string,
    private readonly inputs: Inputs,
    private readonly accelerator: string,
    private readonly named: string | undefined,
    private readonly shape: ModelShape | undefined
  ) {
    this.scenario = one.scenario ?? "";
    this.phase = /prefill only/i.test(this.scenario)
      ? "prefill"
      : /decode only/i.test(this.scenario)
        ? "decode"
        : "whole";
    const mlperf = /mlperf/i.test(`${one.source ?? ""} ${one.id ?? ""}`);
    this.benchmark = mlperf ? (inputs.benchmark?.columns.language_model!.values.indexOf(named ?? "") ?? -1) : -1;
  }

  configuration(): Configuration {
    const row = this.row();
    const {shape, assumed} = this;
    if (shape) assumed.push("a shape by its parameter counts");
    const candidate = candidateOf(this.key, row, this.experts() > 1, this.one.disaggregated);
    return {row, candidate, assumed, ...(shape && {shape})};
  }

  private row(): Row {
    const {one, phase} = this;
    const input = this.length("input", one.mean_input_tokens);
    const output = phase === "prefill" ? 1 : this.length("output", one.mean_output_tokens);
    const weight = this.weightPrecision();
    return {
      language_model: this.named ?? this.shape!.key,
      accelerator: this.accelerator,
      publisher: one.source ?? null,
      scenario: one.scenario ?? null,
      phase,
      url: one.url ?? null,
      published: this.date(),
      accelerators: one.gpus ?? this.assume("accelerators", one.tensor_parallel ?? 8),
      tensor: one.tensor_parallel ?? null,
      weight_precision: weight,
      kv_precision: bits(one.precision_kv) ?? (weight > 1.5 ? 2 : 1),
      uncached_length: phase === "decode" ? 0 : input,
      cached_length: phase === "decode" ? input : 0,
      output_length: output,
      tokens_per_step: this.tokensPerStep(),
      concurrency: this.concurrency(),
      offered_interval: this.offeredInterval(),
      ttft_limit: one.ttft_limit_ms ?? null,
      tpot_limit: one.tpot_limit_ms ?? null,
      output_rate: one.output_tokens_per_s_per_gpu ?? null,
      total_rate: one.total_tokens_per_s_per_gpu ?? null,
      measured_ttft: one.measured_mean_ttft_ms ?? null,
      measured_tpot: one.measured_mean_tpot_ms ?? null,
      measured_power: one.measured_avg_power_w_per_gpu ?? null
    };
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
    const date = monthsOf((this.one.date ?? "").slice(0, 7));
    return Number.isNaN(date) ? this.parameter("software_reference") : date;
  }

  private weightPrecision(): number {
    const native = this.shape?.native_precision ?? this.ofModel("native_precision");
    const fp8 = this.inputs.accelerator!.columns.fp8!.values[this.inputs.accelerator!.keys.indexOf(this.accelerator)];
    const stated =
      bits(this.one.precision_weights) ?? this.assume("bytes of a weight", Math.min(native, fp8 === null ? 2 : 1));
    return Math.min(stated, native);
  }

  private experts(): number {
    return this.shape?.experts ?? this.ofModel("experts");
  }

  private ofModel(column: string): number {
    const {keys, columns} = this.inputs.language_model!;
    return Number(columns[column]!.values[keys.indexOf(this.named!)]);
  }

  /**
   * Tokens a step: as the benchmark's interactive scenario allows, or the most that any does where drafts are stated.
   */
  private tokensPerStep(): number {
    const steps = (this.inputs.benchmark?.columns.interactive_step!.values ?? []).map(Number);
    const {spec_decoding: stated} = this.one;
    if (stated !== null && stated !== undefined) return stated.toLowerCase() === "none" ? 1 : Math.max(1, ...steps);
    return /interactive/i.test(this.scenario) ? (steps[this.benchmark] ?? 1) : 1;
  }

  private concurrency(): number | null {
    const stated = this.one.concurrency_or_batch ?? numberIn(/(?:concurrency|batch) (\d+)/i, this.scenario);
    return stated ?? (/qps inf/i.test(this.scenario) ? this.assume("mean requests in work", BURST) : null);
  }

  private offeredInterval(): number | null {
    const rate = numberIn(/qps (\d+(?:\.\d+)?)/i, this.scenario);
    return rate === null ? null : 1 / rate;
  }
}

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * Bytes of a number format: `fp8`, `NVFP4 (MoE), FP8 attention`, `BF16`, `INT4`; the experts' come first. Undefined if
 * not known.
 */
function bits(format: string | null | undefined): number | undefined {
  const found = /(fp|int|bf|float)(4|8|16)/i.exec(format ?? "");
  if (found) return {4: 0.5625, 8: 1, 16: 2}[Number(found[2]) as 4 | 8 | 16];
  return undefined;
}
