import type {JsonRecord} from "./json-records.js";

/** What kind of value a field of a case holds. */
type Kind = "text" | "number" | "truth" | "object";

/** The fields of a case, and the kind of each. */
export const caseFields = {
  id: "text",
  source: "text",
  url: "text",
  date: "text",
  model: "text",
  config: "object",
  params_total_b: "number",
  params_active_b: "number",
  precision_weights: "text",
  precision_kv: "text",
  gpu: "text",
  gpus: "number",
  tensor_parallel: "number",
  scenario: "text",
  mean_input_tokens: "number",
  mean_output_tokens: "number",
  concurrency_or_batch: "number",
  ttft_limit_ms: "number",
  tpot_limit_ms: "number",
  measured_mean_ttft_ms: "number",
  measured_mean_tpot_ms: "number",
  measured_avg_power_w_per_gpu: "number",
  output_tokens_per_s_per_gpu: "number",
  total_tokens_per_s_per_gpu: "number",
  spec_decoding: "text",
  disaggregated: "truth",
  stack: "text",
  expert_parallel: "number",
  dp_attention: "truth",
  requests: "number",
  note: "text"
} as const satisfies Record<string, Kind>;

export type CaseField = keyof typeof caseFields;

interface Values {
  text: string;
  number: number;
  truth: boolean;
  /** The fields of a model's `config.json` on Hugging Face. */
  object: JsonRecord;
}

/** A published measurement as people write it down: any field may be missing or null. */
export type Case = {[F in CaseField]?: Values[(typeof caseFields)[F]] | null};
