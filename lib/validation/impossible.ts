import type {Inputs} from "../sheet/index.js";
import type {Case, CaseField} from "./case.js";
import {phaseOf, type Configuration} from "./configure.js";

/** Why no server can be as a case says, if none can: a number that its field cannot hold. */
export function impossibleNumber(one: Case): string | undefined {
  const numbers = Object.entries(limits) as [CaseField, Limit][];
  const wrong = numbers.find(([field, limit]) => !isPossible(one[field], limit) && !isUnused(field, one));
  if (wrong) return `${wrong[0]} ${one[wrong[0]] as number} is not ${wanted[wrong[1]]}`;
  const {params_total_b: total, params_active_b: active, gpus, tensor_parallel: tensor} = one;
  if (total && active && active > total) return `params_active_b ${active} is more than params_total_b ${total}`;
  if (gpus && tensor && tensor > gpus) return `tensor_parallel ${tensor} is more than the ${gpus} accelerators of gpus`;
  if (gpus && tensor && gpus % tensor !== 0)
    return `${gpus} accelerators do not divide into replicas of ${tensor}: state as many as serve`;
  return undefined;
}

/** Why a configuration is impossible, if it is: heads that do not divide, or more tokens than the model's context. */
export function impossibleOn({row, shape}: Configuration, {language_model: models}: Inputs): string | undefined {
  if (shape?.openness === "estimate") return undefined;
  const at = models!.keys.indexOf(String(row.language_model));
  const of = (column: string): number => Number(shape ? shape[column] : models!.columns[column]!.values[at]);
  const [heads, kvHeads] = [of("attention_heads"), of("kv_heads")];
  const tensor = Number(row.tensor ?? 1);
  if (heads % tensor !== 0 || (kvHeads % tensor !== 0 && tensor % kvHeads !== 0))
    return (
      `tensor_parallel ${tensor} does not divide the ${heads} heads of ${row.language_model} and its ${kvHeads} ` +
      `for keys and values`
    );
  const tokens = Number(row.uncached_length) + Number(row.cached_length) + Number(row.output_length);
  const context = Math.round(1000 * of("context"));
  if (tokens > context)
    return `${tokens} tokens of prompt and output are more than the context of ${row.language_model}, ${context}`;
  return undefined;
}

type Limit = "whole" | "count" | "amount";

const wanted = {
  whole: "a whole number of at least 1",
  count: "a number of at least 1",
  amount: "a number greater than 0"
} as const satisfies Record<Limit, string>;

const limits: {[F in CaseField]?: Limit} = {
  gpus: "whole",
  tensor_parallel: "whole",
  concurrency_or_batch: "count",
  mean_input_tokens: "count",
  mean_output_tokens: "count",
  params_total_b: "amount",
  params_active_b: "amount",
  ttft_limit_ms: "amount",
  tpot_limit_ms: "amount",
  measured_mean_ttft_ms: "amount",
  measured_mean_tpot_ms: "amount",
  measured_avg_power_w_per_gpu: "amount",
  output_tokens_per_s_per_gpu: "amount",
  total_tokens_per_s_per_gpu: "amount"
};

function isPossible(value: unknown, limit: Limit): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (limit === "amount") return value > 0;
  return value >= 1 && (limit === "count" || Number.isInteger(value));
}

/** Where prefill runs alone, nothing is written. */
function isUnused(field: CaseField, one: Case): boolean {
  return field === "mean_output_tokens" && phaseOf(one) === "prefill";
}
